using System.Globalization;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Staff;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Handoff;

/// <summary>Tells a member of staff's open conversation page that there is something new, or that the person is typing. It carries no words.</summary>
public sealed class TalkEventStream(CaseReading reading, ThreadSignals signals, TypingSigns typing, StaffSessions sessions, LiveStream stream)
{
    /// <summary>Streams events until the page goes, the sign-in ends, the case may no longer be seen or the service stops. 404 when there is nothing to watch.</summary>
    public async Task StreamAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (id, actor) = (Guid.Parse((string)context.Request.RouteValues["id"]!), context.User.Actor()); // The route takes nothing else.
        if (!actor.SeesWords)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (await reading.OpenAsync(actor, id, look: null, detail: null, context.RequestAborted) is not { } full
            || full.Reports.FirstOrDefault(report => report.Id.ToString("N") == context.Request.Query["report"]) is not { Thread: { } thread })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await stream.RunAsync(
            context,
            token => sessions.WithAccountAsync(context, signals.WatchAsync(thread, token), token),
            token => typing.WatchAsync(TypingSigns.OfPerson(thread), token),
            token => TellAsync(context, actor, id, token));
    }

    private async Task<bool> TellAsync(HttpContext context, StaffActor actor, Guid id, CancellationToken cancellationToken)
    {
        if (!await sessions.HoldsAsync(context) || await reading.OpenAsync(actor, id, look: null, detail: null, cancellationToken) is not { } full)
            return false;
        await LiveStream.SayAsync(context, "nudge", full.History.Length.ToString(CultureInfo.InvariantCulture), cancellationToken);
        return true;
    }
}
