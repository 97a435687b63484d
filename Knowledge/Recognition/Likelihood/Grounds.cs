using System.Collections.Immutable;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>Chooses the words a suggestion rests on: the stretches that brought the most, in the order they stand.</summary>
internal static class Grounds
{
    private const int Most = 4;

    /// <summary>At least one and at most four spans that do not overlap.</summary>
    public static ImmutableArray<Span> Of(ReadText read, IReadOnlyList<Scores.Share> shares)
    {
        var chosen = new List<(int First, int End)>();
        var leading = 0f;
        foreach (var (first, end, weight) in Summed(shares))
        {
            leading = leading == 0 ? weight : leading;
            if (chosen.Count == Most || (chosen.Count > 0 && weight < leading / 4))
                break;
            if (chosen.TrueForAll(other => end <= other.First || first >= other.End))
                chosen.Add((first, end));
        }

        if (chosen.Count == 0)
            chosen.Add((0, read.Count));
        return [.. chosen.Order().Select(words => read.Where(words.First, words.End))];
    }

    private static IEnumerable<(int First, int End, float Weight)> Summed(IReadOnlyList<Scores.Share> shares) =>
        shares.GroupBy(share => (share.First, share.End)).Select(group => (group.Key.First, group.Key.End, group.Sum(share => share.Weight)))
            .Where(words => words.Item3 > 0).OrderByDescending(words => words.Item3).ThenBy(words => words.First);
}
