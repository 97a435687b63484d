using System.Collections.Immutable;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff.Pages;

public sealed partial class CaseModel
{
    /// <summary>The copies to share of what is shown, by the original's words; empty unless exact words were asked for.</summary>
    public ImmutableDictionary<string, string> Copies { get; private set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Saves the copy to share of a report, as plain text.</summary>
    public async Task<IActionResult> OnPostCopyAsync([FromForm] Guid report)
    {
        Actor = User.Actor();
        if (!Actor.SeesWords)
            return Forbid();
        // Looked for first without a record: only a report that is there can be put on it.
        if (await reading.OpenAsync(Actor, Id, look: null, detail: null, HttpContext.RequestAborted) is not { } found
            || found.Reports.FirstOrDefault(candidate => candidate.Id == report) is not { } copied)
            return NotFound();
        await reading.OpenAsync(Actor, Id, AuditAction.CopyToShareSaved, report.ToString("N"), HttpContext.RequestAborted);
        var text = await copies.FileOfAsync(found, copied, HttpContext.RequestAborted);
        return File(Encoding.UTF8.GetBytes(text), MediaTypeNames.Text.Plain + "; charset=utf-8", $"{copied.Reference}-to-share.txt");
    }
}
