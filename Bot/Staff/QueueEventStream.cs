using System.Runtime.CompilerServices;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Conversations;

namespace ReportBot.Bot.Staff;

/// <summary>
/// Tells an open queue that it may have changed, and on every beat, because clocks go on. It carries nothing: the page reads its list anew.
/// </summary>
public sealed class QueueEventStream(CaseSignals signals, StaffSessions sessions, LiveStream stream)
{
    /// <summary>Streams events until the page goes, the sign-in ends or the service stops.</summary>
    public Task StreamAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return stream.RunAsync(context, token => sessions.WithAccountAsync(context, signals.WatchAsync(CaseSignals.Any, token), token), NoSigns, token => TellAsync(context, token));
    }

    private async Task<bool> TellAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var holds = await sessions.HoldsAsync(context);
        await LiveStream.SayAsync(context, holds ? "changed" : "closed", "", cancellationToken);
        return holds;
    }

    private static async IAsyncEnumerable<string> NoSigns([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield break;
    }
}
