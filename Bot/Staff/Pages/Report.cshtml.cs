using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.Entering;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>A report that reached staff another way, as a member of staff enters it. What is typed is kept as it is, in order or not.</summary>
public sealed class ReportModel(
    EntryDrafts drafts, EntryReader reader, EntryQuestions questions, ReportEntry entry, EntryFiles files, EntryHold hold, SlurMask mask, TimeProvider clock) : PageModel
{
    private const string OtherTab =
        "This form was changed in another tab since. What you typed here is in this page and not kept yet. Press again to keep it in place of what was typed there.";

    private const string NotStored = "It could not be stored just now. What you typed is in this page. Try again in a moment.";

    /// <summary>Who enters it.</summary>
    public StaffActor Actor { get; private set; } = null!; // Set before the page is shown.

    /// <summary>What was typed.</summary>
    public EntryDraft Entry { get; private set; } = null!; // Set before the page is shown.

    /// <summary>What it comes to.</summary>
    public EntryReading Read { get; private set; } = null!; // Set before the page is shown.

    /// <summary>True once it was tried to send it, or a problem was asked for: before that, nothing is marked as missing.</summary>
    public bool ShowsProblems { get; private set; }

    /// <summary>What happened to it; null when nothing.</summary>
    public string? Done { get; private set; }

    /// <summary>Why it was not sent or kept; null when it was not tried.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The questions of the conversation.</summary>
    public EntryQuestions Questions => questions;

    /// <summary>The word of whose form it is, for when the session ends before it is sent.</summary>
    public string Hold => hold.For(Actor);

    /// <summary>How many files came with it.</summary>
    public int Files { get; private set; }

    /// <summary>Now, as a date and time box holds it.</summary>
    public string NowBox => StaffTime.Box(clock.GetUtcNow());

    /// <summary>What is wrong with a box; null when nothing is, or nothing was tried yet.</summary>
    public string? ProblemOf(string box) => ShowsProblems ? Read.Problems.GetValueOrDefault(box) : null;

    /// <summary>What the account suggests for a question, each with the words it goes by; slurs are not shown in full.</summary>
    public ImmutableArray<(string Value, string Words)> SuggestedFor(string question)
    {
        var account = Read.Told.AccountText;
        var suggested = question switch
        {
            Question.Perception => Suggestions.Characteristics(Read.Reading.Recognised, account),
            Question.Behaviours => Suggestions.Behaviours(Read.Reading.Recognised, account),
            _ => [],
        };
        return [.. suggested.Select(one => (one.Value, string.Join(", ", one.Evidence.Take(3).Select(words => $"“{mask.Mask(words)}”"))))];
    }

    /// <summary>Shows the form, with what was typed before.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? done)
    {
        Actor = User.Actor();
        if (!Actor.Works)
            return Forbid();
        var kept = drafts.Find(Actor.Who.Id);
        Done = done is "kept" ? "It is kept. It stays here for a day after you last changed it, for you alone."
            : kept is null ? null : $"What you typed is still here. It was begun {StaffTime.Of(kept.StartedAt, clock.GetUtcNow())}.";
        return await ShowAsync(kept ?? New());
    }

    /// <summary>Keeps what was typed.</summary>
    public async Task<IActionResult> OnPostKeepAsync() =>
        await TakeAsync() ?? (await KeptAsync() ? Redirect($"{EntryHold.Address}?done=kept") : Page());

    /// <summary>Keeps what was typed, and goes on to the files that came with it.</summary>
    public async Task<IActionResult> OnPostFilesAsync() => await TakeAsync() ?? (await KeptAsync() ? Redirect($"{EntryHold.Address}/files") : Page());

    /// <summary>Keeps what was typed for a script, which stays in the page: the version it is now, or a conflict.</summary>
    public async Task<IActionResult> OnPostAutoAsync() => await TakeAsync() ?? (await KeptAsync() ? Content($"{Entry.Version}", "text/plain") : new ConflictResult());

    /// <summary>Shows what the account suggests, beside the choices.</summary>
    public async Task<IActionResult> OnPostLookAsync()
    {
        if (await TakeAsync() is { } refused)
            return refused;
        if (await KeptAsync())
            Done = Read.Reading.Recognised.Characteristics.IsEmpty && Read.Reading.Recognised.Behaviours.IsEmpty
                ? "It is kept. Nothing in these words suggests what it was about. Ask the person."
                : "It is kept. What these words suggest stands first below, unticked. Tick only what the person says.";
        return Page();
    }

    /// <summary>Throws away what was typed.</summary>
    public async Task<IActionResult> OnPostStartAgainAsync()
    {
        if (await TakeAsync() is { } refused)
            return refused;
        if (drafts.Find(Actor.Who.Id)?.Id == Entry.Id)
            await files.ThrowAwayAsync(Entry.Id, HttpContext.RequestAborted);
        await drafts.ForgetAsync(Actor.Who.Id, Entry.Id);
        return Redirect(EntryHold.Address);
    }

    /// <summary>Sends the report.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await TakeAsync() is { } refused)
            return refused;
        ShowsProblems = true;
        if (!Read.Problems.IsEmpty)
        {
            if (await KeptAsync())
                Refusal = "Nothing was sent yet. What you typed is kept. See what is marked below.";
            return Page();
        }

        // Kept first, so that nothing is lost when sending is cut off. Pressed twice, the same is kept already, or sent.
        if (!await KeptAsync() && drafts.Find(Actor.Who.Id) is { } kept && kept.Id == Entry.Id && !kept.SaysTheSameAs(Entry))
            return Page();
        Refusal = null;
        return await SendAsync();
    }

    private async Task<IActionResult> SendAsync()
    {
        switch (await SentAsync())
        {
            case null:
                Refusal = NotStored;
                return Page();
            case CaseDone:
                return Redirect($"{EntryHold.Address}/{Entry.Id:N}");
            case EnteredAlready already:
                // A report never changes once it is sent: what is new becomes one of its own, or a note.
                Entry = Entry with { Id = Guid.NewGuid(), Version = drafts.Find(Actor.Who.Id)?.Version ?? 0 };
                await KeptAsync();
                await files.CarryOverAsync(already.Sent, Entry.Id, HttpContext.RequestAborted);
                Refusal = $"{already.Sent.Reference} was sent from this form already, and something was changed here since. Nothing more was sent. "
                    + "Write what is new as a note in that case, and add new files there. If it is another report, press Send again.";
                return Page();
            case CaseNotTheirs:
                return Forbid();
            default:
                throw new InvalidOperationException("What is in order is sent.");
        }
    }

    private async Task<CaseOutcome?> SentAsync()
    {
        try
        {
            var outcome = await entry.SendAsync(Actor, Read, HttpContext.RequestAborted);
            if (outcome is CaseDone)
                await drafts.ForgetAsync(Actor.Who.Id, Entry.Id);
            return outcome;
        }
        catch (IOException)
        {
            return null; // Pressed again, it goes on from where it stopped.
        }
    }

    private EntryDraft New() => new()
    {
        Id = Guid.NewGuid(), StartedAt = clock.GetUtcNow(), Typed = ImmutableDictionary<string, string>.Empty.Add(EntryBox.At, NowBox),
    };

    private async Task<IActionResult> ShowAsync(EntryDraft draft)
    {
        (Entry, Read) = (draft, reader.Read(draft, clock.GetUtcNow()));
        Files = (await files.ListAsync(draft.Id, HttpContext.RequestAborted)).Length;
        return Page();
    }

    // What refuses the form itself; null when it was read.
    private async Task<IActionResult?> TakeAsync()
    {
        Actor = User.Actor();
        if (!Actor.Works)
            return Forbid();
        if (EntryForms.Read(await Request.ReadFormAsync(HttpContext.RequestAborted), clock.GetUtcNow()) is not { } draft)
            return BadRequest();
        await ShowAsync(draft with { StartedAt = drafts.Find(Actor.Who.Id) is { } kept && kept.Id == draft.Id ? kept.StartedAt : draft.StartedAt });
        return null;
    }

    private async Task<bool> KeptAsync()
    {
        try
        {
            if (await drafts.KeepAsync(Actor.Who.Id, Entry))
            {
                Entry = Entry with { Version = Entry.Version + 1 };
                return true;
            }
        }
        catch (IOException)
        {
            Refusal = NotStored;
            return false;
        }

        (Refusal, Entry) = (OtherTab, Entry with { Version = drafts.Find(Actor.Who.Id)?.Version ?? 0 });
        return false;
    }
}

/// <summary>A question of the form with what was chosen and typed, and what the account suggests.</summary>
/// <param name="Question">The question.</param>
/// <param name="Entry">What was typed.</param>
/// <param name="Suggested">What is suggested, with the words it goes by.</param>
public sealed record EntryField(EntryQuestion Question, EntryDraft Entry, ImmutableArray<(string Value, string Words)> Suggested)
{
    /// <summary>Its choices: those suggested first.</summary>
    public IEnumerable<string> Choices => Question.All.OrderBy(choice => WordsOf(choice) is null);

    /// <summary>The words a choice is suggested by; null when it is not.</summary>
    public string? WordsOf(string choice) => Suggested.Where(one => one.Value == choice).Select(one => one.Words).FirstOrDefault();
}
