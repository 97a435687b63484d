namespace ReportBot.Bot.Storage.Keys;

/// <summary>Something that keeps wrapped data keys. Whatever keeps one must be registered as this, or rotation would make it unreadable.</summary>
public interface IRewrappable
{
    /// <summary>
    /// Wraps with the ring's current key, durably, every data key that another one wrapped; answers how many. Cut off half-way, nothing is lost:
    /// the next run does the rest.
    /// </summary>
    Task<int> RewrapAsync(IKeyRing ring, CancellationToken cancellationToken);
}
