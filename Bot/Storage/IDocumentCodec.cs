namespace ReportBot.Bot.Storage;

/// <summary>What a stored document is bound to: a document moved to another place does not open.</summary>
/// <param name="Kind">What it is: <c>turn</c>, <c>case</c>, <c>file</c>…</param>
/// <param name="Id">Whose it is: the thread's, case's or file's id.</param>
/// <param name="Version">Which one: the sequence or version, 0 and up.</param>
public readonly record struct DocumentBinding(string Kind, string Id, long Version);

/// <summary>A data key of one thread, case or file, opened. Hold it no longer than needed; dispose clears it.</summary>
public abstract class DataKey : IDisposable
{
    /// <summary>The key as it is stored: wrapped by the key ring, with the ring key's id.</summary>
    public abstract ReadOnlyMemory<byte> Wrapped { get; }

    /// <summary>Encrypts a whole document under this key (AES-256-GCM, the binding as associated data).</summary>
    public abstract byte[] Seal(DocumentBinding binding, ReadOnlySpan<byte> document);

    /// <summary>Opens a document; throws <see cref="System.Security.Cryptography.CryptographicException"/> when it was changed or moved.</summary>
    public abstract byte[] Open(DocumentBinding binding, ReadOnlySpan<byte> stored);

    /// <inheritdoc />
    public abstract void Dispose();
}

/// <summary>The one codec above every store: makes and opens data keys with the key ring, and hashes what must be found again.</summary>
public interface IDocumentCodec
{
    /// <summary>A new random data key, wrapped by the ring's current key.</summary>
    DataKey NewKey();

    /// <summary>Opens a wrapped data key.</summary>
    DataKey OpenKey(ReadOnlySpan<byte> wrapped);

    /// <summary>A keyed hash (HMAC-SHA256, 32 bytes) of something that is searched for, its purpose mixed in.</summary>
    byte[] Hash(string purpose, ReadOnlySpan<byte> value);
}
