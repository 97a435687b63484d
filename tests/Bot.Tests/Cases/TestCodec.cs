using System.Security.Cryptography;
using System.Text;
using ReportBot.Bot.Storage;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>The codec's promises without a key ring: real AES-GCM, the binding authenticated, the data key "wrapped" as itself.</summary>
public sealed class TestCodec : IDocumentCodec
{
    private static readonly byte[] HashKey = RandomNumberGenerator.GetBytes(32);

    public DataKey NewKey() => new Key(RandomNumberGenerator.GetBytes(32));

    public DataKey OpenKey(ReadOnlySpan<byte> wrapped) => new Key(wrapped.ToArray());

    public byte[] Hash(string purpose, ReadOnlySpan<byte> value) =>
        HMACSHA256.HashData(HashKey, (ReadOnlySpan<byte>)[.. Encoding.UTF8.GetBytes(purpose), 0, .. value]);

    private sealed class Key(byte[] key) : DataKey
    {
        private readonly AesGcm _cipher = new(key, 16);

        public override ReadOnlyMemory<byte> Wrapped => key;

        public override void Seal(DocumentBinding binding, ReadOnlySpan<byte> document, Span<byte> stored)
        {
            RandomNumberGenerator.Fill(stored[..12]);
            _cipher.Encrypt(stored[..12], document, stored[Offset..^16], stored[^16..], Data(binding));
        }

        public override void Open(DocumentBinding binding, ReadOnlySpan<byte> stored, Span<byte> document) =>
            _cipher.Decrypt(stored[..12], stored[Offset..^16], stored[^16..], document, Data(binding));

        protected override void Dispose(bool disposing) => _cipher.Dispose();

        private static byte[] Data(DocumentBinding binding) => Encoding.UTF8.GetBytes($"{binding.Kind}\n{binding.Id}\n{binding.Version}");
    }
}
