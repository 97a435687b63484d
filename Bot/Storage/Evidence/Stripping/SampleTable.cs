namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>Where a track's media lies in the file, from its sample tables (ISO/IEC 14496-12, 8.7).</summary>
internal static class SampleTable
{
    /// <summary>The end of a chunk whose length the tables do not tell: it ends where the next one starts.</summary>
    public const long Open = long.MaxValue;

    private const int MostEntries = 2_000_000;

    /// <summary>The stretches its chunks take; null when the tables contradict themselves. A track of a fragmented file has none here.</summary>
    public static List<(long Start, long End)>? Stretches(Content content, List<Box> tables)
    {
        if (Offsets(content, tables) is not { } chunks || Runs(content, tables) is not { } runs || Sizes(content, tables) is not { } sizes)
            return null;
        var stretches = new List<(long, long)>(chunks.Length);
        var (run, sample) = (0, 0L);
        for (var chunk = 0; chunk < chunks.Length; chunk++)
        {
            while (run + 1 < runs.Length && runs[run + 1].First <= chunk + 1)
                run++;
            if (run == runs.Length)
                return null;
            if (sizes.Of(sample, runs[run].Samples) is not { } size)
                return null;
            sample += runs[run].Samples;
            stretches.Add((chunks[chunk], size == Open ? Open : chunks[chunk] + size));
        }

        return stretches;
    }

    private static long[]? Offsets(Content content, List<Box> tables)
    {
        var isLong = tables.Exists(box => box.Type == "co64");
        return Entries(content, tables, isLong ? "co64" : "stco", header: 4, isLong ? 8 : 4) is not { } at ? null
            : ReadAll(at, place => isLong ? content.UInt64(place) : content.UInt32(place));
    }

    private static (long First, long Samples)[]? Runs(Content content, List<Box> tables) =>
        Entries(content, tables, "stsc", header: 4, each: 12) is not { } at ? null
            : ReadAll(at, place => (content.UInt32(place), content.UInt32(place + 4)));

    private static SampleSizes? Sizes(Content content, List<Box> tables)
    {
        var box = tables.Find(box => box.Type == "stsz");
        if (box.Size < 12)
            return null;
        var same = content.UInt32(box.Body + 4);
        if (same > 0)
            return new SampleSizes(same, []);
        return Entries(content, tables, "stsz", header: 8, each: 4) is not { } at ? null : new SampleSizes(0, ReadAll(at, content.UInt32));
    }

    /// <summary>Where a table's entries start, how many there are and how long each is; null when they do not fit it.</summary>
    private static (long Start, int Count, int Each)? Entries(Content content, List<Box> tables, string type, int header, int each)
    {
        var box = tables.Find(box => box.Type == type);
        var count = box.Size < header + 4 ? -1 : content.UInt32(box.Body + header);
        return count is >= 0 and <= MostEntries && count * each <= box.Size - header - 4 ? (box.Body + header + 4, (int)count, each) : null;
    }

    private static T[] ReadAll<T>((long Start, int Count, int Each) entries, Func<long, T> read)
    {
        var all = new T[entries.Count];
        for (var entry = 0; entry < all.Length; entry++)
            all[entry] = read(entries.Start + ((long)entry * entries.Each));
        return all;
    }

    private sealed record SampleSizes(long Same, long[] Each)
    {
        public long? Of(long first, long count)
        {
            // Old recorders of plain sound write a size here that is not the size in bytes.
            if (Same > 0)
                return Open;
            return first + count <= Each.Length ? Each.AsSpan((int)first, (int)count).Sum() : null;
        }
    }
}

file static class Sums
{
    public static long Sum(this Span<long> numbers)
    {
        var sum = 0L;
        foreach (var number in numbers)
            sum += number;
        return sum;
    }
}
