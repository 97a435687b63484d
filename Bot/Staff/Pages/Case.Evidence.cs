using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff.Pages;

public sealed partial class CaseModel
{
    /// <summary>What was filled in to take a file out.</summary>
    [BindProperty]
    public EvidenceOutForm Out { get; set; } = new();

    /// <summary>Takes a file out that staff added.</summary>
    public Task<IActionResult> OnPostTakeOutAsync() => DoAsync("taken-out", command => commands.TakeEvidenceOutAsync(
        command, new EvidenceOut(Out.File, Out.Why, Typed(Out.Note)), HttpContext.RequestAborted));
}

/// <summary>What can be filled in to take a file out.</summary>
public sealed class EvidenceOutForm
{
    /// <summary>The file's id.</summary>
    public string? File { get; set; }

    /// <summary>Why.</summary>
    public TakenOutReason? Why { get; set; }

    /// <summary>More about it.</summary>
    public string? Note { get; set; }
}
