using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ReportBot.Bot.Cases;

/// <summary>Tells open pages that some case has changed. It says nothing else: a page then reads what it may see, so a lost nudge loses nothing.</summary>
public sealed class CaseSignals
{
    private readonly ConcurrentDictionary<Channel<bool>, byte> _watchers = new();

    /// <summary>Says that a case has changed.</summary>
    public void Changed()
    {
        foreach (var (watcher, _) in _watchers)
            watcher.Writer.TryWrite(true);
    }

    /// <summary>One nudge each time cases have changed, until cancelled. Changes that come while one is not read yet are one.</summary>
    public async IAsyncEnumerable<bool> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        _watchers[watcher] = 0;
        try
        {
            await foreach (var changed in watcher.Reader.ReadAllAsync(cancellationToken))
                yield return changed;
        }
        finally
        {
            _watchers.TryRemove(watcher, out _);
        }
    }
}
