using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Knowledge.Recognition.Times;

namespace ReportBot.Knowledge.Recognition.Finding;

/// <summary>Reads how many people did it: "three lads", "a group of five men", "the couple upstairs".</summary>
internal static class People
{
    private static readonly string[] Doers =
    [
        "men", "lads", "boys", "youths", "teenagers", "kids", "girls", "women", "people", "blokes", "guys", "neighbours", "neighbors", "brothers", "sisters", "strangers", "fellas", "chaps", "adults", "males", "females", "others", "contractors", "workmen", "officers",
        "young", "drunk", "older", "white", "of",
    ];

    /// <summary>The number, with its span; null when it is not told.</summary>
    public static Found<int>? In(string text, ReadText read)
    {
        var words = new TimeWords(text, read);
        for (var i = 0; i < read.Count; i++)
            if (At(words, i) is var (number, end) && number is > 0 and <= 100)
                return new Found<int>(number, read.Where(i, end));
        return null;
    }

    private static (int Number, int End) At(TimeWords words, int i)
    {
        if (words[i] is "group" or "gang" or "bunch" && words.Is(i + 1, "of") && words.Number(i + 2) is > 1 and var size)
            return (size, Noun(words, i + 3) is var end and > 0 ? end : i + 3);
        if (words[i] is "couple" or "pair" && words.Is(i + 1, "of") && Noun(words, i + 2) is var pairEnd and > 0)
            return (2, pairEnd);
        if (words[i] is "both" or "two" && words.Is(i + 1, "of") && words.Is(i + 2, "them"))
            return (2, i + 3);
        if (words.Number(i) is > 1 and var number && words.Are(i + 1, "of", "them"))
            return (number, i + 3);
        if (words.Number(i) is > 1 and var count && !IsOurs(words, i) && Noun(words, i + 1) is var nounEnd and > 0)
            return (count, nounEnd);
        return (0, 0);
    }

    // Up to two words may stand before the noun: "three young lads".
    private static int Noun(TimeWords words, int i)
    {
        for (var at = i; at < i + 3; at++)
            if (words.IsAny(at, Doers) && words[at] is not ("young" or "drunk" or "older" or "white" or "of"))
                return at + 1;
            else if (words[at] is not ("young" or "drunk" or "older" or "white" or "big" or "teenage" or "local" or "different" or "other" or "of" or "hooded" or "masked" or "the"))
                return 0;
        return 0;
    }

    private static bool IsOurs(TimeWords words, int i) => words[i - 1] is "my" or "our" or "have" or "ive" or "weve" or "got" or "had" or "us";
}
