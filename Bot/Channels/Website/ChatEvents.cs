using System.Globalization;
using ReportBot.Bot.Conversations;

namespace ReportBot.Bot.Channels.Website;

/// <summary>
/// Tells an open page that something new was said. An event carries a number and nothing else: the page fetches what came after the
/// last turn it has, so that a lost event loses nothing.
/// </summary>
public sealed class ChatEvents(ChatDoor door, ThreadSignals signals, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    /// <summary>Streams events until the page goes, its session ends or the service stops. 204 when there is no conversation to watch.</summary>
    public async Task StreamAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await door.VisitAsync(context.Request, context.RequestAborted) is not { Session: { } session })
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        await using var grown = signals.WatchAsync(session.Thread, end.Token).GetAsyncEnumerator(end.Token);
        // Watched from before the first look, so that nothing falls between them.
        var next = grown.MoveNextAsync().AsTask();
        try
        {
            while (await TellAsync(context, end.Token))
            {
                await Task.WhenAny(next, Task.Delay(Beat, clock, end.Token));
                if (next.IsCompleted && await next)
                    next = grown.MoveNextAsync().AsTask();
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page went, or the service stops: the browser asks again by itself.
        }
        finally
        {
            // The enumerator may only be let go when nothing waits on it.
            await end.CancelAsync();
            await Task.WhenAny(next);
        }
    }

    // The beat says it again: it keeps the connection open and finds a session that has ended.
    private async Task<bool> TellAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var latest = (await door.VisitAsync(context.Request, cancellationToken)).Tail?.Latest;
        await SayAsync(context, latest is null ? "closed" : "nudge", latest?.Sequence ?? 0, cancellationToken);
        return latest is not null;
    }

    private static Task SayAsync(HttpContext context, string name, int sequence, CancellationToken cancellationToken) =>
        context.Response.WriteAsync(
            string.Create(CultureInfo.InvariantCulture, $"event: {name}\ndata: {sequence}\n\n"), cancellationToken);
}
