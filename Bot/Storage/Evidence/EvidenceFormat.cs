using System.Text;
using ReportBot.Bot.Storage.Evidence.Stripping;

namespace ReportBot.Bot.Storage.Evidence;

/// <summary>One of the formats we take, known by its first bytes and never by its name, and how its metadata is left out.</summary>
internal sealed record EvidenceFormat(EvidenceKind Kind, string MediaType, string Extension, Func<Content, CopyPlan?> Plan)
{
    /// <summary>How many of a file's first bytes are looked at.</summary>
    public const int HeadSize = 4096;

    private static readonly EvidenceFormat Mp4 = new(EvidenceKind.Video, "video/mp4", "mp4", MovieStripper.Plan);
    private static readonly EvidenceFormat QuickTime = new(EvidenceKind.Video, "video/quicktime", "mov", MovieStripper.Plan);
    private static readonly EvidenceFormat Heic = new(EvidenceKind.Photo, "image/heic", "heic", HeifStripper.Plan);
    private static readonly EvidenceFormat Mp3 = new(EvidenceKind.Audio, "audio/mpeg", "mp3", MpegAudioStripper.Plan);
    private static readonly EvidenceFormat Aac = new(EvidenceKind.Audio, "audio/aac", "aac", MpegAudioStripper.Plan);

    private static readonly (byte[] Start, EvidenceFormat Format)[] Starts =
    [
        ([0xFF, 0xD8, 0xFF], new(EvidenceKind.Photo, "image/jpeg", "jpg", JpegStripper.Plan)),
        ([0x89, .. "PNG\r\n\u001A\n"u8], new(EvidenceKind.Photo, "image/png", "png", PngStripper.Plan)),
        ([.. "GIF87a"u8], new(EvidenceKind.Photo, "image/gif", "gif", GifStripper.Plan)),
        ([.. "GIF89a"u8], new(EvidenceKind.Photo, "image/gif", "gif", GifStripper.Plan)),
        ([.. "OggS\0"u8], new(EvidenceKind.Audio, "audio/ogg", "ogg", OggStripper.Plan)),
        ([.. "#!AMR\n"u8], new(EvidenceKind.Audio, "audio/amr", "amr", AmrStripper.Plan)),
        ([.. "#!AMR-WB\n"u8], new(EvidenceKind.Audio, "audio/amr-wb", "awb", AmrStripper.Plan)),
        ([.. "%PDF-"u8], new(EvidenceKind.Document, "application/pdf", "pdf", PdfStripper.Plan)),
    ];

    private static readonly Dictionary<string, EvidenceFormat> Riffs = new()
    {
        ["WEBP"] = new(EvidenceKind.Photo, "image/webp", "webp", WebpStripper.Plan),
        ["WAVE"] = new(EvidenceKind.Audio, "audio/wav", "wav", RiffStripper.PlanSound),
        ["AVI "] = new(EvidenceKind.Video, "video/x-msvideo", "avi", RiffStripper.PlanVideo),
    };

    // Brands of the file type box, as registered at mp4ra.org and as phones write them.
    private static readonly Dictionary<string, EvidenceFormat> Brands = new()
    {
        ["heic"] = Heic, ["heix"] = Heic, ["heim"] = Heic, ["heis"] = Heic, ["hevc"] = Heic, ["hevx"] = Heic,
        ["mif1"] = Heic with { MediaType = "image/heif", Extension = "heif" },
        ["msf1"] = Heic with { MediaType = "image/heif", Extension = "heif" },
        ["avif"] = Heic with { MediaType = "image/avif", Extension = "avif" },
        ["avis"] = Heic with { MediaType = "image/avif", Extension = "avif" },
        ["qt  "] = QuickTime,
        ["M4A "] = Mp4 with { Kind = EvidenceKind.Audio, MediaType = "audio/mp4", Extension = "m4a" },
        ["M4B "] = Mp4 with { Kind = EvidenceKind.Audio, MediaType = "audio/mp4", Extension = "m4a" },
        ["3gp"] = Mp4 with { MediaType = "video/3gpp", Extension = "3gp" },
        ["3g2"] = Mp4 with { MediaType = "video/3gpp2", Extension = "3g2" },
        ["iso"] = Mp4, ["mp4"] = Mp4, ["avc1"] = Mp4, ["M4V "] = Mp4, ["MSNV"] = Mp4, ["dash"] = Mp4, ["mmp4"] = Mp4,
    };

    private static readonly EvidenceFormat Webm = new(EvidenceKind.Video, "video/webm", "webm", WebmStripper.Plan);

    /// <summary>The format these first bytes are in; null when it is not one we take.</summary>
    public static EvidenceFormat? Of(ReadOnlySpan<byte> head)
    {
        foreach (var (start, format) in Starts)
            if (head.StartsWith(start))
                return format;
        if (head.Length < 16)
            return null;
        if (head.StartsWith("RIFF"u8))
            return Riffs.GetValueOrDefault(Encoding.Latin1.GetString(head.Slice(8, 4)));
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]))
            return head[..Math.Min(head.Length, 64)].IndexOf((ReadOnlySpan<byte>)[0x42, 0x82, 0x84, .. "webm"u8]) >= 0 ? Webm : null;
        return head.Slice(4, 4) switch
        {
            var box when box.SequenceEqual("ftyp"u8) => OfBrands(head),
            // QuickTime before it had brands.
            var box when box.SequenceEqual("moov"u8) || box.SequenceEqual("mdat"u8) || box.SequenceEqual("wide"u8) => QuickTime,
            _ => OfSound(head),
        };
    }

    private static EvidenceFormat? OfBrands(ReadOnlySpan<byte> head)
    {
        var size = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(head);
        // The main brand, a version, then the brands it also is.
        for (var at = 8; at + 4 <= Math.Min(size, (uint)head.Length); at += at == 8 ? 8 : 4)
        {
            var brand = Encoding.Latin1.GetString(head.Slice(at, 4));
            if (Brands.TryGetValue(brand, out var format) || Brands.TryGetValue(brand[..3], out format))
                return format;
        }

        return null;
    }

    private static EvidenceFormat? OfSound(ReadOnlySpan<byte> head)
    {
        if (MpegAudioStripper.Id3Size(head) > 0)
            return Mp3;
        // Text may start like one frame, but not like a second where the first ends.
        var isSound = MpegFrame.Length(head) is { } length && (length + MpegFrame.HeaderSize > head.Length || MpegFrame.Length(head[length..]) is not null);
        return !isSound ? null : MpegFrame.IsAdts(head) ? Aac : Mp3;
    }
}
