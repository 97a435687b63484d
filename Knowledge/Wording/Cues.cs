using System.Collections.Frozen;

namespace ReportBot.Knowledge.Wording;

/// <summary>Where a cue was found.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends, one past the last code unit.</param>
internal readonly record struct CueHit(int Start, int End);

/// <summary>
/// Phrases looked for in what people write. A phrase is words with single spaces; <c>scar*</c> stands for every word that begins so,
/// <c>dad|mum</c> for either, <c>...</c> for up to three words of the same clause. A phrase that follows "not", "never" or the like in its
/// clause is no hit.
/// </summary>
internal sealed class Cues
{
    private const int Gap = 3;
    private const int NegationReach = 3;

    private static readonly FrozenSet<string> Negations = new[]
    {
        "not", "no", "never", "isnt", "wasnt", "arent", "werent", "dont", "didnt", "doesnt", "hasnt", "havent", "hadnt", "without",
        "nobody", "none", "nor", "neither", "wont", "wouldnt", "aint", "nothing",
    }.ToFrozenSet();

    // A phrase is its parts; a part is the words that fit it.
    private readonly FrozenDictionary<string, string[][][]> _byFirstWord;
    private readonly string[][][] _byPrefix;

    /// <summary>The phrases; throws <see cref="FormatException"/> for one that is empty or begins or ends with a gap.</summary>
    public Cues(IEnumerable<string> phrases)
    {
        var parsed = phrases.Select(Parse).ToList();
        _byPrefix = [.. parsed.Where(phrase => phrase[0].Any(word => word.EndsWith('*')))];
        _byFirstWord = parsed.SelectMany(phrase => phrase[0], (phrase, first) => (phrase, first)).GroupBy(entry => entry.first, entry => entry.phrase)
            .ToFrozenDictionary(first => first.Key, first => first.ToArray());
    }

    /// <summary>The first place in the words where a phrase stands that is not denied; null when there is none.</summary>
    public CueHit? FirstIn(IReadOnlyList<Word> words)
    {
        for (var at = 0; at < words.Count; at++)
            if (EndOfMatch(words, at) is { } end && !IsDenied(words, at))
                return new CueHit(words[at].Start, words[end].End);
        return null;
    }

    private int? EndOfMatch(IReadOnlyList<Word> words, int at)
    {
        foreach (var phrase in _byFirstWord.GetValueOrDefault(words[at].Text, []))
            if (Match(words, at, phrase, 0) is { } end)
                return end;
        foreach (var phrase in _byPrefix)
            if (Match(words, at, phrase, 0) is { } end)
                return end;
        return null;
    }

    private static int? Match(IReadOnlyList<Word> words, int at, string[][] phrase, int part)
    {
        if (phrase[part] is ["..."])
        {
            for (var skipped = 0; skipped <= Gap; skipped++)
                if (at + skipped < words.Count && words[at + skipped].Clause == words[at - 1].Clause && Match(words, at + skipped, phrase, part + 1) is { } end)
                    return end;
            return null;
        }

        if (at >= words.Count || !Fits(words[at].Text, phrase[part]))
            return null;
        return part == phrase.Length - 1 ? at : Match(words, at + 1, phrase, part + 1);
    }

    private static bool Fits(string word, string[] part)
    {
        foreach (var fitting in part)
            if (fitting[^1] == '*' ? word.StartsWith(fitting.AsSpan(0, fitting.Length - 1), StringComparison.Ordinal) : word == fitting)
                return true;
        return false;
    }

    private static bool IsDenied(IReadOnlyList<Word> words, int at)
    {
        for (var before = at - 1; before >= 0 && before >= at - NegationReach && words[before].Clause == words[at].Clause; before--)
            if (Negations.Contains(words[before].Text))
                return true;
        return false;
    }

    private static string[][] Parse(string phrase)
    {
        string[][] parts = [.. phrase.Split(' ').Select(part => part.Split('|'))];
        var isGapAtAnEnd = parts[0] is ["..."] || parts[^1] is ["..."];
        if (isGapAtAnEnd || parts.Any(part => part.Any(word => word is "" or "*" || (word == "..." && part.Length > 1))))
            throw new FormatException($"'{phrase}' is not a cue: words with single spaces, and a gap only between words.");
        return parts;
    }
}
