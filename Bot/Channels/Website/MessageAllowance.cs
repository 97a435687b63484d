using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace ReportBot.Bot.Channels.Website;

/// <summary>
/// How many messages each conversation may still send in this minute of the clock. It forgets every conversation with the minute, so
/// it never holds more than one minute's worth.
/// </summary>
public sealed class MessageAllowance(IOptions<WebsiteOptions> options, TimeProvider clock)
{
    private readonly int _most = options.Value.MessagesPerMinute;
    private Minute _minute = new(0, new());

    /// <summary>Takes one message from a conversation's allowance; false when there is none left in this minute.</summary>
    public bool TryTake(string thread)
    {
        var now = clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;
        var minute = Volatile.Read(ref _minute);
        if (minute.Number != now)
        {
            var begun = new Minute(now, new());
            var seen = Interlocked.CompareExchange(ref _minute, begun, minute);
            minute = seen == minute ? begun : seen;
        }

        return minute.Sent.AddOrUpdate(thread, 1, static (_, sent) => sent + 1) <= _most;
    }

    private sealed record Minute(long Number, ConcurrentDictionary<string, int> Sent);
}
