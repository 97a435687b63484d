namespace ReportBot.Bot.Storage;

/// <summary>What a stored document is bound to: a document moved to another place does not open.</summary>
/// <param name="Kind">What it is: <c>turn</c>, <c>case</c>, <c>file</c>…</param>
/// <param name="Id">Whose it is: the thread's, case's or file's id.</param>
/// <param name="Version">Which one: the sequence or version, 0 and up.</param>
public readonly record struct DocumentBinding(string Kind, string Id, long Version);

/// <summary>A data key of one thread, case or file, opened. Any number of callers may use it at once; dispose clears it.</summary>
public abstract class DataKey : IDisposable
{
    /// <summary>How many bytes longer a document is when it is sealed: format, nonce and tag.</summary>
    public const int Overhead = 29;

    /// <summary>Where the encrypted document starts inside the sealed one.</summary>
    public const int Offset = 13;

    /// <summary>The key as it is stored: wrapped by the key ring, with the ring key's id.</summary>
    public abstract ReadOnlyMemory<byte> Wrapped { get; }

    /// <summary>
    /// Encrypts a whole document under this key (AES-256-GCM, the binding as associated data) into a buffer exactly <see cref="Overhead"/>
    /// bytes longer. The document may lie in that buffer at <see cref="Offset"/>: it is then encrypted where it is.
    /// </summary>
    public abstract void Seal(DocumentBinding binding, ReadOnlySpan<byte> document, Span<byte> stored);

    /// <summary>
    /// Opens a document into a buffer exactly <see cref="Overhead"/> bytes shorter; throws
    /// <see cref="System.Security.Cryptography.CryptographicException"/> when it was changed or moved.
    /// </summary>
    public abstract void Open(DocumentBinding binding, ReadOnlySpan<byte> stored, Span<byte> document);

    /// <summary>Encrypts a whole document under this key into an array of its own.</summary>
    public byte[] Seal(DocumentBinding binding, ReadOnlySpan<byte> document)
    {
        var stored = new byte[document.Length + Overhead];
        Seal(binding, document, stored);
        return stored;
    }

    /// <summary>Opens a document; throws <see cref="System.Security.Cryptography.CryptographicException"/> when it was changed or moved.</summary>
    public byte[] Open(DocumentBinding binding, ReadOnlySpan<byte> stored)
    {
        var document = new byte[Math.Max(0, stored.Length - Overhead)];
        Open(binding, stored, document);
        return document;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Clears the key.</summary>
    protected abstract void Dispose(bool disposing);
}

/// <summary>The one codec above every store: makes and opens data keys with the key ring, and hashes what must be found again.</summary>
public interface IDocumentCodec
{
    /// <summary>A new random data key, wrapped by the ring's current key.</summary>
    DataKey NewKey();

    /// <summary>Opens a wrapped data key; throws <see cref="System.Security.Cryptography.CryptographicException"/> when it was changed.</summary>
    DataKey OpenKey(ReadOnlySpan<byte> wrapped);

    /// <summary>A keyed hash (HMAC-SHA256, 32 bytes) of something that is searched for, its purpose mixed in.</summary>
    byte[] Hash(string purpose, ReadOnlySpan<byte> value);
}
