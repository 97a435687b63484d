using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Urgency;

/// <summary>Judges with phrase filters how likely a stretch of a message tells of an emergency, apart from the other weights: together they err less.</summary>
internal sealed class UrgencyPhrases(PhraseFilters filters, DangerSigns signs)
{
    [ThreadStatic]
    private static PhraseRun? t_run;

    /// <summary>Reads what the words of a stretch are to the filters. The rules have been matched.</summary>
    public static void Read<TSink>(ReadText read, int first, int end, DangerSigns signs, ref TSink sink)
        where TSink : struct, IPhraseSink
    {
        PhraseInputs.Read(read, first, end, ref sink);
        foreach (ref readonly var hit in read.Hits)
            if (hit.First >= first && hit.End <= end)
                sink.AddInput(PhraseInputs.OfSign((uint)signs.Of(hit), signs.Holds(read, hit)), hit.First, hit.End);
    }

    /// <summary>The sum of a stretch: above 0 an emergency is more likely than not.</summary>
    public float Score(ReadText read, int first, int end)
    {
        Span<float> sums = stackalloc float[filters.Columns];
        sums.Clear();
        filters.AddWorth(Run(read, first, end).Answers, sums);
        return sums[0];
    }

    /// <summary>Adds the words that the filters answered to in a stretch, with what they brought.</summary>
    public void AddShares(ReadText read, int first, int end, List<Share> shares)
    {
        var run = Run(read, first, end);
        Span<Share> room = stackalloc Share[PhraseWeights.Filters];
        // Whatever is not nothing.
        foreach (var worth in room[..run.Shares(filters.Worth(0), 1, float.Epsilon, room)])
            shares.Add(worth with { First = first + worth.First, End = first + worth.End });
    }

    private PhraseRun Run(ReadText read, int first, int end)
    {
        var run = t_run ??= new PhraseRun();
        run.Begin(filters, end - first);
        var sink = new PhraseSink(filters, run, read, first);
        Read(read, first, end, signs, ref sink);
        run.Run();
        return run;
    }
}
