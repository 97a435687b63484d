namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>One chunk of a RIFF file: four letters, a little-endian size, a body padded to an even length.</summary>
internal readonly record struct RiffChunk(string Type, long Start, long Size, long End)
{
    private const int MostChunks = 20_000;

    public long Body => Start + 8;

    /// <summary>The chunks in a stretch of the file; null when they do not fit it. A recording that was cut off has a last chunk longer than the file.</summary>
    public static List<RiffChunk>? In(Content content, long from, long to, bool isCutOffAllowed)
    {
        var chunks = new List<RiffChunk>();
        for (var at = from; at + 8 <= to;)
        {
            var size = content.UInt32Reversed(at + 4);
            var end = at + 8 + size + (size & 1);
            if (at + 8 + size > to && !isCutOffAllowed)
                return null;
            if (size < 0 || chunks.Count == MostChunks)
                return null;
            end = Math.Min(end, to);
            chunks.Add(new RiffChunk(content.FourLetters(at), at, Math.Min(size, to - at - 8), end));
            at = end;
        }

        return chunks;
    }
}
