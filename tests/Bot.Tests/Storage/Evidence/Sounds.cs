using ReportBot.Bot.Storage.Evidence.Stripping;
using static ReportBot.Bot.Tests.Storage.Evidence.Sample;

namespace ReportBot.Bot.Tests.Storage.Evidence;

/// <summary>Recordings and documents, made by hand.</summary>
internal static class Sounds
{
    public static Sample Wav { get; } = new("voice.wav", "audio/wav", Photos.Riff("WAVE", Join(
        Photos.RiffChunk("bext", Ascii(Metadata)),
        Photos.RiffChunk("fmt ", new byte[16]),
        Photos.RiffChunk("LIST", Ascii($"INFOICMT{Metadata}")),
        Photos.RiffChunk("data", Ascii(Media)),
        Photos.RiffChunk("id3 ", Ascii(Metadata)))));

    public static Sample Mp3 { get; } = new("voicemail.mp3", "audio/mpeg", Join(
        Ascii("ID3"), [4, 0, 0, 0, 0, 0, (byte)Metadata.Length], Ascii(Metadata),
        new byte[20],
        Mp3Frame(), Mp3Frame(), Mp3Frame(),
        Ascii(Metadata), Ascii("APETAGEX"), Little32(2000), Little32(Metadata.Length + 32), new byte[16],
        Ascii("TAG"), Ascii(Metadata.PadRight(125))));

    public static Sample Mp3WithoutTags { get; } = new("plain.mp3", "audio/mpeg", Join(Mp3Frame(), Mp3Frame(), Mp3Frame()));

    public static Sample Aac { get; } = new("voice.aac", "audio/aac", Join(AdtsFrame(), AdtsFrame(), AdtsFrame(), Ascii("TAG"), Ascii(Metadata.PadRight(125))));

    public static Sample Amr { get; } = new("voice.amr", "audio/amr", Join(Ascii("#!AMR\n"), [0x3C], Ascii(Media.PadRight(31)), [0x3C], new byte[31], [0xFF], Ascii(Metadata)));

    public static Sample Opus { get; } = new("voice.ogg", "audio/ogg", Join(
        OggPage(2, "OpusHead and more"),
        OggPage(0, $"OpusTags\x04\0\0\0Lavf\x01\0\0\0\x1A\0\0\0{Metadata}{new string('x', 300)}"),
        OggPage(4, Media)));

    public static Sample Vorbis { get; } = new("song.ogg", "audio/ogg", Join(
        OggPage(2, "\u0001vorbis and more"),
        OggPage(0, $"\u0003vorbis\x04\0\0\0Lavf\x01\0\0\0\x1A\0\0\0{Metadata}\u0001", "\u0005vorbis books"),
        OggPage(4, Media)));

    public static Sample Pdf { get; } = new("letter.pdf", "application/pdf", Ascii($"""
        %PDF-1.7
        1 0 obj
        << /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>
        endobj
        3 0 obj
        << /Title ({Metadata}) /Author ({Metadata}) /CreationDate (D:20261120) >>
        endobj
        4 0 obj
        << /Type /Metadata /Subtype /XML /Length 80 >>
        stream
        <x:xmpmeta>{Metadata}</x:xmpmeta>
        endstream
        endobj
        5 0 obj
        << /Type /XObject /Filter /DCTDecode >>
        stream
        {System.Text.Encoding.Latin1.GetString(Photos.JpegTurned(1)[..^Metadata.Length])}
        endstream
        endobj
        trailer
        << /Root 1 0 R /Info 3 0 R >>
        %%EOF

        """));

    public static Sample PdfUnderLock { get; } = Pdf with { Name = "locked.pdf", Bytes = Join(Pdf.Bytes, Ascii("trailer << /Encrypt 9 0 R >>")), HasCopy = false };

    private static byte[] Mp3Frame() => Join([0xFF, 0xFB, 0x90, 0x00], Ascii(Media.PadRight(413)));

    private static byte[] AdtsFrame() => Join([0xFF, 0xF1, 0x50, 0x80, (byte)(107 >> 3), (byte)((107 & 7) << 5), 0xFC], Ascii(Media.PadRight(100)));

    private static byte[] OggPage(byte flags, params string[] packets)
    {
        var lacing = packets.SelectMany(packet => Enumerable.Repeat((byte)255, packet.Length / 255).Append((byte)(packet.Length % 255))).ToArray();
        var page = Join(Ascii("OggS"), [0, flags], new byte[8], Little32(77), Little32(0), new byte[4], [(byte)lacing.Length], lacing, Ascii(string.Concat(packets)));
        Little32(OggChecksum.Of(page)).CopyTo(page, 22);
        return page;
    }
}
