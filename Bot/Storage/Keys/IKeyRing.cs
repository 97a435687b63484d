namespace ReportBot.Bot.Storage.Keys;

/// <summary>
/// The master keys that wrap every data key, and the key that searched values are hashed with. They never leave the ring.
/// A vault may stand behind it instead of a file; it fetches its keys when it is opened.
/// </summary>
public interface IKeyRing
{
    /// <summary>The id of the key that new data keys are wrapped with.</summary>
    int Current { get; }

    /// <summary>The ids of every key in the ring, oldest first.</summary>
    IReadOnlyList<int> Ids { get; }

    /// <summary>Wraps a data key with the current key, into <see cref="WrappedKey.Size"/> bytes.</summary>
    void Wrap(ReadOnlySpan<byte> dataKey, Span<byte> wrapped);

    /// <summary>Opens a wrapped data key; throws <see cref="System.Security.Cryptography.CryptographicException"/> when it was changed or its ring key is gone.</summary>
    void Unwrap(ReadOnlySpan<byte> wrapped, Span<byte> dataKey);

    /// <summary>HMAC-SHA256 under the search key, which rotation never changes.</summary>
    void Hash(ReadOnlySpan<byte> text, Span<byte> hash);

    /// <summary>
    /// Makes a new master key, durably, and wraps with it from now on; answers its id. Throws <see cref="IOException"/> while another process
    /// has the ring open; until this one closes it, no other can open it.
    /// </summary>
    Task<int> AddAsync(CancellationToken cancellationToken);

    /// <summary>Forgets every key but the current one. What they wrapped can never be opened again.</summary>
    Task DropOldAsync(CancellationToken cancellationToken);
}
