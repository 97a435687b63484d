using System.Collections.Frozen;

namespace ReportBot.Reading;

/// <summary>Counts the syllables of English words, by their vowels and by a list of those that vowels get wrong.</summary>
public static class SyllableCount
{
    private static readonly FrozenDictionary<string, int> Known = new Dictionary<string, int>
    {
        ["people"] = 2, ["someone"] = 2, ["something"] = 2, ["sometimes"] = 2, ["somewhere"] = 2, ["somebody"] = 3, ["everyone"] = 3, ["everything"] = 3,
        ["everybody"] = 4, ["everywhere"] = 3, ["every"] = 2, ["anyone"] = 3, ["area"] = 3, ["areas"] = 3, ["idea"] = 3, ["ideas"] = 3, ["being"] = 2,
        ["doing"] = 2, ["going"] = 2, ["seeing"] = 2, ["saying"] = 2, ["trying"] = 2, ["really"] = 2, ["create"] = 2, ["created"] = 3, ["creates"] = 2,
        ["quiet"] = 2, ["science"] = 2, ["client"] = 2, ["violence"] = 3, ["violent"] = 3, ["diary"] = 3, ["real"] = 1, ["ideal"] = 3, ["lion"] = 2,
        ["religion"] = 3, ["religions"] = 3, ["religious"] = 3, ["orientation"] = 5, ["racial"] = 2, ["social"] = 2, ["special"] = 2, ["official"] = 3,
        ["business"] = 2, ["different"] = 3, ["home"] = 1, ["homes"] = 1, ["safe"] = 1, ["safely"] = 2, ["safety"] = 2, ["hate"] = 1, ["hateful"] = 2,
        ["homeless"] = 2, ["homepage"] = 2, ["online"] = 2, ["video"] = 3, ["videos"] = 3, ["audio"] = 3, ["radio"] = 3, ["via"] = 2, ["reliable"] = 4,
        ["queue"] = 1, ["queues"] = 1, ["due"] = 1, ["voicemail"] = 2, ["timeline"] = 2, ["lifeline"] = 2, ["useful"] = 2, ["careful"] = 2, ["carefully"] = 3,
        ["likely"] = 2, ["lonely"] = 2, ["place"] = 1, ["places"] = 2, ["police"] = 2, ["whole"] = 1, ["vehicle"] = 3, ["vehicles"] = 3, ["poem"] = 2,
        ["us"] = 1, ["deaf"] = 1, ["buddhist"] = 2, ["muslims"] = 2, ["wouldn't"] = 2, ["couldn't"] = 2, ["didn't"] = 2, ["doesn't"] = 2, ["isn't"] = 2,
        ["wasn't"] = 2, ["haven't"] = 2, ["hasn't"] = 2, ["shouldn't"] = 2, ["we're"] = 1, ["you're"] = 1, ["they're"] = 1, ["we've"] = 1, ["you've"] = 1,
        ["aren't"] = 1, ["household"] = 2, ["therefore"] = 2, ["caretaker"] = 3, ["statement"] = 2, ["movement"] = 2, ["involvement"] = 3, ["wheelchair"] = 2,
        ["themselves"] = 2, ["ourselves"] = 2, ["yourselves"] = 2, ["lives"] = 1, ["caseworker"] = 3, ["anything"] = 3, ["hours"] = 1, ["hour"] = 1,
        ["our"] = 1, ["fire"] = 1, ["their"] = 1, ["eye"] = 1, ["eyes"] = 1, ["reporter"] = 3, ["reassure"] = 3, ["react"] = 2, ["coordinate"] = 4,
    }.ToFrozenDictionary();

    /// <summary>The syllables of one word, 1 or more. Numbers, and words with digits in them, count as one.</summary>
    public static int Of(string word)
    {
        var plain = word.ToLowerInvariant().Replace('’', '\'');
        if (plain.Contains('-', StringComparison.Ordinal))
            return plain.Split('-', StringSplitOptions.RemoveEmptyEntries).Sum(Of);
        if (plain.Any(char.IsDigit))
            return 1;
        if (Known.TryGetValue(plain, out var known))
            return known;
        if (plain.EndsWith("'s", StringComparison.Ordinal))
            return Of(plain[..^2]);
        var letters = string.Concat(plain.Where(char.IsLetter));
        return letters.Length <= 3 ? 1 + (letters.Length == 3 && letters is "any" or "ago" or "via" or "dia" ? 1 : 0) : Math.Max(1, Groups(letters) - Silent(letters) + Split(letters));
    }

    private static int Groups(string word)
    {
        var groups = 0;
        for (var i = 0; i < word.Length; i++)
            if (IsVowel(word, i) && (i == 0 || !IsVowel(word, i - 1)))
                groups++;
        return groups;
    }

    // The e of "same", "hated" is long gone; those of "table", "wanted" and "places" are not.
    private static int Silent(string word)
    {
        if (word.EndsWith("ed", StringComparison.Ordinal))
            return word[^3] is 't' or 'd' || IsVowel(word, word.Length - 3) ? 0 : 1;
        if (word.EndsWith("es", StringComparison.Ordinal))
            return word[^3] is 's' or 'x' or 'z' or 'c' or 'g' or 'h' || IsVowel(word, word.Length - 3) || EndsInLe(word[..^1]) ? 0 : 1;
        var inner = (word.EndsWith("ely", StringComparison.Ordinal) || word.EndsWith("ement", StringComparison.Ordinal) || word.EndsWith("eless", StringComparison.Ordinal)) ? 1 : 0;
        var final = word[^1] == 'e' && !IsVowel(word, word.Length - 2) && !EndsInLe(word) ? 1 : 0;
        return inner + final;
    }

    private static bool EndsInLe(string word) => word.Length > 2 && word.EndsWith("le", StringComparison.Ordinal) && !IsVowel(word, word.Length - 3);

    // Neighbouring vowels that are said apart: "variety", "medium", "actual"; not those of "nation" and "racial".
    private static int Split(string word)
    {
        var split = 0;
        for (var i = 1; i + 1 < word.Length; i++)
        {
            var pair = word.AsSpan(i, 2);
            var isSoft = word[i - 1] is 't' or 's' or 'c' or 'g' or 'x';
            if (pair is "ia" or "io" or "iu" or "ie" && !isSoft && (pair is not "ie" || (i + 2 < word.Length && word[i + 2] is 't' && word[i - 1] is not ('f' or 'v'))))
                split++;
            else if (pair is "ua" && word[i - 1] is not ('q' or 'g'))
                split++;
            else if (pair is "ui" && i + 2 < word.Length && word[i + 2] is 't' && word[i - 1] == 'n')
                split++;
        }

        return split;
    }

    private static bool IsVowel(string word, int i) => word[i] is 'a' or 'e' or 'i' or 'o' or 'u' || (word[i] == 'y' && i > 0);
}
