using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>Who is on staff and who is away, for those who oversee; accounts, for administrators.</summary>
public sealed class PeopleModel(IStaffDirectory staff, IAbsences absences, AbsenceCommands commands, StaffAccounts accounts, TimeProvider clock) : PageModel
{
    /// <summary>The absence as it is filled in.</summary>
    [BindProperty]
    public AwayForm Away { get; set; } = new();

    /// <summary>Who looks.</summary>
    public StaffActor Actor { get; private set; } = null!; // Set before the page is shown.

    /// <summary>Everybody who can sign in, by name.</summary>
    public IReadOnlyList<Colleague> People { get; private set; } = [];

    /// <summary>The absences that have not ended.</summary>
    public IReadOnlyList<Absence> Absences { get; private set; } = [];

    /// <summary>The accounts that were ended, for administrators; empty for others.</summary>
    public IReadOnlyList<StaffMember> Ended { get; private set; } = [];

    /// <summary>What is wrong with fields, by name.</summary>
    public ImmutableDictionary<string, string> Problems { get; private set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What was just done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Refusal { get; private set; }

    /// <summary>A set-up link just made; null when none was. It is shown once.</summary>
    public string? Link { get; private set; }

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Refuses everybody who does not oversee.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Actor = User.Actor();
        if (!Actor.Oversees || (context.HandlerMethod?.Name is "SignOut" or "Invite" or "End" or "Reopen" && !Actor.Administers))
            context.Result = Forbid();
    }

    /// <summary>The name of somebody; a part of the id for one who cannot sign in any more.</summary>
    public string NameOf(Guid who) => People.FirstOrDefault(one => one.Actor.Who.Id == who)?.Actor.Who.Name ?? who.ToString("N")[..8];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? done)
    {
        Done = done switch
        {
            "away" => "The absence is recorded. Their cases move when it begins.",
            "back" => "They are back. Cases can be handed to them again.",
            "signed-out" => "They are signed out everywhere.",
            "ended" => "The account is ended. They are signed out everywhere, and their cases go back to their queues.",
            "reopened" => "They can sign in again.",
            _ => null,
        };
        return await ShowAsync();
    }

    /// <summary>Records an absence.</summary>
    public async Task<IActionResult> OnPostAwayAsync([FromForm] Guid command)
    {
        if (command == Guid.Empty || !ModelState.IsValid)
            return BadRequest();
        var planned = new PlannedAbsence(command, Away.Who, StaffTime.Read(Away.Begins), StaffTime.Read(Away.Ends), Away.Deputy);
        if (await commands.RecordAsync(Actor, planned, HttpContext.RequestAborted) is not { } problems)
            return Forbid();
        if (problems.IsEmpty)
            return Redirect("/staff/people?done=away");
        Refusal = "Nothing was recorded yet. See what is marked below.";
        Problems = problems.ToImmutableDictionary(problem => problem.Field, problem => OutcomeWords.Of(problem.Problem));
        return await ShowAsync();
    }

    /// <summary>Notes that somebody is back.</summary>
    public async Task<IActionResult> OnPostBackAsync([FromForm] Guid who) =>
        await commands.EndAsync(Actor, who, HttpContext.RequestAborted) ? Redirect("/staff/people?done=back") : Forbid();

    /// <summary>Ends every session of somebody.</summary>
    public async Task<IActionResult> OnPostSignOutAsync([FromForm] Guid who)
    {
        if (await accounts.SignOutEverywhereAsync(who, Actor.Who.Id, HttpContext.RequestAborted))
            return Redirect("/staff/people?done=signed-out");
        Refusal = "There is no such account. Nothing was changed.";
        return await ShowAsync();
    }

    /// <summary>Ends somebody's account.</summary>
    public async Task<IActionResult> OnPostEndAsync([FromForm] Guid who)
    {
        if (await accounts.EndAsync(who, Actor.Who.Id, HttpContext.RequestAborted))
            return Redirect("/staff/people?done=ended");
        Refusal = "Nothing was changed. Nobody ends their own account: ask another administrator.";
        return await ShowAsync();
    }

    /// <summary>Lets somebody sign in again whose account was ended.</summary>
    public async Task<IActionResult> OnPostReopenAsync([FromForm] Guid who)
    {
        if (await accounts.ReopenAsync(who, Actor.Who.Id, HttpContext.RequestAborted))
            return Redirect("/staff/people?done=reopened");
        Refusal = "There is no such account. Nothing was changed.";
        return await ShowAsync();
    }

    /// <summary>Makes an account, or a new link for one that is there, and shows its set-up link once.</summary>
    public async Task<IActionResult> OnPostInviteAsync([FromForm] string? name, [FromForm] StaffRole role)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (StaffName.Read(name) is not { } known)
        {
            Refusal = "Nothing was made. A name has 2 to 60 letters, spaces, apostrophes, hyphens or full stops.";
            return await ShowAsync();
        }

        var invited = await accounts.InviteAsync(known, role, Actor.Who.Id, HttpContext.RequestAborted);
        Link = SetUpAddress.Of($"{Request.Scheme}://{Request.Host}", invited.Token);
        Done = $"Give {known} this link. It works once, within 24 hours, and is not shown again.";
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        People = await staff.ListAsync(HttpContext.RequestAborted);
        var here = People.Select(one => one.Actor.Who.Id).ToHashSet();
        Absences = [.. (await absences.ListAsync(HttpContext.RequestAborted)).Where(absence => here.Contains(absence.Who))];
        Ended = Actor.Administers ? await accounts.ListEndedAsync(HttpContext.RequestAborted) : [];
        return Page();
    }
}

/// <summary>An absence as it is filled in.</summary>
public sealed class AwayForm
{
    /// <summary>Who is away.</summary>
    public Guid Who { get; set; }

    /// <summary>From when, as a date and time box holds it; empty for now.</summary>
    public string? Begins { get; set; }

    /// <summary>Until when.</summary>
    public string? Ends { get; set; }

    /// <summary>Who gets the cases; null for their queues.</summary>
    public Guid? Deputy { get; set; }
}
