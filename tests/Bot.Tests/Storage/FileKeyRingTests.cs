using System.Runtime.Versioning;
using System.Security.Cryptography;
using ReportBot.Bot.Storage.Keys;

namespace ReportBot.Bot.Tests.Storage;

[UnsupportedOSPlatform("windows")]
public sealed class FileKeyRingTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();

    private string RingFile => Path.Combine(_folder.Data.Keys, "ring.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_start_makes_a_ring_only_the_service_can_read()
    {
        using var ring = Open();

        Assert.Equal([1], ring.Ids);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(RingFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.Data.Keys));
    }

    [Fact]
    public void A_restart_opens_what_was_wrapped_before()
    {
        byte[] wrapped;
        using (var before = Open())
            wrapped = Wrap(before);

        using var after = Open();

        Assert.Equal(DataKey, Unwrap(after, wrapped));
    }

    [Fact]
    public async Task A_new_key_wraps_from_now_on_and_the_old_one_still_opens()
    {
        using (var ring = Open())
        {
            var old = Wrap(ring);

            await ring.AddAsync(None);

            Assert.Equal(2, WrappedKey.RingKeyOf(Wrap(ring)));
            Assert.Equal(DataKey, Unwrap(ring, old));
        }

        using var restarted = Open();
        Assert.Equal([1, 2], restarted.Ids);
        Assert.Equal(2, restarted.Current);
    }

    [Fact]
    public async Task A_dropped_key_opens_nothing_and_is_in_the_file_no_longer()
    {
        using var ring = Open();
        var old = Wrap(ring);
        var before = await File.ReadAllTextAsync(RingFile);
        await ring.AddAsync(None);
        await ring.DropOldAsync(None);

        Assert.IsAssignableFrom<CryptographicException>(Record.Exception(() => Unwrap(ring, old)));
        Assert.Equal([2], ring.Ids);
        var key = before.Split("\"key\": \"")[1].Split('"')[0];
        Assert.DoesNotContain(key, await File.ReadAllTextAsync(RingFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_key_does_not_rotate()
    {
        byte[] before;
        using (var ring = Open())
        {
            before = Hash(ring);

            await ring.AddAsync(None);
            await ring.DropOldAsync(None);

            Assert.Equal(before, Hash(ring));
        }

        using var restarted = Open();
        Assert.Equal(before, Hash(restarted));
    }

    [Fact]
    public async Task A_ring_that_another_process_has_open_is_not_changed()
    {
        using var ring = Open();
        using var beside = Open();

        var refused = await Record.ExceptionAsync(() => ring.AddAsync(None));

        Assert.Contains("Stop it first", Assert.IsType<IOException>(refused).Message, StringComparison.Ordinal);
        Assert.Equal([1], ring.Ids);
        Assert.Equal(DataKey, Unwrap(beside, Wrap(ring)));
    }

    [Fact]
    public async Task A_ring_that_is_being_changed_is_not_opened()
    {
        using (var ring = Open())
        {
            await ring.AddAsync(None);

            Assert.Contains("Try again", Assert.IsType<IOException>(Record.Exception(() => Open())).Message, StringComparison.Ordinal);
        }

        using var after = Open();
        Assert.Equal([1, 2], after.Ids);
    }

    [Fact]
    public void A_replacement_that_was_cut_off_changes_nothing()
    {
        byte[] wrapped;
        using (var before = Open())
            wrapped = Wrap(before);
        File.WriteAllText($"{RingFile}.new", "{ \"format\": 1, \"cur");

        using var after = Open();

        Assert.Equal(DataKey, Unwrap(after, wrapped));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\":1,\"current\":2,\"search\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"keys\":[]}")]
    [InlineData("{\"format\":1,\"current\":1,\"search\":null,\"keys\":null}")]
    public void A_damaged_ring_is_refused_in_a_sentence(string content)
    {
        File.WriteAllText(RingFile, content);

        var refused = Record.Exception(() => Open());

        Assert.Contains("damaged", Assert.IsType<InvalidDataException>(refused).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_ring_is_not_replaced_while_there_is_something_it_should_open()
    {
        await using (new OpenStore(_folder.Data))
            File.Delete(RingFile);

        var refused = Record.Exception(() => Open());

        Assert.Contains("backup", Assert.IsType<InvalidDataException>(refused).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(RingFile));
    }

    private static readonly byte[] DataKey = RandomNumberGenerator.GetBytes(WrappedKey.DataKeySize);

    private static byte[] Wrap(FileKeyRing ring)
    {
        var wrapped = new byte[WrappedKey.Size];
        ring.Wrap(DataKey, wrapped);
        return wrapped;
    }

    private static byte[] Unwrap(FileKeyRing ring, byte[] wrapped)
    {
        var key = new byte[WrappedKey.DataKeySize];
        ring.Unwrap(wrapped, key);
        return key;
    }

    private static byte[] Hash(FileKeyRing ring)
    {
        var hash = new byte[32];
        ring.Hash("smith"u8, hash);
        return hash;
    }

    private FileKeyRing Open() => FileKeyRing.Open(_folder.Data, TimeProvider.System);
}
