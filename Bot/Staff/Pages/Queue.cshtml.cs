using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>The queue: what matters next, first.</summary>
public sealed partial class QueueModel(CaseReading reading, CaseCommands commands, StaffAccounts accounts, CasePageParts parts) : PageModel
{
    private const int LinesOnPage = 50;

    /// <summary>The views of the queue, as they stand in addresses, with their words.</summary>
    public static readonly (string Value, string Words, Func<StaffActor, CaseFilter> Filter)[] Views =
    [
        ("to-do", "To do", CasePageParts.ToDo),
        ("new", "Nobody has", actor => Every(actor) with { Unheld = true }),
        ("mine", "Mine", actor => Every(actor) with { Holder = actor.Who.Id }),
        ("up", "Managers are asked", actor => Every(actor) with { Levels = [CaseLevel.Manager, CaseLevel.CommunitySafetyManager] }),
        ("missed", "Promise missed", actor => Every(actor) with { Missed = true }),
        ("contacted", "Contact made", actor => Every(actor) with { States = [CaseState.Contacted, CaseState.WroteAgain, CaseState.AwaitsSecond] }),
        ("unread", "They wrote again", actor => Every(actor) with { States = [CaseState.WroteAgain] }),
        ("all", "All that is open", Every),
        ("second", "Waiting for a second person", actor => Every(actor) with { States = [CaseState.AwaitsSecond] }),
        ("follow-up", "Follow up", CasePageParts.ToFollowUp),
        ("closed", "Closed", actor => Every(actor) with { States = CaseFilter.Closed }),
    ];

    private CaseCounts _counts = new([]);

    /// <summary>The queue asked for; null for all this person may see.</summary>
    [BindProperty(SupportsGet = true)]
    public Queue? Queue { get; set; }

    /// <summary>The view asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>The risk band asked for; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public RiskBand? Risk { get; set; }

    /// <summary>Who looks.</summary>
    public StaffActor Actor { get; private set; } = null!; // Set before the page is shown.

    /// <summary>The cases on the page, in order.</summary>
    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];

    /// <summary>How many cases the whole list has; null when that is not counted.</summary>
    public long? Count => Found ? null : _counts.Of(Filter(Show, Queue));

    /// <summary>What came of taking a case or of looking for one from here; null when nothing was tried.</summary>
    public string? Message { get; private set; }

    /// <summary>The address of the next page; null on the last, and for what was found.</summary>
    public string? NextAddress { get; private set; }

    /// <summary>What was just done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>What the page is put together from.</summary>
    public CasePageParts Parts => parts;

    /// <summary>Shows a page of the queue.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? after, [FromQuery] string? done)
    {
        Done = DoneWords.Of(done);
        await LoadAsync(Place(after));
        return Page();
    }

    /// <summary>Takes a case and opens it.</summary>
    public async Task<IActionResult> OnPostClaimAsync([FromForm] Guid id, [FromForm] Guid command)
    {
        if (id == Guid.Empty || command == Guid.Empty)
            return BadRequest();
        var outcome = await commands.ClaimAsync(new CaseCommand(command, id, User.Actor()), HttpContext.RequestAborted);
        if (outcome is CaseDone)
            return Redirect($"/staff/cases/{id:N}?done=claimed");
        if (outcome is CaseNotTheirs)
            return Forbid();
        Message = OutcomeWords.Of(outcome, parts.Now);
        await LoadAsync(after: null);
        return Page();
    }

    /// <summary>How many cases a view of a queue has.</summary>
    public string CountOf(string? show, Queue? queue) => _counts.Of(Filter(show, queue) with { Risk = null })?.ToString("N0", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The address of a view.</summary>
    public static string AddressOf(string? show, Queue? queue, RiskBand? risk) => $"/staff?queue={queue}&show={show}&risk={risk}";

    private async Task LoadAsync(CasePlace? after)
    {
        await LoadSurroundingsAsync();
        var page = await reading.ListAsync(Actor, Filter(Show, Queue), after, LinesOnPage, HttpContext.RequestAborted);
        Lines = page.Lines;
        if (page.Next is { } next)
            NextAddress = string.Create(CultureInfo.InvariantCulture, $"{AddressOf(Show, Queue, Risk)}&after={(int)next.Risk}.{next.Due.ToUnixTimeMilliseconds()}.{next.Id:N}");
    }

    private async Task LoadSurroundingsAsync()
    {
        Actor = User.Actor();
        Show = ViewOf(Show).Value;
        if (Queue is { } asked && !Actor.MaySee(asked))
            Queue = null;
        _counts = await reading.CountAsync(Actor, HttpContext.RequestAborted);
        Saved = (await accounts.FindAsync(Actor.Who.Id, HttpContext.RequestAborted))?.Views ?? [];
    }

    private CaseFilter Filter(string? show, Queue? queue)
    {
        var filter = ViewOf(show).Filter(Actor) with { Risk = Risk };
        return queue is { } one ? filter with { Queues = [one] } : filter;
    }

    private static (string Value, string Words, Func<StaffActor, CaseFilter> Filter) ViewOf(string? show) => Views.FirstOrDefault(view => view.Value == show, Views[0]);

    private static CaseFilter Every(StaffActor actor) => new() { Queues = [.. actor.Queues], States = CaseFilter.Open };

    private static CasePlace? Place(string? after)
    {
        var parts = after?.Split('.');
        return parts is [var risk, var due, var id]
            && int.TryParse(risk, CultureInfo.InvariantCulture, out var band)
            && long.TryParse(due, CultureInfo.InvariantCulture, out var moment) && moment is > 0 and < 253_402_300_800_000
            && Guid.TryParse(id, out var place)
                ? new CasePlace((RiskBand)band, DateTimeOffset.FromUnixTimeMilliseconds(moment), place)
                : null;
    }
}
