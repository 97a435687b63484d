using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>The queue: what matters next, first.</summary>
public sealed class QueueModel(CaseReading reading, CaseCommands commands, CasePageParts parts) : PageModel
{
    private const int LinesOnPage = 50;

    /// <summary>The filters of how far a case is, as they stand in addresses, with their words.</summary>
    public static readonly (string Value, string Words, Func<StaffActor, CaseFilter> Filter)[] Views =
    [
        ("to-do", "To do", CasePageParts.ToDo),
        ("new", "Nobody has", actor => Every(actor) with { Unheld = true }),
        ("mine", "Mine", actor => Every(actor) with { Holder = actor.Who.Id }),
        ("up", "Managers are asked", actor => Every(actor) with { Levels = [CaseLevel.Manager, CaseLevel.CommunitySafetyManager] }),
        ("missed", "Promise missed", actor => Every(actor) with { Missed = true }),
        ("contacted", "Contact made", actor => Every(actor) with { States = [CaseState.Contacted, CaseState.WroteAgain] }),
        ("all", "All", Every),
    ];

    /// <summary>The queue asked for; null for all this person may see.</summary>
    [BindProperty(SupportsGet = true)]
    public Queue? Queue { get; set; }

    /// <summary>The view asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Who looks.</summary>
    public StaffActor Actor { get; private set; } = null!; // Set before the page is shown.

    /// <summary>The page of the list.</summary>
    public CasePage Cases { get; private set; } = new([], null);

    /// <summary>What came of taking a case from here; null when nothing was tried.</summary>
    public string? Message { get; private set; }

    /// <summary>The address of the next page; null on the last.</summary>
    public string? NextAddress => Cases.Next is { } next
        ? string.Create(CultureInfo.InvariantCulture, $"/staff?queue={Queue}&show={Show}&after={(int)next.Risk}.{next.Due.ToUnixTimeMilliseconds()}.{next.Id:N}")
        : null;

    /// <summary>What was just done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>Shows a page of the queue, or opens the case of a reference.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? after, [FromQuery] string? reference, [FromQuery] string? done)
    {
        Done = DoneWords.Of(done);
        await LoadAsync(Place(after));
        if (string.IsNullOrWhiteSpace(reference))
            return Page();
        if (!ReferenceNumber.TryParse(reference, out var known))
            Message = "That is not a reference. One looks like HR-7K2M-Q0XA.";
        else if (await reading.FindAsync(Actor, known, HttpContext.RequestAborted) is { } id)
            return Redirect($"/staff/cases/{id:N}");
        else
            Message = $"There is no case with the reference {known}, or it is not for you to see.";
        return Page();
    }

    /// <summary>Takes a case and opens it.</summary>
    public async Task<IActionResult> OnPostClaimAsync([FromForm] Guid id, [FromForm] Guid command)
    {
        if (id == Guid.Empty || command == Guid.Empty)
            return BadRequest();
        Actor = User.Actor();
        var outcome = await commands.ClaimAsync(new CaseCommand(command, id, Actor), HttpContext.RequestAborted);
        if (outcome is CaseDone)
            return Redirect($"/staff/cases/{id:N}?done=claimed");
        Message = OutcomeWords.Of(outcome, parts.Now);
        await LoadAsync(after: null);
        return Page();
    }

    /// <summary>What the page is put together from.</summary>
    public CasePageParts Parts => parts;

    private async Task LoadAsync(CasePlace? after)
    {
        Actor = User.Actor();
        var view = Views.FirstOrDefault(view => view.Value == Show, Views[0]);
        Show = view.Value;
        var filter = view.Filter(Actor);
        if (Queue is { } one)
            filter = filter with { Queues = [one] };
        Cases = await reading.ListAsync(Actor, filter, after, LinesOnPage, HttpContext.RequestAborted);
    }

    private static CaseFilter Every(StaffActor actor) => new() { Queues = [.. actor.Queues], States = [.. Enum.GetValues<CaseState>()] };

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
