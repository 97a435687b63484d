using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Hosting;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.Conversation;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>One case: everything said, what is promised, and what can be done.</summary>
public sealed partial class CaseModel(
    CaseReading reading, CaseCommands commands, IStaffDirectory staff, Transcript transcript, CaseFiles files, CopiesToShare copies, CasePageParts parts) : PageModel
{
    /// <summary>The case's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The id of the command a form gives, made anew with each page: pressed twice, it is done once.</summary>
    [BindProperty]
    public Guid Command { get; set; }

    /// <summary>What was filled in.</summary>
    [BindProperty]
    public CaseForm Form { get; set; } = new();

    /// <summary>Who looks.</summary>
    public StaffActor Actor { get; private set; } = null!; // Set before the page is shown.

    /// <summary>The case.</summary>
    public Case Case { get; private set; } = null!; // Set before the page is shown.

    /// <summary>True when the exact words are in the page.</summary>
    public bool ShowsWords { get; private set; }

    /// <summary>The whole conversation of each report; empty unless exact words were asked for.</summary>
    public ImmutableDictionary<Guid, ImmutableArray<Said>> Conversations { get; private set; } = ImmutableDictionary<Guid, ImmutableArray<Said>>.Empty;

    /// <summary>The files that came with the case, oldest first.</summary>
    public ImmutableArray<CaseFile> Files { get; private set; } = [];

    /// <summary>The first cases of this person's queue, beside the case.</summary>
    public ImmutableArray<CaseLine> Beside { get; private set; } = [];

    /// <summary>What came of a command that was not carried out; null when there was none.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What was just done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>What is wrong with fields, by name.</summary>
    public ImmutableDictionary<string, string> Problems { get; private set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What the page is put together from.</summary>
    public CasePageParts Parts => parts;

    /// <summary>Shows the case without the person's exact words.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? done)
    {
        Done = DoneWords.Of(done);
        return await ShowAsync(AuditAction.CaseViewed);
    }

    /// <summary>Shows the case with the exact words. It answers the post itself, so leaving or loading again hides them.</summary>
    public async Task<IActionResult> OnPostWordsAsync()
    {
        if (!User.Actor().SeesWords)
            return Forbid();
        ShowsWords = true;
        var shown = await ShowAsync(AuditAction.WordsShown);
        if (Case is not null)
            await commands.MarkReadAsync(new CaseCommand(Command, Id, Actor), HttpContext.RequestAborted);
        return shown;
    }

    /// <summary>Takes the case.</summary>
    public Task<IActionResult> OnPostClaimAsync() => DoAsync("claimed", command => commands.ClaimAsync(command, HttpContext.RequestAborted));

    /// <summary>Gives the case back.</summary>
    public Task<IActionResult> OnPostReleaseAsync() => DoAsync("released", command => commands.ReleaseAsync(command, Form.Reason, HttpContext.RequestAborted));

    /// <summary>Records the first conversation with the person.</summary>
    public Task<IActionResult> OnPostContactAsync() => DoAsync("contacted", command => commands.RecordFirstContactAsync(
        command, new FirstContact(Form.Way, StaffTime.Read(Form.At), Form.Outcome, Form.LateReason, Because), HttpContext.RequestAborted));

    /// <summary>Records an attempt to reach them.</summary>
    public Task<IActionResult> OnPostAttemptAsync() => DoAsync("attempted", command => commands.RecordAttemptAsync(
        command, new Attempt(Form.Way, Form.Attempt, StaffTime.Read(Form.At), Form.Note, Because), HttpContext.RequestAborted));

    /// <summary>Writes a note.</summary>
    public Task<IActionResult> OnPostNoteAsync() => DoAsync("noted", command => commands.AddNoteAsync(command, Form.Words, HttpContext.RequestAborted));

    private Task<IActionResult> DoAsync(string done, Func<CaseCommand, Task<CaseOutcome>> command) => DoAsync(_ => done, command);

    private async Task<IActionResult> DoAsync(Func<Case, string> done, Func<CaseCommand, Task<CaseOutcome>> command)
    {
        // A command without an id would be taken for one already done; a choice that is none must not become the first in the list.
        if (Command == Guid.Empty || !ModelState.IsValid)
            return BadRequest();
        Actor = User.Actor();
        var outcome = await command(new CaseCommand(Command, Id, Actor));
        if (outcome is CaseNotTheirs)
            return Forbid();
        if (outcome is CaseDone { Case: var changed })
            // Handed behind a wall, it is not this person's to see any more.
            return Redirect(Actor.MaySee(changed) ? $"/staff/cases/{Id:N}?done={done(changed)}" : $"/staff?done={done(changed)}");
        Refusal = OutcomeWords.Of(outcome, parts.Now);
        if (outcome is CaseIncomplete incomplete)
            Problems = incomplete.Problems.ToImmutableDictionary(problem => problem.Field, problem => OutcomeWords.Of(problem.Problem));
        return await ShowAsync(AuditAction.CaseViewed);
    }

    private async Task<IActionResult> ShowAsync(AuditAction look)
    {
        Actor = User.Actor();
        if (await reading.OpenAsync(Actor, Id, look, detail: null, HttpContext.RequestAborted) is not { } found)
            return NotFound();
        Case = found;
        await FindColleaguesAsync();
        Connected = await reading.ConnectedAsync(Actor, found, HttpContext.RequestAborted);
        Beside = (await reading.ListAsync(Actor, CasePageParts.ToDo(Actor), after: null, CasePageParts.LinesBeside, HttpContext.RequestAborted)).Lines;
        Files = await files.ListAsync(Actor, found, HttpContext.RequestAborted);
        // Sound and video are played in this page only.
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.ContentSecurityPolicy + "; media-src 'self'";
        if (!ShowsWords)
            return Page();
        foreach (var report in found.Reports)
            Conversations = Conversations.Add(report.Id, await transcript.ReadAsync(report, HttpContext.RequestAborted));
        Copies = await copies.OfAsync(found, HttpContext.RequestAborted);
        return Page();
    }
}

/// <summary>What can be filled in on a case page, one form at a time.</summary>
public sealed class CaseForm
{
    /// <summary>How they were reached.</summary>
    public ContactWay Way { get; set; }

    /// <summary>How an attempt ended.</summary>
    public AttemptOutcome Attempt { get; set; }

    /// <summary>When, as a date and time box holds it; empty for now.</summary>
    public string? At { get; set; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; set; }

    /// <summary>What kept it past the promised time.</summary>
    public string? LateReason { get; set; }

    /// <summary>What the next person should know of an attempt.</summary>
    public string? Note { get; set; }

    /// <summary>What the next person should know of a case given back.</summary>
    public string? Reason { get; set; }

    /// <summary>A note.</summary>
    public string? Words { get; set; }
}

/// <summary>What a case page is put together from besides the case.</summary>
public sealed class CasePageParts(ContactPromises promises, RiskRules rules, CaseTimes times, TimeProvider clock)
{
    /// <summary>How many cases of the queue stand beside a case.</summary>
    public const int LinesBeside = 20;

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>When things are due, and how often somebody is tried.</summary>
    public CaseTimes Times => times;

    /// <summary>The risk rules, for the words of their reasons.</summary>
    public RiskRules Rules => rules;

    /// <summary>What waits for this person.</summary>
    public static CaseFilter ToDo(StaffActor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        CaseState[] second = actor.Oversees ? [CaseState.AwaitsSecond] : [];
        return new CaseFilter { Queues = [.. actor.Queues], States = [CaseState.New, CaseState.Claimed, CaseState.WroteAgain, .. second] };
    }

    /// <summary>The closed cases whose people this person is to speak with again: their own, or all for who oversees.</summary>
    public static CaseFilter ToFollowUp(StaffActor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new CaseFilter { Queues = [.. actor.Queues], States = [CaseState.FollowUp], Holder = actor.Oversees ? null : actor.Who.Id };
    }

    /// <summary>The clock of a case.</summary>
    public CaseClock ClockOf(CaseStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return CaseClock.Of(promises, standing.State, standing.Due, standing.Contact?.SpokeAt, Now);
    }

    /// <summary>The clock of a line.</summary>
    public CaseClock ClockOf(CaseLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return CaseClock.Of(promises, line.State, line.Due, line.Summary.ContactedAt, Now);
    }
}

/// <summary>What is said of a command that was carried out.</summary>
internal static partial class DoneWords
{
    public static string? Of(string? done) => done switch
    {
        "claimed" => "You have this case now.",
        "released" => "The case is back in its queue.",
        "contacted" => "First contact is recorded. The promise clock has stopped.",
        "attempted" => "The attempt is recorded. The promise clock goes on.",
        "transferred" => "The case is handed on.",
        "escalated" => "They are asked. The case stays where it is meanwhile.",
        "explained" => "The reason is recorded. Managers see it.",
        "home" => "Home and household are recorded.",
        "needs" => "What they need is recorded, and shown before every call, visit and letter.",
        "marked" => "The marker is set, and shown before every visit.",
        "unmarked" => "The marker is taken off.",
        "evidence" => "The files are in the case. The history says how they came.",
        "taken-out" => "The file is taken out. The history says who did and why.",
        "noted" => "The note is in the history.",
        "walled" => "It is done. The case is kept from whoever has a conflict of interest in it, and back in its queue if they had it.",
        "added" => "They are among the people involved.",
        "changed" => "The change is recorded.",
        "removed" => "They are not among the people involved any more. The history keeps that they were.",
        "connected" => "It stands in both histories that the cases are connected.",
        "apart" => "It stands in both histories that the cases are not connected.",
        "lifted" => "They may see the case again.",
        _ => WorkDone(done) ?? DecisionWords.Done(done),
    };
}
