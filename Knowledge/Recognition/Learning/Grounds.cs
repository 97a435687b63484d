using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>Chooses the words a suggestion rests on: the stretches that brought the most, in the order they stand.</summary>
internal static class Grounds
{
    private const int Most = 4;
    private const int MostWeighed = 8;
    private const float LeastWeighed = 0.2f;

    /// <summary>At least one and at most four spans that do not overlap; words that say nothing alone are never one.</summary>
    public static ImmutableArray<Span> Of(Lexicon lexicon, ReadText read, List<Share> shares)
    {
        KeepTelling(lexicon, read, shares);
        Sum(shares);
        Span<(int First, int End)> chosen = stackalloc (int, int)[Most];
        var count = 0;
        for (var least = 0f; count < Most && Heaviest(shares, chosen[..count]) is { Weight: > 0 } next && next.Weight >= least; least = Math.Max(least, next.Weight / 4))
            chosen[count++] = (next.First, next.End);
        if (count == 0)
            chosen[count++] = (0, read.Count);
        chosen[..count].Sort();
        var spans = ImmutableArray.CreateBuilder<Span>(count);
        foreach (var (first, end) in chosen[..count])
            spans.Add(read.Where(first, end));
        return spans.MoveToImmutable();
    }

    /// <summary>What weighed most for and against, the heaviest first: each word counts once, with all that was learned of it.</summary>
    public static ImmutableArray<WeighedWords> Weighed(ReadText read, List<Share> shares)
    {
        Sum(shares);
        shares.Sort(static (one, other) => Math.Abs(other.Weight).CompareTo(Math.Abs(one.Weight)));
        return [.. shares.Take(MostWeighed).Where(share => Math.Abs(share.Weight) >= LeastWeighed)
            .Select(share => new WeighedWords(read.Where(share.First, share.End), Math.Round(share.Weight, 2)))];
    }

    private static void KeepTelling(Lexicon lexicon, ReadText read, List<Share> shares)
    {
        var all = CollectionsMarshal.AsSpan(shares);
        var kept = 0;
        foreach (ref readonly var share in all)
            if (share.Weight > 0 && !IsSmall(lexicon, read, share))
                all[kept++] = share;
        CollectionsMarshal.SetCount(shares, kept);
    }

    // The shares of the same words together, in the order they stand.
    private static void Sum(List<Share> shares)
    {
        shares.Sort();
        var all = CollectionsMarshal.AsSpan(shares);
        var kept = 0;
        foreach (ref readonly var share in all)
            if (kept > 0 && all[kept - 1] is var last && last.First == share.First && last.End == share.End)
                all[kept - 1] = last with { Weight = last.Weight + share.Weight };
            else
                all[kept++] = share;
        CollectionsMarshal.SetCount(shares, kept);
    }

    // Of those as heavy the one that stands first; nothing of weight when all meet what is chosen.
    private static Share Heaviest(List<Share> shares, ReadOnlySpan<(int First, int End)> chosen)
    {
        var heaviest = default(Share);
        foreach (ref readonly var share in CollectionsMarshal.AsSpan(shares))
            if (share.Weight > heaviest.Weight && !Meets(chosen, share.First, share.End))
                heaviest = share;
        return heaviest;
    }

    private static bool IsSmall(Lexicon lexicon, ReadText read, in Share share)
    {
        for (var word = share.First; word < share.End; word++)
            if (!lexicon.IsSmall(lexicon.KindOfWord(read.Words[word].Id)))
                return false;
        return true;
    }

    private static bool Meets(ReadOnlySpan<(int First, int End)> chosen, int first, int end)
    {
        foreach (var other in chosen)
            if (end > other.First && first < other.End)
                return true;
        return false;
    }
}
