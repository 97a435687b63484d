namespace ReportBot.Knowledge.Wording;

/// <summary>Quotes a person's words with enough around them to be understood.</summary>
internal static class Quote
{
    private const int LongestClause = 12;
    private const int Beside = 4;

    /// <summary>The clause a hit stands in, or, where that is longer than twelve words, the hit with up to four words on either side.</summary>
    public static string Around(string text, CueHit hit, IReadOnlyList<Word> words)
    {
        var first = IndexAt(words, hit.Start);
        var last = first;
        while (last + 1 < words.Count && words[last + 1].End <= hit.End)
            last++;
        var from = first;
        while (from > 0 && words[from - 1].Clause == words[first].Clause)
            from--;
        var to = last;
        while (to + 1 < words.Count && words[to + 1].Clause == words[last].Clause)
            to++;
        if (to - from + 1 > LongestClause)
            (from, to) = (Math.Max(from, first - Beside), Math.Min(to, last + Beside));
        return text[words[from].Start..words[to].End];
    }

    private static int IndexAt(IReadOnlyList<Word> words, int start)
    {
        var index = 0;
        while (words[index].Start < start)
            index++;
        return index;
    }
}
