using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.Entering;
using ReportBot.Bot.Staff.Uploads;
using ReportBot.Bot.Storage.Evidence;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>The files that came with a report which somebody is entering. What they typed is kept meanwhile.</summary>
[IgnoreAntiforgeryToken]
public sealed class ReportFilesModel(
    EntryDrafts drafts, EntryFiles files, StaffUploads uploads, IOptions<EvidenceOptions> evidence, IOptions<WebsiteOptions> website) : PageModel
{
    /// <summary>The report.</summary>
    public Guid Report { get; private set; }

    /// <summary>What is kept, and what was not.</summary>
    public FilesBox Box { get; private set; } = null!; // Set before the page is shown.

    /// <summary>What happened; null when nothing.</summary>
    public string? Done { get; private set; }

    /// <summary>Why nothing, or not everything, was added; null when it was.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var actor = User.Actor();
        if (!actor.Works)
            return Forbid();
        return drafts.Find(actor.Who.Id) is { } draft ? await ShowAsync(draft.Id, []) : Redirect(EntryHold.Address);
    }

    /// <summary>Adds files.</summary>
    public Task<IActionResult> OnPostAsync() => TakeAsync(_ => Task.CompletedTask);

    /// <summary>Takes one out.</summary>
    public Task<IActionResult> OnPostTakeOutAsync() => TakeAsync(fields =>
        fields["out"] is { } file ? files.TakeOutAsync(Report, file, HttpContext.RequestAborted) : Task.CompletedTask);

    private async Task<IActionResult> TakeAsync(Func<UploadFields, Task> then)
    {
        var actor = User.Actor();
        if (!actor.Works)
            return Forbid();
        using var upload = await uploads.OpenAsync(HttpContext);
        if (upload is null || !Guid.TryParse(upload.Fields["report"], out var report))
            return BadRequest();
        var thread = EntryFiles.ThreadOf(report);
        await upload.EnterAsync(thread, HttpContext.RequestAborted);
        // Asked inside the gate: a report that was sent or thrown away takes no more files.
        if (drafts.Find(actor.Who.Id) is not { } draft || draft.Id != report)
            return await ElsewhereAsync(actor);
        Report = report;
        try
        {
            var taken = await upload.TakeAsync(thread, HttpContext.RequestAborted);
            await then(upload.Fields);
            Done = taken.Kept.Count == 0 ? null : $"{(taken.Kept.Count == 1 ? "The file is" : $"{taken.Kept.Count} files are")} kept. Go back to the report to send it.";
            return await ShowAsync(report, taken.Refused);
        }
        catch (IOException) when (!HttpContext.RequestAborted.IsCancellationRequested)
        {
            Refusal = "Not everything could be stored just now. What is listed is kept. Choose the rest again in a moment.";
            return await ShowAsync(report, []);
        }
    }

    private async Task<IActionResult> ElsewhereAsync(StaffActor actor)
    {
        if (drafts.Find(actor.Who.Id) is not { } other)
            return Redirect(EntryHold.Address);
        Refusal = "The report these files were for was sent or thrown away in another tab. They were not added. Below are the files of the report you are entering now.";
        return await ShowAsync(other.Id, []);
    }

    private async Task<IActionResult> ShowAsync(Guid report, IReadOnlyList<RefusedFile> refused)
    {
        Report = report;
        Box = new FilesBox(await files.ListAsync(report, HttpContext.RequestAborted), refused, evidence.Value.MaxBytes, website.Value.FilesPerMessage);
        return Page();
    }
}
