using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.Calling;
using ReportBot.Bot.Staff.Entering;
using ReportBot.Knowledge.Recognition;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>The card for a call: what is safe, what they want, what is still to ask, and what came of it. Opening it shows words of theirs, and is on record.</summary>
public sealed class CallModel(
    CaseReading reading, CaseCommands commands, TalkCommands talk, EntryQuestions questions, AnswerReader answers, SlurMask mask, CasePageParts parts) : PageModel
{
    /// <summary>The case's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The report it is about; the case's first where none is named.</summary>
    [BindProperty(Name = "report", SupportsGet = true)]
    public Guid? ReportId { get; set; }

    /// <summary>The id of the command a form gives, made anew with each page: pressed twice, it is done once.</summary>
    [BindProperty]
    public Guid Command { get; set; }

    /// <summary>What was filled in.</summary>
    [BindProperty]
    public CallForm Form { get; set; } = new();

    /// <summary>Who calls.</summary>
    public StaffActor Actor { get; private set; } = null!; // Set before the page is shown.

    /// <summary>The case.</summary>
    public Case Case { get; private set; } = null!; // Set before the page is shown.

    /// <summary>The card.</summary>
    public CallCard Card { get; private set; } = null!; // Set before the page is shown.

    /// <summary>What came of a command that was not carried out; null when there was none.</summary>
    public string? Refusal { get; private set; }

    /// <summary>True when what was filled in went against what they said is safe, and needs a named reason.</summary>
    public bool AsksWhy { get; private set; }

    /// <summary>True when a call that was made is refused for the want of one: it is still to be recorded, whatever may be done now.</summary>
    public bool IsCallRefused => AsksWhy && Form.Ended is not null;

    /// <summary>What was just done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>What is wrong with fields, by name.</summary>
    public IReadOnlyDictionary<string, string> Problems { get; private set; } = new Dictionary<string, string>();

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => parts.Now;

    /// <summary>The clock of the case.</summary>
    public CaseClock Clock => parts.ClockOf(Case.Standing);

    /// <summary>What came of the last conversation, which is most often what they were told; null before the first.</summary>
    public string? LastOutcome => Case.History.Reverse().Select(happened => (happened as FirstContactMade)?.Outcome ?? (happened as SpokeAgain)?.Outcome).FirstOrDefault(words => words is not null);

    /// <summary>True when a conversation now is past the promised time, and needs the reason.</summary>
    public bool IsLate => Case.Standing.Contact is null && Clock.Level is ClockLevel.Late;

    /// <summary>Shows the card.</summary>
    public Task<IActionResult> OnGetAsync([FromQuery] string? done)
    {
        Done = done switch
        {
            "spoke" => "The conversation is recorded. Say below when they hear from us next.",
            "tried" => "The attempt is recorded. The promise clock goes on.",
            "filled" => "The answer is added.",
            "update" => "The next update is recorded.",
            "because" => "Your reason is on record. You can call within the hour.",
            _ => null,
        };
        return ShowAsync();
    }

    /// <summary>Gives the named reason to call against what they said is safe.</summary>
    public Task<IActionResult> OnPostBecauseAsync() => DoAsync("because", (command, _) => talk.PlanAsync(
        command,
        ReportId ?? Guid.Empty,
        new ContactPlan(ContactWay.Call, parts.Now, MayLeaveMessage: false, Named),
        HttpContext.RequestAborted));

    /// <summary>Records what came of the call: a conversation, or an attempt.</summary>
    public async Task<IActionResult> OnPostOutcomeAsync() => Form.Ended is not { } ended ? await FindAsync(look: null) ?? BadRequest() : await DoAsync(ended is CallOutcome.Spoke ? "spoke" : "tried", (command, current) => ended switch
    {
        CallOutcome.Spoke when current.Standing.Contact is null => commands.RecordFirstContactAsync(
            command, new FirstContact(ContactWay.Call, null, Form.Words, Form.LateReason, Reason), HttpContext.RequestAborted),
        CallOutcome.Spoke => commands.RecordSpokeAgainAsync(command, new FirstContact(ContactWay.Call, null, Form.Words, null, Reason), HttpContext.RequestAborted),
        // The button itself says that it kept to what they said of messages; it says nothing of the time.
        CallOutcome.MessageLeft when Card is { IsMessageWithoutName: true, IsLocked: false } =>
            TriedAsync(command, AttemptOutcome.MessageLeft, Reason ?? new ContactOverride(OverrideReason.KeepsToTheirWords, null)),
        CallOutcome.MessageLeft => TriedAsync(command, AttemptOutcome.MessageLeft, Reason),
        CallOutcome.NotSafe => TriedAsync(command, AttemptOutcome.NotSafeThen, Reason),
        CallOutcome.SomeoneElse => TriedAsync(command, AttemptOutcome.SomeoneElse, Reason),
        _ => TriedAsync(command, AttemptOutcome.NoAnswer, Reason),
    });

    /// <summary>Adds an answer to an open question.</summary>
    public Task<IActionResult> OnPostFillAsync() => DoAsync("filled", (command, _) =>
        questions.Find(Form.Question ?? "") is { } question && answers.Read(question, Form.Words, Form.Chosen, parts.Now) is { } answer
            ? commands.AddAnswerAsync(command, ReportId ?? Guid.Empty, answer, HttpContext.RequestAborted)
            : Task.FromResult<CaseOutcome>(new CaseIncomplete([new FieldProblem("Answer", FieldProblemKind.Missing)])));

    /// <summary>Records what they were told, and when they hear from us next.</summary>
    public Task<IActionResult> OnPostUpdateAsync() => DoAsync("update", (command, _) => commands.GiveUpdateAsync(
        command, new NewUpdate(ContactWay.Call, Form.Told, StaffTime.ReadDay(Form.On), null), HttpContext.RequestAborted));

    private ContactOverride? Named => Form.Because is { } because ? new ContactOverride(because, Form.BecauseNote) : null;

    // The reason given before a call holds for what came of it.
    private ContactOverride? Reason => Named ?? Card.Override;

    private Task<CaseOutcome> TriedAsync(CaseCommand command, AttemptOutcome outcome, ContactOverride? reason) =>
        commands.RecordAttemptAsync(command, new Attempt(ContactWay.Call, outcome, null, string.IsNullOrWhiteSpace(Form.Words) ? null : Form.Words, reason), HttpContext.RequestAborted);

    private async Task<IActionResult> DoAsync(string done, Func<CaseCommand, Case, Task<CaseOutcome>> command)
    {
        if (await FindAsync(look: null) is { } refused)
            return refused;
        // A command without an id would be taken for one already done.
        if (Command == Guid.Empty || !ModelState.IsValid)
            return BadRequest();
        var outcome = await command(new CaseCommand(Command, Id, Actor), Case);
        if (outcome is CaseDone)
            return Redirect($"/staff/cases/{Id:N}/call?report={Card.Report.Id:N}&done={done}");
        Refusal = OutcomeWords.Of(outcome, parts.Now);
        AsksWhy = outcome is ContactRefused;
        if (outcome is CaseIncomplete incomplete)
            Problems = incomplete.Problems.ToDictionary(problem => problem.Field, problem => OutcomeWords.Of(problem.Problem));
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync() => await FindAsync(AuditAction.WordsShown) ?? Page();

    private async Task<IActionResult?> FindAsync(AuditAction? look)
    {
        Actor = User.Actor();
        if (!Actor.SeesWords)
            return Forbid();
        if (await reading.OpenAsync(Actor, Id, look, look is null ? null : "call", HttpContext.RequestAborted) is not { } found
            || CallCard.Of(found, ReportId ?? found.First.Id, Actor, questions, mask, parts.Now) is not { } card)
            return NotFound();
        (Case, Card, ReportId) = (found, card, card.Report.Id);
        return null;
    }
}

/// <summary>A question on a card, with what was filled in there.</summary>
/// <param name="Case">The case's id.</param>
/// <param name="Report">The report's id.</param>
/// <param name="Line">The question.</param>
/// <param name="Form">What was filled in on the card.</param>
/// <param name="Problems">What is wrong with it, by field.</param>
public sealed record CallQuestion(Guid Case, Guid Report, OpenQuestionLine Line, CallForm Form, IReadOnlyDictionary<string, string> Problems);

/// <summary>What can be filled in on a card, one form at a time.</summary>
public sealed class CallForm
{
    /// <summary>How the call ended; null when no button said so, which must not become the first of them.</summary>
    public CallOutcome? Ended { get; set; }

    /// <summary>What came of it, or an answer, in words.</summary>
    public string? Words { get; set; }

    /// <summary>What kept it past the promised time.</summary>
    public string? LateReason { get; set; }

    /// <summary>The question that is answered.</summary>
    public string? Question { get; set; }

    /// <summary>What was chosen.</summary>
    public IList<string> Chosen { get; init; } = [];

    /// <summary>What they were told.</summary>
    public string? Told { get; set; }

    /// <summary>The day they hear from us next, as a date box holds it.</summary>
    public string? On { get; set; }

    /// <summary>The named reason to call all the same.</summary>
    public OverrideReason? Because { get; set; }

    /// <summary>More about that.</summary>
    public string? BecauseNote { get; set; }
}
