using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ReportBot.Bot.Storage.Keys;

/// <summary>
/// How a wrapped data key is laid out: format (1 byte), the ring key's id (4, big-endian), nonce (12), the encrypted key (32), tag (16).
/// The first five bytes are in clear, so that a store can find what an old ring key still wraps, and are authenticated with the rest.
/// </summary>
public static class WrappedKey
{
    /// <summary>Bytes in a data key.</summary>
    public const int DataKeySize = 32;

    /// <summary>Bytes in a wrapped data key.</summary>
    public const int Size = HeaderSize + NonceSize + DataKeySize + TagSize;

    /// <summary>Bytes at the front that say which ring key wrapped it.</summary>
    public const int HeaderSize = 5;

    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>The first bytes of every data key that this ring key wrapped.</summary>
    public static byte[] Header(int ringKey)
    {
        var header = new byte[HeaderSize];
        WriteHeader(ringKey, header);
        return header;
    }

    /// <summary>The id of the ring key that wrapped it; throws <see cref="CryptographicException"/> when it is not a wrapped key.</summary>
    public static int RingKeyOf(ReadOnlySpan<byte> wrapped) => wrapped.Length == Size && wrapped[0] == Format
        ? BinaryPrimitives.ReadInt32BigEndian(wrapped[1..])
        : throw new CryptographicException("This is not a wrapped data key.");

    /// <summary>The same data key wrapped by the ring's current key; null when it already is.</summary>
    public static byte[]? Rewrap(IKeyRing ring, ReadOnlySpan<byte> wrapped)
    {
        ArgumentNullException.ThrowIfNull(ring);
        if (RingKeyOf(wrapped) == ring.Current)
            return null;
        Span<byte> dataKey = stackalloc byte[DataKeySize];
        ring.Unwrap(wrapped, dataKey);
        var rewrapped = new byte[Size];
        ring.Wrap(dataKey, rewrapped);
        CryptographicOperations.ZeroMemory(dataKey);
        return rewrapped;
    }

    internal static void Seal(AesGcm master, int ringKey, ReadOnlySpan<byte> dataKey, Span<byte> wrapped)
    {
        WriteHeader(ringKey, wrapped);
        var nonce = wrapped.Slice(HeaderSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        master.Encrypt(nonce, dataKey, wrapped.Slice(HeaderSize + NonceSize, DataKeySize), wrapped[^TagSize..], wrapped[..HeaderSize]);
    }

    internal static void Open(AesGcm master, ReadOnlySpan<byte> wrapped, Span<byte> dataKey) =>
        master.Decrypt(wrapped.Slice(HeaderSize, NonceSize), wrapped.Slice(HeaderSize + NonceSize, DataKeySize), wrapped[^TagSize..], dataKey, wrapped[..HeaderSize]);

    private static void WriteHeader(int ringKey, Span<byte> wrapped)
    {
        wrapped[0] = Format;
        BinaryPrimitives.WriteInt32BigEndian(wrapped[1..], ringKey);
    }
}
