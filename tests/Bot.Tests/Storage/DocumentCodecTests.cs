using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Keys;

namespace ReportBot.Bot.Tests.Storage;

public sealed class DocumentCodecTests : IDisposable
{
    private static readonly DocumentBinding Place = new("turn", "a-thread", 7);
    private static readonly byte[] Words = Encoding.UTF8.GetBytes("They shouted at me on the stairs.");

    private readonly TemporaryFolder _folder = new();
    private readonly FileKeyRing _ring;
    private readonly DocumentCodec _codec;

    public DocumentCodecTests()
    {
        _ring = FileKeyRing.Open(_folder.Data, TimeProvider.System);
        _codec = new DocumentCodec(_ring);
    }

    public void Dispose()
    {
        _ring.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Any_document_comes_back_through_its_wrapped_key() => Prop.ForAll<byte[]>(document =>
    {
        using var key = _codec.NewKey();
        using var again = _codec.OpenKey(key.Wrapped.Span);
        return again.Open(Place, key.Seal(Place, document)).SequenceEqual(document);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_document_changed_anywhere_does_not_open()
    {
        using var key = _codec.NewKey();
        var stored = key.Seal(Place, Words);

        for (var place = 0; place < stored.Length; place++)
        {
            stored[place] ^= 1;
            Assert.IsAssignableFrom<CryptographicException>(Record.Exception(() => key.Open(Place, stored)));
            stored[place] ^= 1;
        }
    }

    [Fact]
    public void A_document_cut_short_does_not_open()
    {
        using var key = _codec.NewKey();
        var stored = key.Seal(Place, Words);

        for (var length = 0; length < stored.Length; length++)
            Assert.IsAssignableFrom<CryptographicException>(Record.Exception(() => key.Open(Place, stored.AsSpan(0, length))));
    }

    [Theory]
    [InlineData("case", "a-thread", 7)]
    [InlineData("turn", "b-thread", 7)]
    [InlineData("turn", "a-thread", 8)]
    [InlineData("turna", "-thread", 7)]
    public void A_document_that_was_moved_does_not_open(string kind, string id, long version)
    {
        using var key = _codec.NewKey();
        var stored = key.Seal(Place, Words);

        Assert.IsAssignableFrom<CryptographicException>(Record.Exception(() => key.Open(new(kind, id, version), stored)));
    }

    [Fact]
    public void The_same_words_never_look_the_same()
    {
        using var key = _codec.NewKey();

        Assert.NotEqual(key.Seal(Place, Words), key.Seal(Place, Words));
    }

    [Fact]
    public void A_document_is_sealed_where_it_lies()
    {
        using var key = _codec.NewKey();
        var buffer = new byte[Words.Length + DataKey.Overhead];
        Words.CopyTo(buffer, DataKey.Offset);

        key.Seal(Place, buffer.AsSpan(DataKey.Offset, Words.Length), buffer);

        Assert.Equal(Words, key.Open(Place, buffer));
    }

    [Fact]
    public void One_key_serves_many_callers_at_once()
    {
        using var key = _codec.NewKey();

        Parallel.For(0, 2000, number =>
        {
            var place = Place with { Version = number };
            Assert.Equal(Words, key.Open(place, key.Seal(place, Words)));
        });
    }

    [Fact]
    public void A_wrapped_key_changed_anywhere_does_not_open()
    {
        using var key = _codec.NewKey();
        var wrapped = key.Wrapped.ToArray();

        for (var place = 0; place < wrapped.Length; place++)
        {
            wrapped[place] ^= 1;
            Assert.IsAssignableFrom<CryptographicException>(Record.Exception(() => _codec.OpenKey(wrapped)));
            wrapped[place] ^= 1;
        }
    }

    [Fact]
    public void Another_ring_opens_nothing()
    {
        using var elsewhere = new TemporaryFolder();
        using var ring = FileKeyRing.Open(elsewhere.Data, TimeProvider.System);
        using var key = _codec.NewKey();
        var wrapped = key.Wrapped.ToArray();

        Assert.IsAssignableFrom<CryptographicException>(Record.Exception(() => new DocumentCodec(ring).OpenKey(wrapped)));
    }

    [Fact]
    public void A_hash_depends_on_the_ring_the_purpose_and_the_value()
    {
        using var elsewhere = new TemporaryFolder();
        using var ring = FileKeyRing.Open(elsewhere.Data, TimeProvider.System);

        var hash = _codec.Hash("surname", "smith"u8);

        Assert.Equal(hash, _codec.Hash("surname", "smith"u8));
        Assert.NotEqual(hash, _codec.Hash("postcode", "smith"u8));
        Assert.NotEqual(hash, _codec.Hash("surname", "smyth"u8));
        Assert.NotEqual(hash, new DocumentCodec(ring).Hash("surname", "smith"u8));
        Assert.Equal(32, _codec.Hash("long", new byte[5000]).Length);
    }
}
