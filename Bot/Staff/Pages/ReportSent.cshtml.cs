using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.Entering;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>What to read out to the person after their report was entered. For whoever entered it, for a day; each look is on record.</summary>
public sealed class ReportSentModel(CaseReading reading, ReportEntry entry, CasePageParts parts) : PageModel
{
    /// <summary>Who entered it.</summary>
    public StaffActor Actor { get; private set; } = null!; // Set before the page is shown.

    /// <summary>The report.</summary>
    public Report Report { get; private set; } = null!; // Set before the page is shown.

    /// <summary>The case it is in.</summary>
    public Case Case { get; private set; } = null!; // Set before the page is shown.

    /// <summary>The return code; null while none was issued, because sending was cut off.</summary>
    public string? Code { get; private set; }

    /// <summary>True when whoever entered it may also work on it.</summary>
    public bool MaySee => Actor.MaySee(Case);

    /// <summary>The clock of the case.</summary>
    public CaseClock Clock => parts.ClockOf(Case.Standing);

    /// <summary>The promise, in the words the person is told.</summary>
    public string Promise => StaffWords.ToldOf(Report.Promise);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid report)
    {
        Actor = User.Actor();
        if (!Actor.Works)
            return Forbid();
        if (await reading.EnteredByAsync(Actor, report, HttpContext.RequestAborted) is not { } found)
            return NotFound();
        (Case, Report) = found;
        Code = await entry.CodeOfAsync(Report, HttpContext.RequestAborted);
        return Page();
    }
}
