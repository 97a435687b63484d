using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Bot.Storage.Evidence.Stripping;

namespace ReportBot.Bot.Tests.Storage.Evidence;

public sealed class StrippingTests
{
    public static TheoryData<string> Names => Samples.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_format_is_known_by_its_content(string name)
    {
        var sample = Samples.Named(name);

        Assert.Equal(sample.MediaType, EvidenceFormat.Of(sample.Bytes.AsSpan(0, Math.Min(sample.Bytes.Length, EvidenceFormat.HeadSize)))?.MediaType);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_copy_holds_the_media_and_nothing_about_it(string name)
    {
        var sample = Samples.Named(name);
        Assert.Contains(name == "plain.mp3" ? "" : Sample.Metadata, Encoding.Latin1.GetString(sample.Bytes), StringComparison.Ordinal);

        var copy = await Copy(sample.Bytes);

        Assert.Equal(sample.HasCopy, copy is not null);
        if (copy is null)
            return;
        var text = Encoding.Latin1.GetString(copy);
        Assert.DoesNotContain("51.1279N", text, StringComparison.Ordinal);
        Assert.Equal(Count(Encoding.Latin1.GetString(sample.Bytes), Sample.Media), Count(text, Sample.Media));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_copy_is_of_the_same_format_and_copied_again_the_same(string name)
    {
        var sample = Samples.Named(name);
        if (await Copy(sample.Bytes) is not { } copy)
            return;

        Assert.Equal(sample.MediaType, EvidenceFormat.Of(copy)?.MediaType);
        Assert.Equal(copy, await Copy(copy));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public async Task A_turned_photo_stays_turned(byte orientation)
    {
        var copy = await Copy(Photos.JpegTurned(orientation));

        using var content = new Content(new MemoryStream(copy!)); // A photo always has a copy.
        var exif = content.IndexOf("Exif\0\0"u8, 0, content.Length);
        Assert.Equal(orientation, ExifOrientation.Read(content, exif + 6, 26));
    }

    [Fact]
    public async Task An_ogg_page_that_was_emptied_has_a_right_checksum()
    {
        var copy = (await Copy(Sounds.Opus.Bytes))!;

        var page = copy[copy.AsSpan(1).IndexOf("OggS"u8)..][1..];
        page = page[..(page.AsSpan(1).IndexOf("OggS"u8) + 1)];
        var checksum = page[22..26];
        page.AsSpan(22, 4).Clear();
        Assert.Equal(checksum, Sample.Little32(OggChecksum.Of(page)));
    }

    // The value that the checksum's definition is usually checked with.
    [Fact]
    public void The_ogg_checksum_is_the_published_one() => Assert.Equal(0x89A1897Fu, OggChecksum.Of("123456789"u8));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_cut_off_anywhere_never_fails_and_never_tells(string name)
    {
        var bytes = Samples.Named(name).Bytes;

        for (var length = 0; length < bytes.Length; length++)
            await AssertSafe(bytes[..length]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_changed_anywhere_never_fails(string name)
    {
        var bytes = Samples.Named(name).Bytes;
        var place = Gen.Choose(0, bytes.Length - 1);
        // The values that lengths and flags break at, and any other.
        var value = Gen.OneOf(Gen.Elements<byte>(0, 1, 0x7F, 0x80, 0xFE, 0xFF), Gen.Choose(0, 255).Select(number => (byte)number));
        var changes = Gen.Zip(place, value).NonEmptyListOf().ToArbitrary();

        Prop.ForAll(changes, edits =>
        {
            var changed = bytes.ToArray();
            foreach (var (at, with) in edits.Take(12))
                changed[at] = with;
            AssertWholeAsync(changed).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Any_bytes_at_all_behind_any_start_never_fail() =>
        Prop.ForAll(Gen.Zip(Gen.Elements(Samples.All.ToArray()), ArbMap.Default.GeneratorFor<byte[]>()).ToArbitrary(), made =>
            AssertWholeAsync([.. made.Item1.Bytes[..Math.Min(32, made.Item1.Bytes.Length)], .. made.Item2]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static async Task AssertSafe(byte[] bytes)
    {
        if (await AssertWholeAsync(bytes) is { } copy)
            Assert.DoesNotContain(Sample.Metadata, Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
    }

    /// <summary>Makes the copy when there is one; its pieces must all lie in the original.</summary>
    private static Task<byte[]?> AssertWholeAsync(byte[] bytes) => Copy(bytes);

    private static async Task<byte[]?> Copy(byte[] bytes)
    {
        using var original = new MemoryStream(bytes);
        using var content = new Content(original);
        if (EvidenceFormat.Of(bytes.AsSpan(0, Math.Min(bytes.Length, EvidenceFormat.HeadSize)))?.Plan(content) is not { IsReasonable: true } plan)
            return null;
        var copy = new MemoryStream();
        await plan.WriteToAsync(original, copy.WriteAsync, CancellationToken.None);
        return copy.ToArray();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
