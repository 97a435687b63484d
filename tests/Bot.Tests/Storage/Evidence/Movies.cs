using static ReportBot.Bot.Tests.Storage.Evidence.Sample;

namespace ReportBot.Bot.Tests.Storage.Evidence;

/// <summary>Videos and other files made of boxes, by hand.</summary>
internal static class Movies
{
    public static Sample Mp4 { get; } = new("doorbell.mp4", "video/mp4", Movie("isom", mediaFirst: false));

    public static Sample QuickTime { get; } = new("phone.mov", "video/quicktime", Movie("qt  ", mediaFirst: true));

    public static Sample M4a { get; } = new("memo.m4a", "audio/mp4", Movie("M4A ", mediaFirst: true));

    public static Sample ThreeGp { get; } = new("old.3gp", "video/3gpp", Movie("3gp4", mediaFirst: true));

    public static Sample Webm { get; } = new("browser.webm", "video/webm", Matroska(isOpen: false));

    public static Sample WebmRecording { get; } = new("recorded.webm", "video/webm", Matroska(isOpen: true));

    public static Sample Avi { get; } = new("camera.avi", "video/x-msvideo", Photos.Riff("AVI ", Join(
        List("hdrl", Join(
            Photos.RiffChunk("avih", new byte[8]),
            List("strl", Join(Photos.RiffChunk("strh", new byte[8]), Photos.RiffChunk("strf", new byte[8]), Photos.RiffChunk("strn", Ascii(Metadata)))),
            Photos.RiffChunk("IDIT", Ascii(Metadata)))),
        List("INFO", Photos.RiffChunk("ICMT", Ascii(Metadata))),
        Photos.RiffChunk("JUNK", Ascii(Metadata)),
        List("movi", Photos.RiffChunk("00dc", Ascii(Media))),
        Photos.RiffChunk("idx1", new byte[16]))));

    public static byte[] Box(string type, params ReadOnlySpan<byte[]> parts)
    {
        var body = Join(parts);
        return Join(Big32(body.Length + 8), Ascii(type), body);
    }

    /// <summary>One kept track whose two chunks have a track of places between them.</summary>
    private static byte[] Movie(string brand, bool mediaFirst)
    {
        var type = Box("ftyp", Ascii($"{brand}\0\0\0\0{brand}"));
        var media = Box("mdat", Ascii(Media), Ascii(Metadata), Ascii(Media), Ascii(Metadata));
        byte[] Moov(int start) => Box("moov",
            Header("mvhd", 100),
            Track("vide", "vmhd", [Media.Length, Media.Length], [start, start + Media.Length + Metadata.Length]),
            Track("meta", "gmhd", [Metadata.Length], [start + Media.Length]),
            Box("udta", Box("\u00A9xyz", Ascii(Metadata))),
            Box("meta", Ascii(Metadata)));
        var start = type.Length + 8 + (mediaFirst ? 0 : Moov(0).Length);
        var tail = Join(Box("free", Ascii(Metadata)), Box("uuid", Ascii(Metadata)), Box("meta", Ascii(Metadata)));
        return mediaFirst ? Join(type, media, Moov(start), tail) : Join(type, Moov(start), media, tail);
    }

    private static byte[] Track(string handler, string header, int[] sizes, int[] chunks) => Box("trak",
        Header("tkhd", 84),
        Box("tref", Ascii(Metadata)),
        Box("udta", Ascii(Metadata)),
        Box("mdia",
            Header("mdhd", 24),
            Box("hdlr", new byte[8], Ascii(handler), new byte[12], Ascii(Metadata)),
            Box("minf",
                Box(header, new byte[4]),
                Box("stbl",
                    Box("stsd", new byte[8]),
                    Box("stsc", new byte[4], Big32(1), Big32(1), Big32(1), Big32(1)),
                    Box("stsz", new byte[8], Big32(sizes.Length), Join([.. sizes.Select(size => Big32(size))])),
                    Box("stco", new byte[4], Big32(chunks.Length), Join([.. chunks.Select(chunk => Big32(chunk))]))))));

    // Made and changed on a day that nobody needs to know.
    private static byte[] Header(string type, int size) => Box(type, new byte[4], Ascii("51.1279N"), new byte[size - 12]);

    private static byte[] List(string type, byte[] chunks) => Photos.RiffChunk("LIST", Join(Ascii(type), chunks));

    private static byte[] Matroska(bool isOpen)
    {
        var cluster = Join(Element([0xE7], [0]), Element([0xA3], Ascii(Media)));
        var segment = Join(
            Element([0x15, 0x49, 0xA9, 0x66], Join(
                Element([0x2A, 0xD7, 0xB1], [1]),
                Element([0x7B, 0xA9], Ascii(Metadata)),
                Element([0x44, 0x61], Ascii("51.1279N")),
                Element([0x4D, 0x80], Ascii(Metadata)),
                Element([0x57, 0x41], Ascii(Metadata)))),
            Element([0x16, 0x54, 0xAE, 0x6B], Element([0xAE], Join(Element([0xD7], [1]), Element([0x53, 0x6E], Ascii(Metadata))))),
            isOpen ? Join([0x1F, 0x43, 0xB6, 0x75, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], cluster) : Element([0x1F, 0x43, 0xB6, 0x75], cluster),
            Element([0x12, 0x54, 0xC3, 0x67], Ascii(Metadata)),
            Element([0x19, 0x41, 0xA4, 0x69], Ascii(Metadata)));
        return Join(
            Element([0x1A, 0x45, 0xDF, 0xA3], Element([0x42, 0x82], Ascii("webm"))),
            isOpen ? Join([0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], segment) : Element([0x18, 0x53, 0x80, 0x67], segment));
    }

    private static byte[] Element(byte[] id, byte[] body) =>
        body.Length < 127 ? Join(id, [(byte)(0x80 | body.Length)], body) : Join(id, [(byte)(0x40 | (body.Length >> 8)), (byte)body.Length], body);
}
