using System.Buffers;
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

    // Stretches of fewer words have a place each.
    private const int Longest = 16;

    /// <summary>At least one and at most four spans that do not overlap; words that say nothing alone are never one.</summary>
    public static ImmutableArray<Span> Of(ReadText read, List<Share> shares)
    {
        KeepTelling(read, shares);
        Sum(read, shares);
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
        Sum(read, shares);
        return [.. shares.OrderByDescending(share => Math.Abs(share.Weight)).ThenBy(share => share.First).Take(MostWeighed).Where(share => Math.Abs(share.Weight) >= LeastWeighed)
            .Select(share => new WeighedWords(read.Where(share.First, share.End), Math.Round(share.Weight, 2)))];
    }

    private static void KeepTelling(ReadText read, List<Share> shares)
    {
        var all = CollectionsMarshal.AsSpan(shares);
        var kept = 0;
        foreach (ref readonly var share in all)
        {
            all[kept] = share;
            kept += (share.Weight > 0) & !read.AreSmall(share.First, share.End) ? 1 : 0;
        }

        CollectionsMarshal.SetCount(shares, kept);
    }

    // The shares of the same words together. Where they stand tells which were met before: each word has a place for every length of a stretch that begins with it.
    private static void Sum(ReadText read, List<Share> shares)
    {
        var size = (read.Count + 1) * Longest;
        var rented = ArrayPool<int>.Shared.Rent(size);
        var places = rented.AsSpan(0, size);
        places.Clear();
        var all = CollectionsMarshal.AsSpan(shares);
        var kept = 0;
        foreach (var share in all)
        {
            var length = share.End - share.First;
            if (length >= Longest)
            {
                kept = SumLong(all, kept, share);
                continue;
            }

            ref var place = ref places[(share.First * Longest) + length];
            var met = place != 0;
            var at = met ? place - 1 : kept;
            all[at] = share with { Weight = share.Weight + (met ? all[at].Weight : 0) };
            place = at + 1;
            kept += met ? 0 : 1;
        }

        CollectionsMarshal.SetCount(shares, kept);
        ArrayPool<int>.Shared.Return(rented);
    }

    // A stretch too long for the places is seldom met, a rule that spans a sentence: it is looked for among those kept.
    private static int SumLong(Span<Share> all, int kept, Share share)
    {
        for (var at = 0; at < kept; at++)
            if (all[at].First == share.First && all[at].End == share.End)
            {
                all[at] = share with { Weight = share.Weight + all[at].Weight };
                return kept;
            }

        all[kept] = share;
        return kept + 1;
    }

    // Of those as heavy the one that stands first; nothing of weight when all meet what is chosen.
    private static Share Heaviest(List<Share> shares, ReadOnlySpan<(int First, int End)> chosen)
    {
        var heaviest = default(Share);
        foreach (ref readonly var share in CollectionsMarshal.AsSpan(shares))
            if (share.Weight >= heaviest.Weight && (share.Weight > heaviest.Weight || Before(share, heaviest)) && !Meets(chosen, share.First, share.End))
                heaviest = share;
        return heaviest;
    }

    private static bool Before(in Share one, in Share other) => one.First < other.First || (one.First == other.First && one.End < other.End);

    private static bool Meets(ReadOnlySpan<(int First, int End)> chosen, int first, int end)
    {
        foreach (var other in chosen)
            if (end > other.First && first < other.End)
                return true;
        return false;
    }
}
