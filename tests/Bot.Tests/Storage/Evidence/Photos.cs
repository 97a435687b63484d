using static ReportBot.Bot.Tests.Storage.Evidence.Sample;

namespace ReportBot.Bot.Tests.Storage.Evidence;

/// <summary>Photos, made by hand.</summary>
internal static class Photos
{
    public static Sample Jpeg { get; } = new("upright.jpg", "image/jpeg", JpegTurned(1));

    public static Sample Png { get; } = new("screenshot.png", "image/png", Join(
        [0x89], Ascii("PNG\r\n\u001A\n"),
        Chunk("IHDR", new byte[13]),
        Chunk("tEXt", Ascii($"Comment\0{Metadata}")),
        Chunk("iTXt", Ascii($"XML:com.adobe.xmp\0\0\0\0\0{Metadata}")),
        Chunk("eXIf", Ascii($"MM\0*{Metadata}")),
        Chunk("tIME", Ascii(Metadata)),
        Chunk("prVt", Ascii(Metadata)),
        Chunk("IDAT", Ascii(Media)),
        Chunk("IEND", []),
        Ascii($"what was cropped {Metadata}")));

    public static Sample Gif { get; } = new("moving.gif", "image/gif", Join(
        Ascii("GIF89a"), [1, 0, 1, 0, 0x80, 0, 0], new byte[6],
        Extension(0xFF, Join([11], Ascii("NETSCAPE2.0"), [3, 1, 7, 0])),
        Extension(0xFE, Block(Metadata)),
        Extension(0xFF, Join([11], Ascii("XMP DataXMP"), Block(Metadata))),
        Extension(0xF9, [4, 0, 0, 0, 0]),
        [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2], Block(Media), [0],
        [0x3B], Ascii(Metadata)));

    public static Sample Webp { get; } = new("phone.webp", "image/webp", Riff("WEBP", Join(
        RiffChunk("VP8X", [0x2E, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        RiffChunk("ICCP", Ascii(Metadata)),
        RiffChunk("VP8 ", Ascii(Media + "!")),
        RiffChunk("EXIF", Ascii(Metadata)),
        RiffChunk("XMP ", Ascii(Metadata)),
        RiffChunk("prvt", Ascii(Metadata)))));

    public static Sample Heic { get; } = new("phone.heic", "image/heic", HeicWith("heic", "hvc1"));

    public static Sample Avif { get; } = new("phone.avif", "image/avif", HeicWith("avif", "av01"));

    public static byte[] JpegTurned(byte orientation) => Join(
        [0xFF, 0xD8],
        Segment(0xE0, Join(Ascii("JFIF\0"), [1, 2, 1, 0, 72, 0, 72, 1, 1, 1, 2, 3])),
        Segment(0xE1, Join(Ascii("Exif\0\0"), Exif(orientation))),
        Segment(0xE1, Ascii($"http://ns.adobe.com/xap/1.0/\0{Metadata}")),
        Segment(0xE2, Ascii($"MPF\0{Metadata}")),
        Segment(0xED, Ascii($"Photoshop 3.0\0{Metadata}")),
        Segment(0xEE, Join(Ascii("Adobe"), [0, 100, 0, 0, 0, 0, 1], Ascii(Metadata))),
        Segment(0xFE, Ascii(Metadata)),
        Segment(0xDB, Ascii("quantisation")),
        Segment(0xC0, Ascii("frame")),
        Segment(0xDA, [1, 2, 3]), Ascii(Media), [0xFF, 0x00, 9, 0xFF, 0xD0, 8], Ascii(Media),
        Segment(0xFE, Ascii(Metadata)),
        Segment(0xDA, [1, 2, 3]), Ascii(Media),
        [0xFF, 0xD9], Ascii(Metadata));

    public static byte[] RiffChunk(string type, byte[] body) => Join(Ascii(type), Little32(body.Length), body, new byte[body.Length & 1]);

    public static byte[] Riff(string type, byte[] chunks) => Join(Ascii("RIFF"), Little32(chunks.Length + 4), Ascii(type), chunks);

    // Orientation, and a place in a directory of its own.
    private static byte[] Exif(byte orientation) => Join(
        Ascii("II*\0"), Little32(8), [2, 0],
        [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
        [0x25, 0x88, 4, 0, 1, 0, 0, 0, 40, 0, 0, 0],
        Little32(0), Ascii(Metadata));

    private static byte[] Segment(byte marker, byte[] body) => Join([0xFF, marker], Big16(body.Length + 2), body);

    private static byte[] Chunk(string type, byte[] data) => Join(Big32(data.Length), Ascii(type), data, new byte[4]);

    private static byte[] Extension(byte label, byte[] blocks) => Join([0x21, label], blocks, [0]);

    private static byte[] Block(string text) => Join([(byte)text.Length], Ascii(text));

    private static byte[] HeicWith(string brand, string codec)
    {
        var type = Movies.Box("ftyp", Ascii($"{brand}\0\0\0\0mif1"));
        byte[] Meta(int media) => Movies.Box("meta", Join(
            new byte[4],
            Movies.Box("hdlr", Join(new byte[8], Ascii("pict"), new byte[13])),
            Movies.Box("iinf", Join(new byte[4], Big16(3), Item(1, codec), Item(2, "Exif"), Item(3, "mime"))),
            Movies.Box("uuid", Ascii($"0123456789abcdef{Metadata}")),
            Movies.Box("idat", Ascii(Metadata)),
            // Picture and Exif lie in the media, XMP inside this box.
            Movies.Box("iloc", Join([1, 0, 0, 0, 0x44, 0x00], Big16(3),
                Big16(1), Big16(0), Big16(0), Big16(1), Big32(media), Big32(Media.Length),
                Big16(2), Big16(0), Big16(0), Big16(1), Big32(media + Media.Length), Big32(Metadata.Length),
                Big16(3), Big16(1), Big16(0), Big16(1), Big32(0), Big32(Metadata.Length)))));
        var start = type.Length + Meta(0).Length + 8;
        return Join(type, Meta(start), Movies.Box("mdat", Ascii(Media + Metadata)), Movies.Box("free", Ascii(Metadata)), Movies.Box("uuid", Ascii(Metadata)));
    }

    private static byte[] Item(int id, string type) => Movies.Box("infe", Join([2, 0, 0, 0], Big16(id), Big16(0), Ascii(type), [0]));
}
