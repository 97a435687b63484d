namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>
/// The forms of one word of a data file: <c>neighbour+</c> is a noun and brings its plural, <c>shout~</c> a verb and
/// brings shouts, shouted, shouting and shoutin; irregular forms are written out with slashes.
/// </summary>
internal static class Inflection
{
    /// <summary>Every form of an entry such as <c>kick~</c>, <c>spit/spits/spat</c> or <c>woman</c>.</summary>
    public static IEnumerable<string> Forms(string entry) => entry.Split('/', StringSplitOptions.RemoveEmptyEntries).SelectMany(Each).Distinct();

    private static IEnumerable<string> Each(string entry) => entry[^1] switch
    {
        '+' => [entry[..^1], Plural(entry[..^1])],
        '~' => Verb(entry[..^1]),
        _ => [entry],
    };

    private static string Plural(string noun)
    {
        if (noun.Length > 2 && noun[^1] == 'y' && !IsVowel(noun[^2]))
            return noun[..^1] + "ies";
        return EndsInHiss(noun) ? noun + "es" : noun + "s";
    }

    private static IEnumerable<string> Verb(string verb)
    {
        var stem = verb[^1] == 'e' && !verb.EndsWith("ee", StringComparison.Ordinal) && !verb.EndsWith("ye", StringComparison.Ordinal) ? verb[..^1] : verb;
        if (DoublesLast(verb))
            stem = verb + verb[^1];
        var past = verb.Length > 2 && verb[^1] == 'y' && !IsVowel(verb[^2]) ? verb[..^1] + "ied" : stem + "ed";
        return [verb, Plural(verb), verb[^1] == 'e' ? verb + "d" : past, stem + "ing", stem + "in"];
    }

    private static bool DoublesLast(string verb) =>
        verb.Length is 3 or 4 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y' or 'h' or 'k') && IsVowel(verb[^2]) && !IsVowel(verb[^3]);

    private static bool EndsInHiss(string word) =>
        word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
