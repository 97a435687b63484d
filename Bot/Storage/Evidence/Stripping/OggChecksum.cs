namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>The CRC of an Ogg page: polynomial 0x04C11DB7, nothing reflected, start and end value 0 (RFC 3533, section 6).</summary>
internal static class OggChecksum
{
    private const uint Polynomial = 0x04C11DB7;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(first => OfByte((uint)first << 24))];

    public static uint Of(ReadOnlySpan<byte> page)
    {
        var checksum = 0u;
        foreach (var value in page)
            checksum = (checksum << 8) ^ Table[(checksum >> 24) ^ value];
        return checksum;
    }

    private static uint OfByte(uint checksum)
    {
        for (var bit = 0; bit < 8; bit++)
            checksum = (checksum & 0x80000000) != 0 ? (checksum << 1) ^ Polynomial : checksum << 1;
        return checksum;
    }
}
