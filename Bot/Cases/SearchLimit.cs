using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace ReportBot.Bot.Cases;

/// <summary>What came of asking to search once more.</summary>
/// <param name="AgainAt">When it may be tried again, UTC; null when it may be done now.</param>
/// <param name="IsFirst">True for the first refusal since a search was let through.</param>
public readonly record struct SearchPermit(DateTimeOffset? AgainAt, bool IsFirst);

/// <summary>
/// How often one member of staff may search, so that nobody goes through the tenants name by name unseen. Nobody who takes calls all day comes
/// near it. It is kept in memory: a restart of the service, which staff cannot cause, forgets it.
/// </summary>
public sealed class SearchLimit(IOptions<SearchOptions> options, TimeProvider clock)
{
    /// <summary>How many searches, and pages of what one found, a person may ask for in <see cref="Within"/>.</summary>
    public int Most => options.Value.MostInTenMinutes;

    /// <summary>The time any <see cref="Most"/> of them are counted in.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, Searches> _of = new();

    /// <summary>Counts a search of this member of staff, if it may be done; one that is refused counts as none.</summary>
    public SearchPermit Ask(Guid who) => _of.GetOrAdd(who, _ => new Searches()).Ask(clock.GetUtcNow(), Most);

    private sealed class Searches
    {
        private readonly Queue<DateTimeOffset> _done = new();
        private bool _isRefused;

        public SearchPermit Ask(DateTimeOffset now, int most)
        {
            lock (_done)
            {
                while (_done.TryPeek(out var oldest) && now - oldest >= Within)
                    _done.Dequeue();
                var isFull = _done.Count >= most;
                var isFirst = isFull && !_isRefused;
                _isRefused = isFull;
                if (isFull)
                    return new SearchPermit(_done.Peek() + Within, isFirst);
                _done.Enqueue(now);
                return new SearchPermit(null, IsFirst: false);
            }
        }
    }
}
