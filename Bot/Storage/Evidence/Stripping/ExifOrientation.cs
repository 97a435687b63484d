namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>Which way up a photo is: tag 0x0112 of Exif, 1 to 8.</summary>
internal static class ExifOrientation
{
    private const int Tag = 0x0112;
    private const int MostEntries = 512;

    /// <summary>The orientation in these TIFF bytes, when it says to turn or mirror; null otherwise.</summary>
    public static byte? Read(Content photo, long tiff, int length)
    {
        var isLittle = photo.Has(tiff, "II*\0"u8);
        if (length < 14 || (!isLittle && !photo.Has(tiff, "MM\0*"u8)))
            return null;
        var directory = isLittle ? photo.UInt32Reversed(tiff + 4) : photo.UInt32(tiff + 4);
        if (directory < 8 || directory > length - 2)
            return null;
        var entries = Math.Min(MostEntries, Number(photo, tiff + directory, isLittle));
        for (var entry = 0; entry < entries && directory + 14 + (entry * 12) <= length; entry++)
        {
            var at = tiff + directory + 2 + (entry * 12);
            if (Number(photo, at, isLittle) == Tag)
                return Number(photo, at + 8, isLittle) is >= 2 and <= 8 and var orientation ? (byte)orientation : null;
        }

        return null;
    }

    /// <summary>TIFF bytes that hold nothing but the orientation.</summary>
    public static byte[] Only(byte orientation) =>
        [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, Tag >> 8, Tag & 0xFF, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];

    private static int Number(Content photo, long at, bool isLittle)
    {
        var number = photo.UInt16(at);
        return isLittle && number >= 0 ? ((number & 0xFF) << 8) | (number >> 8) : number;
    }
}
