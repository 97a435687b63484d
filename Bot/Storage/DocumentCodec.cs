using System.Security.Cryptography;
using System.Text;
using ReportBot.Bot.Storage.Keys;

namespace ReportBot.Bot.Storage;

/// <summary>The codec over a key ring.</summary>
public sealed class DocumentCodec(IKeyRing ring) : IDocumentCodec
{
    private const int LongestOnStack = 512;

    /// <inheritdoc />
    public DataKey NewKey()
    {
        Span<byte> key = stackalloc byte[WrappedKey.DataKeySize];
        RandomNumberGenerator.Fill(key);
        var wrapped = new byte[WrappedKey.Size];
        ring.Wrap(key, wrapped);
        return Opened(key, wrapped);
    }

    /// <inheritdoc />
    public DataKey OpenKey(ReadOnlySpan<byte> wrapped)
    {
        Span<byte> key = stackalloc byte[WrappedKey.DataKeySize];
        ring.Unwrap(wrapped, key);
        return Opened(key, wrapped.ToArray());
    }

    /// <inheritdoc />
    public byte[] Hash(string purpose, ReadOnlySpan<byte> value)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        if (purpose.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("A purpose ends where the first NUL is, so it holds none.", nameof(purpose));
        var length = Encoding.UTF8.GetByteCount(purpose) + 1 + value.Length;
        var text = length <= LongestOnStack ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(purpose, text);
        value.CopyTo(text[^value.Length..]);
        var hash = new byte[HMACSHA256.HashSizeInBytes];
        ring.Hash(text, hash);
        CryptographicOperations.ZeroMemory(text);
        return hash;
    }

    private static AesGcmDataKey Opened(Span<byte> key, byte[] wrapped)
    {
        var opened = new AesGcmDataKey(key, wrapped);
        CryptographicOperations.ZeroMemory(key);
        return opened;
    }
}
