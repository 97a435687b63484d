using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff.Pages;

public sealed partial class QueueModel
{
    /// <summary>The views this person keeps.</summary>
    public ImmutableArray<SavedView> Saved { get; private set; } = [];

    /// <summary>Keeps the view that is shown under a name.</summary>
    public async Task<IActionResult> OnPostKeepAsync([FromForm] string? name)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        var kept = name?.Trim() is { Length: > 0 and <= SavedView.LongestName } known
            && await accounts.KeepViewAsync(User.Actor().Who.Id, new SavedView(known, Asked.Show, Asked.Queue, Asked.Risk, Asked.Who, Asked.Marks), HttpContext.RequestAborted);
        if (kept)
            return Redirect(Asked.Address);
        Message = $"It was not kept. A name has 1 to {SavedView.LongestName} characters, and there is room for {SavedView.Most} views.";
        await LoadAsync(after: null);
        return Page();
    }

    /// <summary>Lets a view go.</summary>
    public async Task<IActionResult> OnPostForgetAsync([FromForm] string? name)
    {
        await accounts.ForgetViewAsync(User.Actor().Who.Id, name ?? "", HttpContext.RequestAborted);
        return Redirect("/staff");
    }
}
