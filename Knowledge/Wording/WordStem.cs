namespace ReportBot.Knowledge.Wording;

/// <summary>Cuts the endings of English words, so that "prosecute", "prosecuted" and "prosecution" meet.</summary>
internal static class WordStem
{
    // Longest first. Those that make another kind of word need a longer stem to stand on: "action" is not "act".
    private static readonly (string Ending, int Shortest)[] Endings =
    [
        ("ations", 4), ("ators", 4), ("ation", 4), ("ating", 4), ("ities", 4), ("ments", 4), ("ated", 4), ("ates", 4), ("ator", 4), ("ions", 4),
        ("ings", 3), ("ment", 4), ("ity", 4), ("ate", 4), ("ion", 4), ("ive", 4), ("ing", 3), ("ies", 3), ("ied", 3), ("ers", 3), ("er", 3),
        ("ed", 3), ("es", 3), ("ly", 3), ("al", 4), ("s", 3), ("y", 3),
    ];

    /// <summary>The stem of a word in lower case.</summary>
    public static string Of(string word) => word[..LengthOf(word)];

    /// <summary>How many letters from its beginning the stem of a word in lower case has.</summary>
    public static int LengthOf(ReadOnlySpan<char> word)
    {
        foreach (var (ending, shortest) in Endings)
            if (word.Length - ending.Length >= shortest && word[^1] == ending[^1] && word.EndsWith(ending, StringComparison.Ordinal))
                return Trimmed(word[..^ending.Length]);
        return word.Length > 3 && word[^1] == 'e' ? word.Length - 1 : word.Length;
    }

    // "stopped" leaves "stopp", "places" leaves "plac"; "address" and "full" keep their double letter.
    private static int Trimmed(ReadOnlySpan<char> stem)
    {
        if (stem.Length <= 3)
            return stem.Length;
        var isDoubled = stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l');
        return isDoubled || stem[^1] == 'e' ? stem.Length - 1 : stem.Length;
    }
}
