namespace ReportBot.Bot.Conversations;

/// <summary>
/// Streams server-sent events to an open page: it tells how things stand at once, after every signal and on every beat, and passes signs
/// on in between. The beat keeps the connection open and finds what a lost signal did not say.
/// </summary>
public sealed class LiveStream(IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    /// <summary>Streams until the page goes, <paramref name="tell"/> answers false or the service stops.</summary>
    /// <param name="context">The request.</param>
    /// <param name="signals">After which it tells again.</param>
    /// <param name="signs">What is passed on as a <c>typing</c> event.</param>
    /// <param name="tell">Tells how things stand; false ends the stream.</param>
    public async Task RunAsync(
        HttpContext context, Func<CancellationToken, IAsyncEnumerable<int>> signals, Func<CancellationToken, IAsyncEnumerable<string>> signs, Func<CancellationToken, Task<bool>> tell)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentNullException.ThrowIfNull(signs);
        ArgumentNullException.ThrowIfNull(tell);
        context.Response.ContentType = "text/event-stream";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        await using var grown = signals(end.Token).GetAsyncEnumerator(end.Token);
        await using var typed = signs(end.Token).GetAsyncEnumerator(end.Token);
        // Watched from before the first look, so that nothing falls between them.
        var (next, sign) = (grown.MoveNextAsync().AsTask(), typed.MoveNextAsync().AsTask());
        try
        {
            while (await tell(end.Token))
                for (var quiet = Task.Delay(Beat, clock, end.Token); !quiet.IsCompleted && !next.IsCompleted;)
                {
                    await Task.WhenAny(next, sign, quiet);
                    if (sign.IsCompleted && await sign)
                    {
                        await SayAsync(context, "typing", typed.Current, end.Token);
                        sign = typed.MoveNextAsync().AsTask();
                    }

                    if (!next.IsCompleted || !await next)
                        continue;
                    next = grown.MoveNextAsync().AsTask();
                    break;
                }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page went, or the service stops: the browser asks again by itself.
        }
        finally
        {
            // The enumerators may only be let go when nothing waits on them.
            await end.CancelAsync();
            await Task.WhenAny(Task.WhenAll(next, sign));
        }
    }

    /// <summary>Says one event. What it carries has no line breaks in it.</summary>
    public static Task SayAsync(HttpContext context, string name, string data, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Response.WriteAsync($"event: {name}\ndata: {data}\n\n", cancellationToken);
    }
}
