using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Alerts;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>Who is on call, what is not covered, and how alerts do, for those who oversee.</summary>
public sealed class RotaModel(RotaCommands commands, AlertStore store, AlertsStatus status, AlertPeople ways, IStaffDirectory staff, IAbsences absences, TimeProvider clock) : PageModel
{
    private const int LatestAlerts = 20;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(28);

    /// <summary>The shift as it is filled in.</summary>
    [BindProperty]
    public ShiftForm Form { get; set; } = new();

    /// <summary>Who looks.</summary>
    public StaffActor Actor { get; private set; } = null!; // Set before the page is shown.

    /// <summary>Everybody who can sign in, by name.</summary>
    public IReadOnlyList<Colleague> People { get; private set; } = [];

    /// <summary>The shifts that have not ended, in the order they begin.</summary>
    public ImmutableArray<Shift> Shifts { get; private set; } = [];

    /// <summary>Who is on call now and there, in the order they are told.</summary>
    public ImmutableArray<Guid> Now { get; private set; } = [];

    /// <summary>The times of the next four weeks nobody is on call.</summary>
    public ImmutableArray<RotaGap> Gaps { get; private set; } = [];

    /// <summary>The shift that is changed; null when one is added.</summary>
    public Shift? Changing { get; private set; }

    /// <summary>How each way that is on does.</summary>
    public ImmutableArray<WayStatus> Ways { get; private set; } = [];

    /// <summary>Those on the rota whom no way leads to, by account.</summary>
    public ImmutableHashSet<Guid> Unreachable { get; private set; } = [];

    /// <summary>The newest alerts, with what went out for each.</summary>
    public ImmutableArray<(Alert Alert, ImmutableArray<AlertSend> Sends)> Alerts { get; private set; } = [];

    /// <summary>What is wrong with fields, by name.</summary>
    public ImmutableDictionary<string, string> Problems { get; private set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What was just done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The moment the page was made, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Refuses everybody who does not oversee.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Actor = User.Actor();
        if (!Actor.Oversees)
            context.Result = Forbid();
    }

    /// <summary>The name of somebody; a part of the id for one who cannot sign in any more.</summary>
    public string NameOf(Guid who) => People.FirstOrDefault(one => one.Actor.Who.Id == who)?.Actor.Who.Name ?? who.ToString("N")[..8];

    /// <summary>Shows it, with a shift in the form when one is to be changed.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? done, [FromQuery] Guid? shift)
    {
        Done = done switch
        {
            "added" => "The rota is changed. They are on call then.",
            "changed" => "The shift is changed.",
            "removed" => "The shift is off the rota.",
            _ => null,
        };
        if (shift is { } id && await store.FindAsync(id, HttpContext.RequestAborted) is { } found)
        {
            Changing = found;
            Form = new ShiftForm { Who = found.Who, Begins = StaffTime.Box(found.Begins), Ends = StaffTime.Box(found.Ends), Version = found.Version };
        }

        return await ShowAsync();
    }

    /// <summary>Puts somebody on call.</summary>
    public async Task<IActionResult> OnPostAddAsync([FromForm] Guid command) =>
        command == Guid.Empty || !ModelState.IsValid
            ? BadRequest()
            : await AnswerAsync(await commands.AddAsync(Actor, Form.Planned(command), HttpContext.RequestAborted), "added");

    /// <summary>Changes a shift.</summary>
    public async Task<IActionResult> OnPostChangeAsync([FromForm] Guid command, [FromForm] Guid shift)
    {
        if (command == Guid.Empty || !ModelState.IsValid)
            return BadRequest();
        Changing = await store.FindAsync(shift, HttpContext.RequestAborted);
        return await AnswerAsync(await commands.ChangeAsync(Actor, shift, Form.Version, Form.Planned(command), HttpContext.RequestAborted), "changed");
    }

    /// <summary>Takes a shift off the rota.</summary>
    public async Task<IActionResult> OnPostRemoveAsync([FromForm] Guid shift, [FromForm] long version) =>
        ModelState.IsValid ? await AnswerAsync(await commands.RemoveAsync(Actor, shift, version, HttpContext.RequestAborted), "removed") : BadRequest();

    private async Task<IActionResult> AnswerAsync(RotaAnswer answer, string done)
    {
        switch (answer.Outcome)
        {
            case RotaOutcome.Done:
                return Redirect($"/staff/rota?done={done}");
            case RotaOutcome.NotTheirs:
                return Forbid();
            case RotaOutcome.Changed:
                Refusal = Changing is null
                    ? "Somebody has changed or removed this shift meanwhile. Nothing was changed. What you typed is still in the form: add it as a new shift if it is needed."
                    : "Somebody has changed this shift meanwhile. Nothing was changed. What you typed is still in the form: look at the shift as it is now, then save again.";
                Form.Version = Changing?.Version ?? 0;
                break;
            default:
                Refusal = "Nothing was changed yet. See what is marked below.";
                Problems = answer.Problems.ToImmutableDictionary(problem => problem.Field, problem => OutcomeWords.Of(problem.Problem));
                break;
        }

        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        At = clock.GetUtcNow();
        People = await staff.ListAsync(cancellationToken);
        Shifts = await store.ShiftsAsync(At, cancellationToken);
        var away = await absences.ListAsync(cancellationToken);
        Now = [.. Rota.OnCall(Shifts, At).Where(who => People.Any(one => one.Actor.Who.Id == who && !one.IsAway))];
        Gaps = Rota.Gaps(Shifts, away, At, At + Ahead);
        Ways = status.Ways();
        Alerts = [.. store.Latest(LatestAlerts).Select(alert => (alert, store.Of(alert.Id)))];
        var unreachable = ImmutableHashSet.CreateBuilder<Guid>();
        foreach (var who in ways.HasWays ? Shifts.Select(shift => shift.Who).Distinct() : [])
            if ((await ways.WithWaysAsync(who, cancellationToken)).Ways.IsEmpty)
                unreachable.Add(who);
        Unreachable = unreachable.ToImmutable();
        return Page();
    }
}

/// <summary>A shift as it is filled in.</summary>
public sealed class ShiftForm
{
    /// <summary>Who is on call.</summary>
    public Guid Who { get; set; }

    /// <summary>From when, as a date and time box holds it.</summary>
    public string? Begins { get; set; }

    /// <summary>Until when.</summary>
    public string? Ends { get; set; }

    /// <summary>How often it comes again.</summary>
    public ShiftRepeat Repeat { get; set; }

    /// <summary>How many times in all, where it repeats.</summary>
    public int Times { get; set; } = 1;

    /// <summary>Which writing of the shift was read; 0 for a new one.</summary>
    public long Version { get; set; }

    internal PlannedShift Planned(Guid command) =>
        new(command, Who, StaffTime.Read(Begins), StaffTime.Read(Ends)) { Repeat = Repeat, Times = Repeat is ShiftRepeat.Once ? 1 : Times };
}
