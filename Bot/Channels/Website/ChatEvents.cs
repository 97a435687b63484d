using System.Globalization;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Handoff;

namespace ReportBot.Bot.Channels.Website;

/// <summary>
/// Tells an open page that something new was said, or that someone from staff is typing. A nudge carries a number and nothing else: the
/// page fetches what came after the last turn it has, so that a lost event loses nothing.
/// </summary>
public sealed class ChatEvents(ChatDoor door, ThreadSignals signals, TypingSigns typing, LiveStream stream)
{
    /// <summary>Streams events until the page goes, its session ends or the service stops. 204 when there is no conversation to watch.</summary>
    public async Task StreamAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await door.VisitAsync(context.Request, context.RequestAborted) is not { Session.Thread: { } thread })
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await stream.RunAsync(
            context, token => signals.WatchAsync(thread, token), token => typing.WatchAsync(TypingSigns.OfStaff(thread), token), token => TellAsync(context, token));
    }

    /// <summary>Takes the sign that the person is typing. It changes nothing and is stored nowhere.</summary>
    public async Task TypingAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await door.VisitAsync(context.Request, context.RequestAborted) is { Session.Thread: { } thread })
            typing.Person(thread);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task<bool> TellAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var latest = (await door.VisitAsync(context.Request, cancellationToken)).Tail?.Latest;
        await LiveStream.SayAsync(
            context, latest is null ? "closed" : "nudge", (latest?.Sequence ?? 0).ToString(CultureInfo.InvariantCulture), cancellationToken);
        return latest is not null;
    }
}
