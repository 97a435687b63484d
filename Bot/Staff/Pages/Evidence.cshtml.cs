using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.Uploads;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Knowledge.Reporting;
using Known = ReportBot.Knowledge.Reporting.EvidenceFile;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>Adds files to a case that reached staff outside the conversation. What cannot be kept says why; everything else is kept, also what was typed.</summary>
[IgnoreAntiforgeryToken]
public sealed class EvidenceModel(
    CaseReading reading, CaseCommands commands, AddedFiles files, StaffUploads uploads, IOptions<EvidenceOptions> evidence, IOptions<WebsiteOptions> website,
    TimeProvider clock) : PageModel
{
    private const string NotStored = "Not everything could be stored just now. What is listed below is kept, and nothing is in the case yet. Press again in a moment.";

    /// <summary>The case's id. Not bound: binding reads the whole form first, files and all.</summary>
    public Guid Id => Guid.Parse((string)RouteData.Values["id"]!); // The route asks for one.

    /// <summary>The case.</summary>
    public Case Case { get; private set; } = null!; // Set before the page is shown.

    /// <summary>The id of the command the form gives: pressed twice, it is done once.</summary>
    public Guid Command { get; private set; }

    /// <summary>How it reached staff.</summary>
    public ArrivalWay? Way { get; private set; }

    /// <summary>When, as a date and time box holds it.</summary>
    public string? At { get; private set; }

    /// <summary>Who sent it.</summary>
    public string? From { get; private set; }

    /// <summary>What it shows.</summary>
    public string? Note { get; private set; }

    /// <summary>What is kept, and what was not.</summary>
    public FilesBox Box { get; private set; } = null!; // Set before the page is shown.

    /// <summary>What was done; null when nothing.</summary>
    public string? Done { get; private set; }

    /// <summary>Why nothing was done; null when something was, or nothing was tried.</summary>
    public string? Refusal { get; private set; }

    private ImmutableDictionary<string, string> Problems { get; set; } = ImmutableDictionary<string, string>.Empty;

    private string Thread => AddedFiles.ThreadOf(Id, Command);

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? ProblemOf(string field) => Problems.GetValueOrDefault(field);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is { } refused)
            return refused;
        (Command, At) = (Guid.NewGuid(), StaffTime.Box(clock.GetUtcNow()));
        return await ShowAsync([]);
    }

    /// <summary>Adds what was chosen.</summary>
    public Task<IActionResult> OnPostAsync() => TakeAsync(async upload =>
    {
        var taken = await upload.TakeAsync(Thread, HttpContext.RequestAborted);
        if (taken.Refused.Count > 0 && taken.Kept.Count == 0)
            return await ShowAsync(taken.Refused);
        return await AddAsync(taken.Refused);
    });

    /// <summary>Takes one out again before it is in the case.</summary>
    public Task<IActionResult> OnPostTakeOutAsync() => TakeAsync(async upload =>
    {
        var taken = await upload.TakeAsync(Thread, HttpContext.RequestAborted);
        if (upload.Fields["out"] is { } file)
            await files.TakeOutAsync(Thread, file, HttpContext.RequestAborted);
        return await ShowAsync(taken.Refused);
    });

    private async Task<IActionResult> TakeAsync(Func<StaffUpload, Task<IActionResult>> then)
    {
        if (await FindAsync() is { } refused)
            return refused;
        using var upload = await uploads.OpenAsync(HttpContext);
        if (upload is null || !Guid.TryParse(upload.Fields["command"], out var command) || command == Guid.Empty)
            return BadRequest();
        Command = command;
        await upload.EnterAsync(Thread, HttpContext.RequestAborted);
        // Asked again inside the gate: the same form sent twice stores nothing twice.
        if (await FindAsync() is { } gone)
            return gone;
        if (Case.HasDone(Command))
            return Redirect($"/staff/cases/{Id:N}?done=evidence");
        Fill(upload.Fields);
        try
        {
            return await then(upload);
        }
        catch (IOException) when (!HttpContext.RequestAborted.IsCancellationRequested)
        {
            Refusal = NotStored;
            return await ShowAsync([]);
        }
    }

    private async Task<IActionResult> AddAsync(IReadOnlyList<RefusedFile> refused)
    {
        var kept = await files.ListAsync(Thread, HttpContext.RequestAborted);
        var outcome = await commands.AddEvidenceAsync(
            new CaseCommand(Command, Id, User.Actor()),
            new NewEvidence(Way, StaffTime.Read(At), From, Note, [.. kept.Select(file => new Known(file.Id, file.MediaType, file.Name, file.At))]),
            HttpContext.RequestAborted);
        switch (outcome)
        {
            case CaseDone when refused.Count == 0:
                return Redirect($"/staff/cases/{Id:N}?done=evidence");
            case CaseDone:
                Done = $"{(kept.Length == 1 ? "One file is" : $"{kept.Length} files are")} in the case. What was not kept is below; choose it again if you can get it.";
                Command = Guid.NewGuid();
                return await ShowAsync(refused);
            case CaseMissing:
                return NotFound();
            case CaseNotTheirs:
                return Forbid();
        }

        Refusal = "Nothing is in the case yet. See what is marked below. The files that are listed are kept.";
        Problems = outcome is CaseIncomplete incomplete ? incomplete.Problems.ToImmutableDictionary(problem => problem.Field, problem => OutcomeWords.Of(problem.Problem)) : Problems;
        return await ShowAsync(refused);
    }

    private void Fill(UploadFields fields)
    {
        Way = Enum.TryParse<ArrivalWay>(fields["way"], out var way) && Enum.IsDefined(way) ? way : null;
        (At, From, Note) = (fields["at"], Trimmed(fields["from"]), Trimmed(fields["note"]));
    }

    // Whoever may not see the case is told nothing, and nothing they send is read.
    private async Task<IActionResult?> FindAsync()
    {
        var actor = User.Actor();
        if (!actor.Works)
            return Forbid();
        if (await reading.OpenAsync(actor, Id, look: null, detail: null, HttpContext.RequestAborted) is not { } found)
            return NotFound();
        Case = found;
        return null;
    }

    private async Task<IActionResult> ShowAsync(IReadOnlyList<RefusedFile> refused)
    {
        Box = new FilesBox(await files.ListAsync(Thread, HttpContext.RequestAborted), refused, evidence.Value.MaxBytes, website.Value.FilesPerMessage);
        return Page();
    }

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
