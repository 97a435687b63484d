using System.Collections.Frozen;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Language;

/// <summary>
/// Looks for plain cries for help in other languages, from the data file cries.txt: someone is being killed, has a knife, the house burns,
/// the police or an ambulance are called for. It stands beside the watch over English and, like it, has no switch. Pure, linear.
/// </summary>
public sealed class CryWatch
{
    private const string File = "Language/cries.txt";
    private const string Alone = "alone";
    private const string SelfHarm = "self-harm";

    // A message of more words than this tells something; "police" or "fire" in it is no cry by itself.
    private const int FewWords = 4;

    private readonly Profiles _profiles = Profiles.Shared;
    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;

    /// <summary>Ready to look; reads the data built into this assembly.</summary>
    public CryWatch() => _byFirstWord = Phrases().GroupBy(phrase => phrase.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The first cry for help in a message; null when there is none.</summary>
    /// <param name="text">The words, of any length.</param>
    public CryForHelp? Look(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> letters = stackalloc char[Tokens.LongestWord];
        var tokens = new Tokens(text, letters);
        while (tokens.MoveNext())
            if (_byFirstWord.TryGetValue(tokens.Folded, out var phrases) && Found(text, tokens, phrases) is { } cry)
                return cry;
        return null;
    }

    /// <summary>Every phrase, for the test that none is English as well.</summary>
    internal static IEnumerable<Phrase> Phrases() => DataFile.Entries(EmbeddedData.Text(File)).SelectMany(line =>
        line.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(phrase => PhraseOf(line.Heading.Split(' '), phrase)));

    // The words ahead are read with a copy of the tokens; each reading begins by folding its own word anew. Of two languages that share
    // a phrase, the one that writes it with the same accents has said it.
    private CryForHelp? Found(string text, Tokens from, Phrase[] phrases)
    {
        CryForHelp? found = null;
        foreach (var phrase in phrases)
        {
            var ahead = new Ahead(from);
            var matched = 1;
            while (matched < phrase.Words.Length && ahead.Next(phrase.Words[matched]))
                matched++;
            if (matched < phrase.Words.Length || (phrase.IsAlone && !StandsAlone(text)))
                continue;
            var cry = new CryForHelp(phrase.Code, phrase.Kind, new Span(from.Current.Start, ahead.End - from.Current.Start));
            if (phrase.Typed.Equals(cry.Where.In(text), StringComparison.OrdinalIgnoreCase))
                return cry;
            found ??= cry;
        }

        return found;
    }

    private bool StandsAlone(string text)
    {
        Span<char> letters = stackalloc char[Tokens.LongestWord];
        var tokens = new Tokens(text, letters);
        var (words, signs) = (0, 0);
        while (tokens.MoveNext())
        {
            if (++words - (signs += Scripts.HasNoSpaces(tokens.Current.Script) ? 1 : 0) > FewWords || signs > 2 * FewWords)
                return false;
            foreach (var use in _profiles.UsesOf(tokens.Folded))
                if (use.Language == _profiles.English && tokens.Folded.Length > 1)
                    return false;
        }

        return true;
    }

    private static Phrase PhraseOf(string[] heading, string phrase) =>
        new(heading[0], phrase, WordsOf(phrase), heading is [_, Alone], heading is [_, SelfHarm] ? DangerKind.SelfHarm : DangerKind.Emergency);

    private static string[] WordsOf(string phrase)
    {
        Span<char> letters = stackalloc char[Tokens.LongestWord];
        var tokens = new Tokens(phrase, letters);
        var words = new List<string>();
        while (tokens.MoveNext())
            words.Add(tokens.Folded.ToString());
        return [.. words];
    }

    /// <summary>A phrase that is a cry for help.</summary>
    /// <param name="Code">The language's code.</param>
    /// <param name="Typed">The phrase as the data file has it.</param>
    /// <param name="Words">Its words, folded.</param>
    /// <param name="IsAlone">True when it counts only in a message of a few words.</param>
    /// <param name="Kind">What it is a cry about.</param>
    internal sealed record Phrase(string Code, string Typed, string[] Words, bool IsAlone, DangerKind Kind);

    private ref struct Ahead(Tokens tokens)
    {
        private Tokens _tokens = tokens;

        public readonly int End => _tokens.Current.Start + _tokens.Current.Length;

        public bool Next(string word) => _tokens.MoveNext() && _tokens.Folded.SequenceEqual(word);
    }
}
