using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>The queue: what matters next, first.</summary>
public sealed partial class QueueModel(CaseReading reading, CaseCommands commands, StaffAccounts accounts, SearchLimit limit, CasePageParts parts) : PageModel
{
    private const int LinesOnPage = 50;

    private CaseCounts _counts = new(null, []);

    /// <summary>The queue asked for; null for all this person may see.</summary>
    [BindProperty(SupportsGet = true)]
    public Queue? Queue { get; set; }

    /// <summary>How far the cases may be.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Who may have them.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    /// <summary>True for only those whose promise was missed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Missed { get; set; }

    /// <summary>True for only those that managers are asked about.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Up { get; set; }

    /// <summary>The risk band asked for; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public RiskBand? Risk { get; set; }

    /// <summary>All that was asked for.</summary>
    public QueueView Asked => QueueView.Of(Show, Who, (Missed ? CaseMarkings.Missed : 0) | (Up ? CaseMarkings.Up : 0), Queue, Risk);

    /// <summary>Who looks.</summary>
    public StaffActor Actor { get; private set; } = null!; // Set before the page is shown.

    /// <summary>The cases on the page, in order.</summary>
    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];

    /// <summary>How many cases the whole list has; null for what was found.</summary>
    public long? Count => Found ? null : _counts.Of(Asked.Filter(Actor));

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

    /// <summary>How many cases of the risk band asked for a view has.</summary>
    public string CountOf(QueueView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return _counts.Of(view.Filter(Actor)).ToString("N0", CultureInfo.InvariantCulture);
    }

    private async Task LoadAsync(CasePlace? after)
    {
        await LoadSurroundingsAsync();
        var page = await reading.ListAsync(Actor, Asked.Filter(Actor), after, LinesOnPage, HttpContext.RequestAborted);
        Lines = page.Lines;
        if (page.Next is { } next)
            NextAddress = string.Create(CultureInfo.InvariantCulture, $"{Asked.Address}&after={(int)next.Risk}.{next.Due.ToUnixTimeMilliseconds()}.{next.Id:N}");
    }

    private async Task LoadSurroundingsAsync()
    {
        Actor = User.Actor();
        if (Queue is { } asked && !Actor.MaySee(asked))
            Queue = null;
        _counts = await reading.CountAsync(Actor, Risk, HttpContext.RequestAborted);
        Saved = (await accounts.FindAsync(Actor.Who.Id, HttpContext.RequestAborted))?.Views ?? [];
    }

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
