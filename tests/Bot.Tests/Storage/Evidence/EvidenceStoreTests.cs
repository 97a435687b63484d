using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using ReportBot.Bot.Storage.Evidence;
using static ReportBot.Bot.Tests.Storage.Turns;

namespace ReportBot.Bot.Tests.Storage.Evidence;

public sealed class EvidenceStoreTests : IAsyncLifetime, IDisposable
{
    private const int Limit = 300_000;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private readonly OpenStore _store;
    private readonly string _thread = NewThread();

    public EvidenceStoreTests() => _store = new OpenStore(_folder.Data, evidence: new EvidenceOptions { MaxBytes = Limit, MaxFiles = 3 });

    public static TheoryData<string> Names => Samples.Names;

    private string[] Files => Directory.GetFiles(_folder.Data.Evidence, "*", SearchOption.AllDirectories);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _store.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_is_kept_as_it_came_with_a_copy_beside_it(string name)
    {
        var sample = Samples.Named(name);

        var file = await Saved(sample.Bytes, name);

        Assert.Equal((name, sample.MediaType, (long)sample.Bytes.Length), (file.Name, file.MediaType, file.Size));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sample.Bytes)), file.OriginalHash);
        Assert.Equal(sample.HasCopy ? CopyState.Available : CopyState.NotAvailable, file.Copy);
        Assert.Equal(sample.Bytes, await Read(_store.Evidence.OpenOriginalAsync(_thread, file.Id, None)));
        var copy = await Read(_store.Evidence.OpenCopyAsync(_thread, file.Id, None));
        Assert.Equal(file.CopyHash, copy is null ? null : Convert.ToHexStringLower(SHA256.HashData(copy)));
        Assert.Equal(file, await _store.Evidence.FindAsync(_thread, file.Id, None));
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    [InlineData(Limit)]
    public async Task A_file_of_any_length_comes_back_whole_and_from_any_place(int length)
    {
        var photo = LongPhoto(length);
        var file = await Saved(photo);

        Assert.Equal(photo, await Read(_store.Evidence.OpenOriginalAsync(_thread, file.Id, None)));
        await using var original = (await _store.Evidence.OpenOriginalAsync(_thread, file.Id, None))!;
        foreach (var place in new[] { 0, length / 2, length - 1, 65_000 })
        {
            original.Seek(place, SeekOrigin.Begin);
            Assert.Equal(photo[place], original.ReadByte());
        }
    }

    [Fact]
    public async Task A_file_that_arrives_a_byte_at_a_time_is_the_same()
    {
        var result = await _store.Evidence.SaveAsync(_thread, "slow.jpg", new Trickle(Photos.Jpeg.Bytes), None);

        var file = Assert.IsType<EvidenceSaved>(result).File;
        Assert.Equal(Photos.Jpeg.Bytes, await Read(_store.Evidence.OpenOriginalAsync(_thread, file.Id, None)));
    }

    [Theory]
    [InlineData("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0\u00FF\u00FF\0\0")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")]
    [InlineData("<?xml version=\"1.0\"?><svg/>")]
    [InlineData("#!/bin/sh\nrm -rf /")]
    [InlineData("PK\u0003\u0004 an archive of some kind")]
    [InlineData("\u00FF\u00FEA\0 text that starts like sound")]
    [InlineData("\u007FELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0")]
    [InlineData("just words, nothing else")]
    [InlineData("J")]
    public async Task What_is_none_of_our_kinds_is_refused_whatever_its_name(string content)
    {
        var result = await Save(Sample.Ascii(content), "photo.jpg");

        Assert.Equal(new EvidenceRefused(EvidenceRefusal.NotAKindWeTake), result);
        AssertNothingKept();
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        Assert.Equal(new EvidenceRefused(EvidenceRefusal.Empty), await Save([]));
        AssertNothingKept();
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_without_reading_it_to_its_end()
    {
        var endless = new Endless(Photos.Jpeg.Bytes);

        var result = await _store.Evidence.SaveAsync(_thread, "long.jpg", endless, None);

        Assert.Equal(new EvidenceRefused(EvidenceRefusal.TooLarge), result);
        Assert.InRange(endless.Taken, Limit, Limit + (2 * 65_536));
        AssertNothingKept();
    }

    [Fact]
    public async Task One_file_more_than_a_thread_may_have_is_refused()
    {
        for (var count = 0; count < 3; count++)
            await Saved(Photos.Jpeg.Bytes);

        Assert.Equal(new EvidenceRefused(EvidenceRefusal.TooMany), await Save(Photos.Jpeg.Bytes));
        Assert.Equal(3, (await _store.Evidence.ListAsync(_thread, None)).Count);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        var broken = new Endless(Photos.Jpeg.Bytes) { BreaksAfter = 200_000 };

        var failed = await Record.ExceptionAsync(() => _store.Evidence.SaveAsync(_thread, "cut.jpg", broken, None));

        Assert.IsType<IOException>(failed);
        AssertNothingKept();
    }

    [Fact]
    public async Task An_upload_that_is_given_up_leaves_nothing()
    {
        using var gone = new CancellationTokenSource();
        var stream = new Endless(Photos.Jpeg.Bytes) { GivesUp = gone };

        var failed = await Record.ExceptionAsync(() => _store.Evidence.SaveAsync(_thread, "cut.jpg", stream, gone.Token));

        Assert.IsAssignableFrom<OperationCanceledException>(failed);
        AssertNothingKept();
    }

    [Fact]
    public async Task A_row_that_cannot_be_committed_leaves_no_file()
    {
        using var folder = new TemporaryFolder();
        await using var store = new OpenStore(folder.Data, new FailingCommit());

        var failed = await Record.ExceptionAsync(() => store.Evidence.SaveAsync(_thread, "photo.jpg", new MemoryStream(Photos.Jpeg.Bytes), None));

        Assert.IsType<IOException>(failed);
        Assert.Empty(Directory.GetFiles(folder.Data.Evidence, "*", SearchOption.AllDirectories));
        Assert.Empty(await store.Evidence.ListAsync(_thread, None));
    }

    [Theory]
    [InlineData("../../etc/passwd.jpg", "passwd.jpg")]
    [InlineData("C:\\Users\\Sam\\IMG_1.jpg", "IMG_1.jpg")]
    [InlineData("gpj.\u202Eexe\u0000\n.jpg", "gpj.exe.jpg")]
    [InlineData("   ", "photo.jpg")]
    [InlineData("", "photo.jpg")]
    public async Task A_name_is_made_safe_to_show(string given, string shown)
    {
        Assert.Equal(shown, (await Saved(Photos.Jpeg.Bytes, given)).Name);
    }

    [Fact]
    public async Task A_file_of_another_thread_is_not_there()
    {
        var file = await Saved(Photos.Jpeg.Bytes);
        var other = NewThread();

        Assert.Null(await _store.Evidence.FindAsync(other, file.Id, None));
        Assert.Null(await _store.Evidence.OpenCopyAsync(other, file.Id, None));
        Assert.Null(await _store.Evidence.OpenOriginalAsync(other, file.Id, None));
        Assert.False(await _store.Evidence.KeepOnlyCopyAsync(other, file.Id, None));
        Assert.False(await _store.Evidence.DeleteAsync(other, file.Id, None));
        Assert.Null(await _store.Evidence.FindAsync(_thread, "../../conversations.db", None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(65_565)]
    [InlineData(140_000)]
    public async Task A_changed_byte_is_noticed(int place)
    {
        var file = await Saved(LongPhoto(150_000));
        Rewrite(file.Id, stored => stored[place] ^= 1);

        Assert.IsAssignableFrom<CryptographicException>(await Record.ExceptionAsync(() => Read(_store.Evidence.OpenOriginalAsync(_thread, file.Id, None))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(65_565)]
    [InlineData(131_130)]
    [InlineData(140_000)]
    public async Task A_file_cut_off_is_noticed_before_any_of_it_is_shown(int length)
    {
        var file = await Saved(LongPhoto(150_000));
        var path = PathOf(file.Id);
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path))[..length]);

        Assert.IsAssignableFrom<CryptographicException>(await Record.ExceptionAsync(async () => await _store.Evidence.OpenOriginalAsync(_thread, file.Id, None)));
    }

    [Fact]
    public async Task Pieces_in_another_order_are_noticed()
    {
        var file = await Saved(LongPhoto(150_000));
        Rewrite(file.Id, stored =>
        {
            var first = stored[..65_565];
            stored.AsSpan(65_565, 65_565).CopyTo(stored);
            first.CopyTo(stored, 65_565);
        });

        Assert.IsAssignableFrom<CryptographicException>(await Record.ExceptionAsync(() => Read(_store.Evidence.OpenOriginalAsync(_thread, file.Id, None))));
    }

    [Fact]
    public async Task Keeping_only_the_copy_leaves_nothing_of_the_original()
    {
        var file = await Saved(Photos.Jpeg.Bytes, "IMG_Sams_phone.jpg");

        Assert.True(await _store.Evidence.KeepOnlyCopyAsync(_thread, file.Id, None));
        Assert.True(await _store.Evidence.KeepOnlyCopyAsync(_thread, file.Id, None));

        var left = await _store.Evidence.FindAsync(_thread, file.Id, None);
        Assert.Equal(file with { OriginalHash = null, Name = "photo.jpg" }, left);
        Assert.Null(await _store.Evidence.OpenOriginalAsync(_thread, file.Id, None));
        Assert.Equal(file.CopyHash, Convert.ToHexStringLower(SHA256.HashData((await Read(_store.Evidence.OpenCopyAsync(_thread, file.Id, None)))!)));
        Assert.EndsWith(".copy", Assert.Single(Files), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_copy_keeps_its_original()
    {
        var file = await Saved(Sounds.PdfUnderLock.Bytes);

        Assert.False(await _store.Evidence.KeepOnlyCopyAsync(_thread, file.Id, None));
        Assert.NotNull(await Read(_store.Evidence.OpenOriginalAsync(_thread, file.Id, None)));
    }

    [Fact]
    public async Task Deleting_leaves_neither_row_nor_file()
    {
        var (first, _) = (await Saved(Photos.Jpeg.Bytes), await Saved(Photos.Png.Bytes));

        Assert.True(await _store.Evidence.DeleteAsync(_thread, first.Id, None));
        Assert.Single(await _store.Evidence.ListAsync(_thread, None));
        Assert.Equal(1, await _store.Evidence.DeleteOfAsync(_thread, None));
        AssertNothingKept();
    }

    [Fact]
    public async Task A_thread_that_dies_takes_its_files_along()
    {
        await _store.Turns.TryInsertAsync(Turn(_thread, 1), change: null, None);
        await Saved(Photos.Jpeg.Bytes);

        await _store.Turns.DeleteUnsentAsync(Friday.AddDays(7), None);

        AssertNothingKept();
    }

    [Fact]
    public async Task The_sweep_takes_what_nothing_refers_to_and_what_a_crash_left()
    {
        var (kept, forgotten) = (await Saved(Photos.Jpeg.Bytes), await Saved(Photos.Png.Bytes));
        var left = Path.Combine(_folder.Data.Evidence, "ab", $"ab{new string('0', 30)}.original.new");
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        await File.WriteAllTextAsync(left, "x");
        File.SetLastWriteTimeUtc(left, new DateTime(2026, 11, 20));

        var swept = await _store.Evidence.SweepAsync(_store.Clock.Now.AddDays(1), (file, _) => ValueTask.FromResult(file.Id == kept.Id), None);

        Assert.Equal(2, swept);
        Assert.Null(await _store.Evidence.FindAsync(_thread, forgotten.Id, None));
        Assert.All(Files, file => Assert.Contains(kept.Id, file, StringComparison.Ordinal));
        Assert.Equal(2, Files.Length);
    }

    [Fact]
    public async Task The_daily_sweep_leaves_the_files_of_conversations_that_are_there()
    {
        await _store.Turns.TryInsertAsync(Turn(_thread, 1), change: null, None);
        await Saved(Photos.Jpeg.Bytes);
        await _store.Evidence.SaveAsync(NewThread(), "early.jpg", new MemoryStream(Photos.Jpeg.Bytes), None);
        var clock = new StoppedClock(_store.Clock.Now.AddDays(2));
        using var sweep = new EvidenceSweep(_store.Evidence, [new ThreadsHoldFiles(_store.Turns)], clock, NullLogger<EvidenceSweep>.Instance);

        Assert.Equal(1, await sweep.SweepDueAsync(None));
        Assert.Equal(0, await sweep.SweepDueAsync(None));
        Assert.Single(await _store.Evidence.ListAsync(_thread, None));
    }

    [Fact]
    public async Task The_sweep_leaves_what_is_still_young()
    {
        await Saved(Photos.Jpeg.Bytes);

        Assert.Equal(0, await _store.Evidence.SweepAsync(_store.Clock.Now.AddDays(-1), (_, _) => ValueTask.FromResult(false), None));
        Assert.Single(await _store.Evidence.ListAsync(_thread, None));
    }

    private static byte[] LongPhoto(int length)
    {
        var photo = new byte[length];
        new Random(length).NextBytes(photo);
        Photos.Jpeg.Bytes.CopyTo(photo, 0);
        return photo;
    }

    private static async Task<byte[]?> Read(ValueTask<Stream?> opening)
    {
        await using var stream = await opening;
        if (stream is null)
            return null;
        var whole = new MemoryStream();
        await stream.CopyToAsync(whole);
        return whole.ToArray();
    }

    private Task<EvidenceResult> Save(byte[] content, string name = "photo.jpg") =>
        _store.Evidence.SaveAsync(_thread, name, new MemoryStream(content), None);

    private async Task<EvidenceFile> Saved(byte[] content, string name = "photo.jpg") => Assert.IsType<EvidenceSaved>(await Save(content, name)).File;

    private string PathOf(string id) => Files.Single(file => file.EndsWith($"{id}.original", StringComparison.Ordinal));

    private void Rewrite(string id, Action<byte[]> change)
    {
        var stored = File.ReadAllBytes(PathOf(id));
        change(stored);
        File.WriteAllBytes(PathOf(id), stored);
    }

    private void AssertNothingKept()
    {
        Assert.Empty(Files);
        using var connection = _folder.OpenDatabase();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM evidence";
        Assert.Equal(0L, command.ExecuteScalar());
    }
}
