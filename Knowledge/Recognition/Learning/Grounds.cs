using System.Collections.Immutable;
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
        shares.RemoveAll(share => share.Weight <= 0 || IsSmall(lexicon, read, share));
        Sum(shares);
        Span<(int First, int End)> chosen = stackalloc (int, int)[Most];
        var count = 0;
        foreach (var (first, end, weight) in shares)
        {
            if (count == Most || (count > 0 && weight < shares[0].Weight / 4))
                break;
            if (!Meets(chosen[..count], first, end))
                chosen[count++] = (first, end);
        }

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

    // The shares of the same words together, the heaviest first, those that stand first first among equals.
    private static void Sum(List<Share> shares)
    {
        shares.Sort(static (one, other) => Place(one).CompareTo(Place(other)));
        var kept = 0;
        for (var i = 0; i < shares.Count; i++)
            if (kept > 0 && shares[kept - 1] is var last && last.First == shares[i].First && last.End == shares[i].End)
                shares[kept - 1] = last with { Weight = last.Weight + shares[i].Weight };
            else
                shares[kept++] = shares[i];
        shares.RemoveRange(kept, shares.Count - kept);
        shares.Sort(static (one, other) => other.Weight.CompareTo(one.Weight) is var order and not 0 ? order : one.First.CompareTo(other.First));
    }

    private static long Place(in Share share) => ((long)share.First << 32) | (uint)share.End;

    private static bool IsSmall(Lexicon lexicon, ReadText read, Share share)
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
