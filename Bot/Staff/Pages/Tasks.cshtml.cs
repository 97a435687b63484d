using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>What somebody has to do, over all their cases: what is due first first.</summary>
public sealed class TasksModel(CaseReading reading, TimeProvider clock) : PageModel
{
    private const int LinesOnPage = 25;

    /// <summary>True when the page shows the tasks that are nobody's.</summary>
    public bool OfNobody { get; private set; }

    /// <summary>The tasks, in order.</summary>
    public ImmutableArray<ListedTask> Tasks { get; private set; } = [];

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The address of the next page; null on the last.</summary>
    public string? NextAddress { get; private set; }

    /// <summary>Shows a page of them.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? show, [FromQuery] string? after)
    {
        var actor = User.Actor();
        if (!actor.Works)
            return Forbid();
        OfNobody = show == "nobody";
        var page = await reading.TasksAsync(actor, OfNobody, Place(after), LinesOnPage, HttpContext.RequestAborted);
        Tasks = page.Tasks;
        if (page.Next is { } next)
            NextAddress = string.Create(CultureInfo.InvariantCulture, $"/staff/tasks?show={(OfNobody ? "nobody" : "mine")}&after={next.Due.ToUnixTimeMilliseconds()}.{next.Id:N}");
        return Page();
    }

    private static TaskPlace? Place(string? after) =>
        after?.Split('.') is [var due, var id]
        && long.TryParse(due, CultureInfo.InvariantCulture, out var moment) && moment is > 0 and < 253_402_300_800_000
        && Guid.TryParse(id, out var place)
            ? new TaskPlace(DateTimeOffset.FromUnixTimeMilliseconds(moment), place)
            : null;
}
