using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>The conversation between staff and the person who reported. Opening it is asking for their exact words, and is on record.</summary>
public sealed class TalkModel(
    CaseReading reading, CaseCommands commands, TalkCommands talk, OutboundChannels channels, CannedReplies canned, TypingSigns typing, TimeProvider clock) : PageModel
{
    /// <summary>The case's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The report in whose conversation it is; the case's first where none is named.</summary>
    [BindProperty(Name = "report", SupportsGet = true)]
    public Guid? ReportId { get; set; }

    /// <summary>The id of the command a form gives, made anew with each page: pressed twice, it is done once.</summary>
    [BindProperty]
    public Guid Command { get; set; }

    /// <summary>What is written to the person.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>A call, a visit or a letter as it is planned.</summary>
    [BindProperty]
    public PlanForm Plan { get; set; } = new();

    /// <summary>Why it may go against what the person said is safe; null for none.</summary>
    [BindProperty]
    public OverrideReason? Because { get; set; }

    /// <summary>More about that.</summary>
    [BindProperty]
    public string? BecauseNote { get; set; }

    /// <summary>True when it was refused because it is not safe, so that a reason can be given.</summary>
    public bool AsksWhy { get; private set; }

    /// <summary>Who looks.</summary>
    public StaffActor Actor { get; private set; } = null!; // Set before the page is shown.

    /// <summary>The case.</summary>
    public Case Case { get; private set; } = null!; // Set before the page is shown.

    /// <summary>The report.</summary>
    public Report Report { get; private set; } = null!; // Set before the page is shown.

    /// <summary>What was said and done, oldest first.</summary>
    public ImmutableArray<TalkLine> Lines { get; private set; } = [];

    /// <summary>What came of a command that was not carried out; null when there was none.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What is wrong with what was written; null when nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>True when something can be sent by the channel the report came by.</summary>
    public bool CanReply => channels.Find(Report.Channel) is not null;

    /// <summary>The replies that are written already.</summary>
    public ImmutableArray<CannedReply> Canned => canned.All;

    /// <summary>Who holds the conversation; null when the assistant does.</summary>
    public Held? Held => Case.Talk.Holding.GetValueOrDefault(Report.Id);

    /// <summary>That the person waits for somebody in the conversation; null when they do not.</summary>
    public MessageReceived? Waiting => Case.Talk.Waiting.GetValueOrDefault(Report.Id);

    /// <summary>True when this member of staff is in the conversation.</summary>
    public bool IsMine => Held?.Joined.By?.Id == Actor.Who.Id;

    /// <summary>Shows it, with a reply in the box where one was chosen.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "canned")] int? chosen)
    {
        if (chosen is { } index && index >= 0 && index < Canned.Length)
            Words = Canned[index].Words;
        return await ShowAsync(AuditAction.WordsShown);
    }

    /// <summary>What is new, for a script: the lines, and who holds the conversation.</summary>
    public async Task<IActionResult> OnGetLinesAsync() => await ShowAsync(look: null) is not PageResult and var gone ? gone : Partial("_TalkNow", this);

    /// <summary>Takes the sign that this member of staff is typing, which the person sees while they are in the conversation.</summary>
    public async Task<IActionResult> OnPostTypingAsync()
    {
        if (await ShowAsync(look: null) is not PageResult and var gone)
            return gone;
        if (IsMine)
            typing.Staff(Report.Thread, Actor.Who.Name);
        return new NoContentResult();
    }

    /// <summary>Writes to the person.</summary>
    public Task<IActionResult> OnPostReplyAsync() => DoAsync(command => talk.ReplyAsync(command, ReportId ?? Guid.Empty, Words, Reason, HttpContext.RequestAborted));

    /// <summary>Plans to call, visit or write.</summary>
    public Task<IActionResult> OnPostPlanAsync() => DoAsync(command => talk.PlanAsync(
        command,
        ReportId ?? Guid.Empty,
        new ContactPlan(Plan.Way, StaffTime.Read(Plan.At) ?? DateTimeOffset.MinValue, Plan.MayLeaveMessage, Reason),
        HttpContext.RequestAborted));

    private ContactOverride? Reason => Because is { } because ? new ContactOverride(because, BecauseNote) : null;

    /// <summary>Takes the conversation over.</summary>
    public Task<IActionResult> OnPostJoinAsync() => DoAsync(command => talk.JoinAsync(command, ReportId ?? Guid.Empty, HttpContext.RequestAborted));

    /// <summary>Gives the conversation back to the assistant.</summary>
    public Task<IActionResult> OnPostLeaveAsync() => DoAsync(command => talk.LeaveAsync(command, ReportId ?? Guid.Empty, HttpContext.RequestAborted));

    private async Task<IActionResult> DoAsync(Func<CaseCommand, Task<CaseOutcome>> command)
    {
        // A command without an id would be taken for one already done.
        if (Command == Guid.Empty || !ModelState.IsValid)
            return BadRequest();
        Actor = User.Actor();
        var outcome = await command(new CaseCommand(Command, Id, Actor));
        if (outcome is CaseNotTheirs)
            return Forbid();
        if (outcome is CaseDone)
            return Redirect($"/staff/cases/{Id:N}/talk?report={ReportId:N}#reply");
        Refusal = OutcomeWords.Of(outcome, clock.GetUtcNow());
        Problem = outcome is CaseIncomplete { Problems: [var first, ..] } ? OutcomeWords.Of(first.Problem) : null;
        AsksWhy = outcome is ContactRefused;
        return await ShowAsync(AuditAction.WordsShown);
    }

    private async Task<IActionResult> ShowAsync(AuditAction? look)
    {
        Actor = User.Actor();
        if (!Actor.SeesWords)
            return Forbid();
        if (await reading.OpenAsync(Actor, Id, look, detail: null, HttpContext.RequestAborted) is not { } found)
            return NotFound();
        if (found.ReportOf(ReportId ?? found.First.Id) is not { } told)
            return NotFound();
        (Case, Report, Lines) = (found, told, TalkLines.Of(found, told.Id));
        if (!found.Standing.Unread.IsEmpty)
            await commands.MarkReadAsync(new CaseCommand(Guid.NewGuid(), Id, Actor), HttpContext.RequestAborted);
        return Page();
    }
}

/// <summary>What is filled in to plan a contact.</summary>
public sealed class PlanForm
{
    /// <summary>How.</summary>
    public ContactWay Way { get; set; }

    /// <summary>When, as a date and time box holds it.</summary>
    public string? At { get; set; }

    /// <summary>True when a message may be left.</summary>
    public bool MayLeaveMessage { get; set; }
}
