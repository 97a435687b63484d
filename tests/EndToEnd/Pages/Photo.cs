using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;

namespace ReportBot.EndToEnd.Pages;

/// <summary>A small real picture, made here: a PNG with a comment hidden in it, as cameras hide a place.</summary>
public static class Photo
{
    private const int Side = 24;

    /// <summary>As a browser's file box takes it.</summary>
    public static FilePayload Of(string name, string comment = "taken at home") =>
        new() { Name = name, MimeType = "image/png", Buffer = Png(comment) };

    /// <summary>The bytes of the picture.</summary>
    public static byte[] Png(string comment)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Side);
        (header[8], header[9]) = (8, 2);
        return
        [
            137, 80, 78, 71, 13, 10, 26, 10,
            .. Chunk("IHDR", header),
            .. Chunk("tEXt", Encoding.Latin1.GetBytes("Comment\0" + comment)),
            .. Chunk("IDAT", Pixels()),
            .. Chunk("IEND", []),
        ];
    }

    private static byte[] Pixels()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < Side; row++)
            {
                zlib.WriteByte(0);
                for (var column = 0; column < Side * 3; column++)
                    zlib.WriteByte((byte)((row * 7) ^ (column * 3)));
            }

        return packed.ToArray();
    }

    private static byte[] Chunk(string kind, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(kind, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    // ISO 3309, as PNG's specification asks for.
    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320u;
        }

        return ~crc;
    }
}
