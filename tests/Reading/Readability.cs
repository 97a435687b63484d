using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportBot.Reading;

/// <summary>
/// The Flesch–Kincaid grade of a text: 0.39 times the words a sentence, plus 11.8 times the syllables a word, less 15.59.
/// Grade 6 is what an eleven-year-old reads with ease.
/// </summary>
public static partial class Readability
{
    /// <summary>The grade of texts taken together. Every name given counts as one short word, as do numbers, links and placeholders. 0 for no words.</summary>
    public static double Grade(IEnumerable<string> texts, IEnumerable<string>? names = null)
    {
        var plain = Plainer(names ?? []);
        var counts = texts.Select(text => Count(plain(text))).ToList();
        double sentences = counts.Sum(count => count.Sentences), words = counts.Sum(count => count.Words), syllables = counts.Sum(count => count.Syllables);
        return words == 0 ? 0 : (0.39 * words / sentences) + (11.8 * syllables / words) - 15.59;
    }

    /// <summary>The grade of one text.</summary>
    public static double Grade(string text, IEnumerable<string>? names = null) => Grade([text], names);

    /// <summary>How many words a text has, names counted word by word.</summary>
    public static int WordsIn(string text) => WordPattern().Count(text);

    private static (int Sentences, int Words, int Syllables) Count(string text)
    {
        var words = WordPattern().Matches(text).Select(match => match.Value).ToImmutableArray();
        var sentences = SentenceEnd().Split(text).Count(sentence => WordPattern().IsMatch(sentence));
        return (sentences, words.Length, words.Sum(SyllableCount.Of));
    }

    // The longest names first, so that "hate crime policy" is one name and not "hate crime" and a word.
    private static Func<string, string> Plainer(IEnumerable<string> names)
    {
        var ordered = names.Where(name => name.Length > 0).Distinct().OrderByDescending(name => name.Length).Select(Regex.Escape).ToList();
        var name = ordered.Count == 0 ? null : new Regex($@"(?<![\w])(?:{string.Join('|', ordered)})(?:s|'s|’s)?(?![\w])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return text =>
        {
            var plain = Placeholder().Replace(Link().Replace(text, "link"), "it");
            return name is null ? plain : name.Replace(plain, "it");
        };
    }

    [GeneratedRegex(@"(?:https?://|www\.)\S+|\S+@\S+\.\S+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’\-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"[.!?…]+(?=\s|$|[”""')])|[\r\n;]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();
}
