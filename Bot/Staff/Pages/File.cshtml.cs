using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Storage.Evidence;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>
/// A file of a case: its copy without metadata, or, asked for with a reason, its original. Whatever it is, it runs nothing: it comes under a
/// sandbox, by the type its content showed, and what is no picture, sound or video is only ever saved.
/// </summary>
public sealed class FileModel(CaseReading reading, CaseFiles files) : PageModel
{
    private const string Sandbox = "default-src 'none'; sandbox";

    /// <summary>The copy.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string file) => await SendAsync(id, file, original: false, AuditAction.FileViewed, file);

    /// <summary>The original, to be saved.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string file, [FromForm] OriginalReason reason) =>
        ModelState.IsValid ? await SendAsync(id, file, original: true, AuditAction.OriginalFileViewed, $"{file} {reason}") : BadRequest();

    private async Task<IActionResult> SendAsync(Guid id, string file, bool original, AuditAction look, string detail)
    {
        if (!User.Actor().SeesWords)
            return Forbid();
        // Looked for first without a record: only what is there can be put on it.
        if (await reading.OpenAsync(User.Actor(), id, look: null, detail: null, HttpContext.RequestAborted) is not { } found
            || await files.OpenAsync(User.Actor(), found, file, original, HttpContext.RequestAborted) is not { } opened)
            return NotFound();
        await reading.OpenAsync(User.Actor(), id, look, detail, HttpContext.RequestAborted);
        Response.Headers.ContentSecurityPolicy = Sandbox;
        var isShown = !original && opened.File.Kind is EvidenceKind.Photo or EvidenceKind.Video or EvidenceKind.Audio;
        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        disposition.SetHttpFileName(opened.File.Name);
        Response.GetTypedHeaders().ContentDisposition = disposition;
        return new FileStreamResult(opened.Content, opened.File.MediaType) { EnableRangeProcessing = true };
    }
}
