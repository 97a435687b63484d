using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff.Pages;

public sealed partial class CaseModel
{
    /// <summary>What was filled in to say that somebody has a conflict of interest, or has none any more.</summary>
    [BindProperty]
    public WallForm Wall { get; set; } = new();

    /// <summary>Everybody the case can be walled off from besides whoever looks, by name. Only those who oversee are shown them.</summary>
    public IReadOnlyList<Colleague> NotWalled { get; private set; } = [];

    /// <summary>Walls the case off from oneself, or from a colleague.</summary>
    public Task<IActionResult> OnPostConflictAsync() => DoAsync("walled", command => commands.DeclareConflictAsync(
        command, new Conflict(Wall.Who, Wall.Kind, Wall.Reason), HttpContext.RequestAborted));

    /// <summary>Takes a wall down.</summary>
    public async Task<IActionResult> OnPostLiftAsync() => User.Actor().Oversees
        ? await DoAsync("lifted", command => commands.LiftConflictAsync(command, Wall.Who ?? Guid.Empty, Wall.Reason, HttpContext.RequestAborted))
        : Forbid();
}

/// <summary>What can be filled in about a conflict of interest.</summary>
public sealed class WallForm
{
    /// <summary>Whose it is; null for whoever fills it in.</summary>
    public Guid? Who { get; set; }

    /// <summary>What they have to do with the case.</summary>
    public ConflictKind Kind { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}
