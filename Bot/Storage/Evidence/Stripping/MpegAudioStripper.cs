namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>MP3 and AAC: keeps the frames and nothing between, before or after them; ID3 (both versions), APE and Lyrics3 tags are skipped as such.</summary>
internal static class MpegAudioStripper
{
    public static CopyPlan? Plan(Content sound)
    {
        var plan = new CopyPlan();
        var end = BeforeBackTags(sound);
        var isInStep = false;
        for (var at = AfterFrontTags(sound); at + MpegFrame.HeaderSize <= end && plan.IsReasonable;)
        {
            // One header may be chance; two in a row are sound.
            var length = Length(sound, at) ?? 0;
            isInStep = length > 0 && at + length <= end && (isInStep || at + length == end || Length(sound, at + length) is not null);
            if (isInStep)
                plan.Keep(at, length);
            at += isInStep ? length : 1;
        }

        return plan.Pieces.Count > 0 ? plan : null;
    }

    /// <summary>How long a tag at the front is, from the first ten bytes of a file; 0 when there is none.</summary>
    public static long Id3Size(ReadOnlySpan<byte> head)
    {
        if (head.Length < 10 || !head.StartsWith("ID3"u8) || ((head[6] | head[7] | head[8] | head[9]) & 0x80) != 0)
            return 0;
        var footer = (head[5] & 0x10) != 0 ? 10 : 0;
        return 10 + ((head[6] << 21) | (head[7] << 14) | (head[8] << 7) | head[9]) + footer;
    }

    private static int? Length(Content sound, long at)
    {
        Span<byte> header = stackalloc byte[MpegFrame.HeaderSize];
        return sound.TryRead(at, header) ? MpegFrame.Length(header) : null;
    }

    private static long AfterFrontTags(Content sound)
    {
        var at = 0L;
        while (Id3Size(sound.From(at, 10)) is > 0 and var size)
            at += size;
        // An APE tag at the front has a header that says how much follows it.
        return sound.Has(at, "APETAGEX"u8) && sound.UInt32Reversed(at + 12) is >= 0 and var ape ? at + 32 + ape : at;
    }

    private static long BeforeBackTags(Content sound)
    {
        var end = sound.Length;
        for (var before = end + 1; end < before;)
        {
            before = end;
            end -= BackTag(sound, end);
        }

        return end;
    }

    private static long BackTag(Content sound, long end)
    {
        if (sound.Has(end - 128, "TAG"u8))
            return sound.Has(end - 128 - 227, "TAG+"u8) ? 128 + 227 : 128;
        if (sound.Has(end - 32, "APETAGEX"u8) && sound.UInt32Reversed(end - 20) is >= 32 and var ape && ape <= end)
            return sound.Has(end - ape - 32, "APETAGEX"u8) ? ape + 32 : ape;
        if (sound.Has(end - 9, "LYRICS200"u8) && Digits(sound, end - 15) is { } lyrics && lyrics + 15 <= end)
            return lyrics + 15;
        return 0;
    }

    private static long? Digits(Content sound, long at)
    {
        Span<byte> digits = stackalloc byte[6];
        return sound.TryRead(at, digits) && int.TryParse(digits, System.Globalization.NumberStyles.None, null, out var number) ? number : null;
    }
}
