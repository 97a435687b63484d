using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ReportBot.Bot.Storage;

/// <summary>A data key for AES-256-GCM. A sealed document is: format (1 byte), random nonce (12), the encrypted document, tag (16).</summary>
internal sealed class AesGcmDataKey(ReadOnlySpan<byte> key, byte[] wrapped) : DataKey
{
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int LongestBinding = 384;

    // One cipher context holds state between its steps, so that two callers may not be inside it at once.
    private readonly Lock _inside = new();
    private readonly AesGcm _cipher = new(key, TagSize);

    public override ReadOnlyMemory<byte> Wrapped => wrapped;

    public override void Seal(DocumentBinding binding, ReadOnlySpan<byte> document, Span<byte> stored)
    {
        if (stored.Length != document.Length + Overhead)
            throw new ArgumentException("The buffer does not fit the document.", nameof(stored));
        Span<byte> bound = stackalloc byte[LongestBinding];
        bound = bound[..Bind(binding, bound)];
        stored[0] = Format;
        var nonce = stored.Slice(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        lock (_inside)
            _cipher.Encrypt(nonce, document, stored[Offset..^TagSize], stored[^TagSize..], bound);
    }

    public override void Open(DocumentBinding binding, ReadOnlySpan<byte> stored, Span<byte> document)
    {
        if (stored.Length < Overhead || stored[0] != Format)
            throw new CryptographicException("This is not a sealed document.");
        Span<byte> bound = stackalloc byte[LongestBinding];
        bound = bound[..Bind(binding, bound)];
        lock (_inside)
            _cipher.Decrypt(stored.Slice(1, NonceSize), stored[Offset..^TagSize], stored[^TagSize..], document, bound);
    }

    protected override void Dispose(bool disposing)
    {
        lock (_inside)
            _cipher.Dispose();
    }

    // Lengths go before texts, so that no two bindings give the same bytes.
    private static int Bind(DocumentBinding binding, Span<byte> bound)
    {
        bound[0] = Format;
        var length = 1 + Prefixed(binding.Kind, bound[1..]);
        length += Prefixed(binding.Id, bound[length..]);
        BinaryPrimitives.WriteInt64BigEndian(bound[length..], binding.Version);
        return length + sizeof(long);
    }

    private static int Prefixed(string text, Span<byte> bound)
    {
        if (Encoding.UTF8.GetByteCount(text) > 128)
            throw new ArgumentException("A document's kind and id are at most 128 bytes each.", nameof(text));
        bound[0] = (byte)Encoding.UTF8.GetBytes(text, bound[1..]);
        return bound[0] + 1;
    }
}
