namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>The header of a frame of MP3 (ISO/IEC 11172-3 and 13818-3, layer III, also at half rates) or of AAC as a stream (ADTS, 13818-7).</summary>
internal static class MpegFrame
{
    /// <summary>Bytes of a header that are looked at.</summary>
    public const int HeaderSize = 6;

    private static ReadOnlySpan<short> FullRates => [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];

    private static ReadOnlySpan<short> LowRates => [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    private static ReadOnlySpan<int> Samples => [44_100, 48_000, 32_000];

    /// <summary>True for AAC.</summary>
    public static bool IsAdts(ReadOnlySpan<byte> header) => header[0] == 0xFF && (header[1] & 0xF6) == 0xF0;

    /// <summary>The length of the frame that starts here; null when none does.</summary>
    public static int? Length(ReadOnlySpan<byte> header)
    {
        if (header.Length < HeaderSize || header[0] != 0xFF)
            return null;
        if (IsAdts(header))
            return ((header[3] & 3) << 11 | header[4] << 3 | header[5] >> 5) is > 7 and var adts && ((header[2] >> 2) & 0x0F) < 13 ? adts : null;
        var (version, rate, samples) = ((header[1] >> 3) & 3, header[2] >> 4, (header[2] >> 2) & 3);
        if ((header[1] & 0xE6) != 0xE2 || version == 1 || rate is 0 or 15 || samples == 3)
            return null;
        var isFull = version == 3;
        var hertz = Samples[samples] >> (version switch { 3 => 0, 2 => 1, _ => 2 });
        return ((isFull ? 144_000 * FullRates[rate] : 72_000 * LowRates[rate]) / hertz) + ((header[2] >> 1) & 1);
    }
}
