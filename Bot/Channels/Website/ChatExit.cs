using Microsoft.Extensions.Options;
using ReportBot.Bot.Site;

namespace ReportBot.Bot.Channels.Website;

/// <summary>
/// "Exit this page" and "start a new one". Both end the session, so that neither the back button nor a copy of the cookie opens
/// anything; what was told is kept and opens with its return code.
/// </summary>
public sealed class ChatExit(ChatDoor door, IOptions<OrganisationOptions> organisation, ILogger<ChatExit> logger)
{
    /// <summary>Leaves. Nothing that goes wrong here holds anyone on the page.</summary>
    public async Task LeaveAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!IsMeant(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await EndAsync(context);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        ChatAnswer.SeeOther(context, organisation.Value.ExitTarget.AbsoluteUri);
    }

    /// <summary>Closes the open conversation in this browser and goes to a new one.</summary>
    public async Task StartNewAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await EndAsync(context);
        ChatAnswer.SeeOther(context, "/chat");
    }

    // A link or our own script; not another site's picture, nor a browser that loads what might be pressed next.
    private static bool IsMeant(HttpRequest request)
    {
        if (request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase))
            return false;
        return request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
            || request.Headers["Sec-Fetch-Mode"] == "navigate";
    }

    private async Task EndAsync(HttpContext context)
    {
        try
        {
            await door.EndAsync(context.Request, CancellationToken.None);
        }
        catch (IOException failure)
        {
            // The cookie goes in any case, and with it this browser's way in.
            Log.SessionNotEnded(logger, failure.GetType().Name);
        }

        ChatCookie.Expire(context);
    }
}
