using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Hosting;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Storage.Evidence;
using EvidenceFile = ReportBot.Bot.Storage.Evidence.EvidenceFile;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>
/// Shows the safe copy of a document as pictures of its pages, drawn in this page: nothing in the document is run, and no other program opens it.
/// The copy itself comes from its own address, which records the look.
/// </summary>
public sealed class PaperModel(CaseReading reading, CaseFiles files) : PageModel
{
    // The library draws letters with fonts out of the document, and does its work in a worker from our own origin.
    private const string Drawing = "; worker-src 'self'; font-src 'self' blob: data:";

    /// <summary>The case's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The document.</summary>
    public EvidenceFile Document { get; private set; } = null!; // Set before the page is shown.

    /// <summary>Where its safe copy is.</summary>
    public string Address => $"/staff/cases/{Id:N}/files/{Document.Id}";

    /// <summary>The page the pages are drawn in.</summary>
    public async Task<IActionResult> OnGetAsync(string file)
    {
        if (!User.Actor().SeesWords)
            return Forbid();
        if (await reading.OpenAsync(User.Actor(), Id, look: null, detail: null, HttpContext.RequestAborted) is not { } found
            || (await files.ListAsync(User.Actor(), found, HttpContext.RequestAborted)).FirstOrDefault(one => one.File.Id == file)
                is not { File: { Kind: EvidenceKind.Document, Copy: not CopyState.NotAvailable } document })
            return NotFound();
        Document = document;
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.ContentSecurityPolicy + Drawing;
        return Page();
    }
}
