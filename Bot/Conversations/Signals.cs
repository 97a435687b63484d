using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ReportBot.Bot.Conversations;

/// <summary>Tells whoever watches a key that something happened there. It is kept in memory, and what nobody watches is gone.</summary>
public class Signals<T>
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Channel<T>, byte>> _watchers = new(StringComparer.Ordinal);

    /// <summary>Gives the newest signal of a key, each time there is one, until cancelled. What is not read in time is skipped for what is newer.</summary>
    public async IAsyncEnumerable<T> WatchAsync(string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = Channel.CreateBounded<T>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var watchers = _watchers.GetOrAdd(key, static _ => new ConcurrentDictionary<Channel<T>, byte>());
        watchers[watcher] = 0;
        try
        {
            await foreach (var signal in watcher.Reader.ReadAllAsync(cancellationToken))
                yield return signal;
        }
        finally
        {
            watchers.TryRemove(watcher, out _);
            if (watchers.IsEmpty)
                _watchers.TryRemove(new KeyValuePair<string, ConcurrentDictionary<Channel<T>, byte>>(key, watchers));
        }
    }

    /// <summary>Gives a signal.</summary>
    protected void Give(string key, T signal)
    {
        if (!_watchers.TryGetValue(key, out var watchers))
            return;
        foreach (var (watcher, _) in watchers)
            watcher.Writer.TryWrite(signal);
    }
}
