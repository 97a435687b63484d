using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ReportBot.Bot.Conversations;

/// <summary>
/// Tells open pages that a thread has grown. A signal is only a nudge: the page then fetches what came after what it has,
/// so a lost one loses nothing.
/// </summary>
public sealed class ThreadSignals
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Channel<int>, byte>> _watchers = new(StringComparer.Ordinal);

    /// <summary>Says that a thread has a turn of this sequence.</summary>
    public void Grew(string thread, int sequence)
    {
        if (!_watchers.TryGetValue(thread, out var watchers))
            return;
        foreach (var (watcher, _) in watchers)
            watcher.Writer.TryWrite(sequence);
    }

    /// <summary>The newest sequence each time the thread grows, until cancelled. What is not read in time is skipped for what is newer.</summary>
    public async IAsyncEnumerable<int> WatchAsync(string thread, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var watchers = _watchers.GetOrAdd(thread, static _ => new ConcurrentDictionary<Channel<int>, byte>());
        watchers[watcher] = 0;
        try
        {
            await foreach (var sequence in watcher.Reader.ReadAllAsync(cancellationToken))
                yield return sequence;
        }
        finally
        {
            watchers.TryRemove(watcher, out _);
            if (watchers.IsEmpty)
                _watchers.TryRemove(new KeyValuePair<string, ConcurrentDictionary<Channel<int>, byte>>(thread, watchers));
        }
    }
}
