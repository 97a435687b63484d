namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>GIF: keeps the frames, their timing and the loop count (GIF89a); comments, application data and whatever follows the end go.</summary>
internal static class GifStripper
{
    private const int Trailer = 0x3B;

    public static CopyPlan? Plan(Content photo)
    {
        var plan = new CopyPlan();
        var at = 13 + ColourTable(photo.Byte(10));
        plan.Keep(0, at);
        for (var frames = 0; at < photo.Length && plan.IsReasonable;)
        {
            var start = at;
            var kind = photo.Byte(at);
            if (kind == Trailer)
                return frames > 0 ? plan.Write(new byte[] { Trailer }) : null;
            var isFrame = kind == 0x2C;
            var blocks = isFrame ? at + 11 + ColourTable(photo.Byte(at + 9)) : at + 2;
            if ((!isFrame && kind != 0x21) || EndOfBlocks(photo, blocks) is not { } end)
                return null;
            frames += isFrame ? 1 : 0;
            if (isFrame || photo.Byte(at + 1) == 0xF9)
                plan.Keep(start, end - start);
            else if (photo.Byte(at + 1) == 0xFF && photo.Has(at + 2, "\vNETSCAPE2.0\u0003\u0001"u8))
                plan.Keep(start, 18).Write(new byte[] { 0 });
            at = end;
        }

        return null;
    }

    private static long ColourTable(int flags) => flags >= 0 && (flags & 0x80) != 0 ? 3L << ((flags & 7) + 1) : 0;

    /// <summary>Behind the empty block that ends a run of blocks.</summary>
    private static long? EndOfBlocks(Content photo, long at)
    {
        while (photo.Byte(at) is var size and >= 0)
        {
            at += 1 + size;
            if (size == 0)
                return at;
        }

        return null;
    }
}
