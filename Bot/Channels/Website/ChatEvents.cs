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
        if (await door.VisitAsync(context.Request, context.RequestAborted) is not { Session: { } session, Tail.Latest: { } latest })
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await SayAsync(context, "nudge", latest.Sequence, end.Token);
            await WatchAsync(context, session.Thread, end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page went, or the service stops: the browser asks again by itself.
        }
    }

    private async Task WatchAsync(HttpContext context, string thread, CancellationTokenSource end)
    {
        await using var grown = signals.WatchAsync(thread, end.Token).GetAsyncEnumerator(end.Token);
        var next = grown.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                var isBeat = await Task.WhenAny(next, Task.Delay(Beat, clock, end.Token)) != next;
                if ((await door.VisitAsync(context.Request, end.Token)).Entry != ChatEntry.Open)
                {
                    await SayAsync(context, "closed", 0, end.Token);
                    return;
                }

                if (isBeat)
                {
                    await context.Response.WriteAsync(":\n\n", end.Token);
                    continue;
                }

                await next;
                await SayAsync(context, "nudge", grown.Current, end.Token);
                next = grown.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // The enumerator may only be let go when nothing waits on it.
            await end.CancelAsync();
            await Task.WhenAny(next);
        }
    }

    private static Task SayAsync(HttpContext context, string name, int sequence, CancellationToken cancellationToken) =>
        context.Response.WriteAsync(
            string.Create(CultureInfo.InvariantCulture, $"event: {name}\ndata: {sequence}\n\n"), cancellationToken);
}
