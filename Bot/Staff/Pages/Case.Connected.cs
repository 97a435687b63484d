using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff.Pages;

public sealed partial class CaseModel
{
    /// <summary>The other case that is judged to be connected, or not.</summary>
    [BindProperty]
    public Guid Other { get; set; }

    /// <summary>What the case may be connected with.</summary>
    public ConnectedCases Connected { get; private set; } = ConnectedCases.None;

    /// <summary>Confirms that another case is connected.</summary>
    public Task<IActionResult> OnPostConnectAsync() => DoAsync("connected", command => commands.JudgeConnectionAsync(command, Other, isConnected: true, HttpContext.RequestAborted));

    /// <summary>Says that another case is not connected.</summary>
    public Task<IActionResult> OnPostDismissAsync() => DoAsync("apart", command => commands.JudgeConnectionAsync(command, Other, isConnected: false, HttpContext.RequestAborted));

    /// <summary>False for what would tell whoever looks of a case they may not see.</summary>
    public bool MayTell(CaseEvent happened) => happened is not ConnectionJudged judged || Connected.Shown.Any(one => one.Other.Id == judged.Other);
}
