using System.Buffers.Binary;

namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>
/// JPEG: keeps the picture (ITU-T T.81 annex B), which way up it is, and the two short segments that say how to read its colours.
/// Everything else goes: where, when, with what, thumbnails, comments, and whatever follows the end of the picture.
/// </summary>
internal static class JpegStripper
{
    private const int StartOfScan = 0xDA;
    private const int EndOfImage = 0xD9;

    public static CopyPlan? Plan(Content photo)
    {
        var plan = new CopyPlan().Write(new byte[] { 0xFF, 0xD8 });
        var (at, scans) = (2L, 0);
        while (Marker(photo, ref at) is var marker and not EndOfImage and >= 0)
        {
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
                continue; // These stand alone.
            var length = photo.UInt16(at);
            if (length < 2 || at + length > photo.Length)
                break;
            var end = marker == StartOfScan ? EndOfScan(photo, at + length) : at + length;
            if (marker is StartOfScan or (>= 0xC0 and <= 0xCF) or (>= 0xDB and <= 0xDD))
                plan.Keep(at - 2, end - at + 2);
            else if (Rewritten(photo, marker, at + 2, length - 2) is { } segment)
                plan.Write(segment);
            scans += marker == StartOfScan ? 1 : 0;
            at = end;
        }

        // A photo that was cut off shows what it has.
        return scans > 0 ? plan.Write(new byte[] { 0xFF, EndOfImage }) : null;
    }

    /// <summary>Where, in a photo inside another file, the parts lie that a copy is without; answers where the photo ends.</summary>
    public static long FindMetadata(Content file, long photo, long before, List<(long Start, long End)> found)
    {
        var at = photo + 2;
        while (Marker(file, ref at) is var marker and not EndOfImage and >= 0)
        {
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
                continue;
            var length = file.UInt16(at);
            if (length < 2 || at + length > before)
                break;
            var kept = marker switch
            {
                0xE0 => 14, // All but a thumbnail.
                0xE2 when file.Has(at + 2, "ICC_PROFILE"u8) => length - 2,
                0xEE => 12,
                (>= 0xE1 and <= 0xEF) or 0xFE => 0,
                _ => length - 2,
            };
            if (kept < length - 2)
                found.Add((at + 2 + kept, at + length));
            at = marker == StartOfScan ? EndOfScan(file, at + length) : at + length;
        }

        return Math.Min(at, before);
    }

    /// <summary>The next marker, the place moved behind it; -1 where none is.</summary>
    private static int Marker(Content photo, ref long at)
    {
        if (photo.Byte(at) != 0xFF)
            return -1;
        while (photo.Byte(at) == 0xFF)
            at++;
        return photo.Byte(at++);
    }

    private static long EndOfScan(Content photo, long from)
    {
        for (var at = from; ;)
        {
            var found = photo.IndexOf([0xFF], at, photo.Length);
            if (found < 0)
                return photo.Length;
            var next = photo.Byte(found + 1);
            if (next is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return found;
            at = found + (next == 0xFF ? 1 : 2);
        }
    }

    private static byte[]? Rewritten(Content photo, int marker, long body, int length) => marker switch
    {
        0xE0 when length >= 14 && photo.Has(body, "JFIF\0"u8) => WithoutThumbnail(photo, body),
        0xE1 when length >= 14 && photo.Has(body, "Exif\0\0"u8) => Orientation(photo, body + 6, length - 6),
        0xEE when length >= 12 && photo.Has(body, "Adobe"u8) => Segment(photo, marker, body, 12),
        _ => null,
    };

    private static byte[] WithoutThumbnail(Content photo, long body)
    {
        var segment = Segment(photo, 0xE0, body, 14);
        segment.AsSpan(^2).Clear();
        return segment;
    }

    private static byte[] Segment(Content photo, int marker, long body, int length)
    {
        var segment = new byte[4 + length];
        (segment[0], segment[1]) = (0xFF, (byte)marker);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(length + 2));
        _ = photo.TryRead(body, segment.AsSpan(4)); // The caller has seen that it is there.
        return segment;
    }

    private static byte[]? Orientation(Content photo, long tiff, int length)
    {
        if (ExifOrientation.Read(photo, tiff, length) is not { } orientation)
            return null;
        return [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. ExifOrientation.Only(orientation)];
    }
}
