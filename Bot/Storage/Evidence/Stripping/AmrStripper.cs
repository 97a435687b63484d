namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>AMR, narrow and wide band (RFC 4867): keeps the frames. The format holds nothing else, so what follows the last frame goes.</summary>
internal static class AmrStripper
{
    private static ReadOnlySpan<byte> Narrow => "#!AMR\n"u8;

    private static ReadOnlySpan<byte> Wide => "#!AMR-WB\n"u8;

    // Bytes of speech behind each frame's header, by frame type; the kinds that are not there are not used.
    private static ReadOnlySpan<byte> NarrowSizes => [12, 13, 15, 17, 19, 20, 26, 31, 5];

    private static ReadOnlySpan<byte> WideSizes => [17, 23, 32, 36, 40, 46, 50, 58, 60, 5];

    private const int NoData = 15;

    public static CopyPlan? Plan(Content sound)
    {
        var isWide = sound.Has(0, Wide);
        var start = isWide ? Wide.Length : Narrow.Length;
        var end = (long)start;
        while (FrameSize(sound.Byte(end), isWide ? WideSizes : NarrowSizes) is { } size && end + size <= sound.Length)
            end += size;
        return end > start ? new CopyPlan().Keep(0, end) : null;
    }

    private static int? FrameSize(int header, ReadOnlySpan<byte> sizes)
    {
        // Two filling bits at each end are always zero.
        if (header < 0 || (header & 0x83) != 0)
            return null;
        var type = header >> 3;
        return type < sizes.Length ? 1 + sizes[type] : type == NoData ? 1 : null;
    }
}
