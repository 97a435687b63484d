using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Language;

/// <summary>That a word, or a letter, is used in a language.</summary>
/// <param name="Language">The place of the language in <see cref="Profiles.Languages"/>.</param>
/// <param name="Weight">How much it says, above 0 to 1.</param>
internal readonly record struct Use(int Language, float Weight);

/// <summary>
/// The profiles of the folder Profiles, one reviewed file a language: its words of every day, the letters it alone has, and sentences
/// as people write them. All of it is general knowledge of the languages, to be confirmed by speakers. Read once.
/// </summary>
internal sealed class Profiles
{
    private const string Folder = "Language/Profiles/";
    private const float WordWeight = 1;
    private const float ShortWordWeight = 0.6f;
    private const float TextWeight = 0.7f;
    private const float LetterWeight = 0.5f;

    private static readonly Lazy<Profiles> Once = new(() => new Profiles());

    private readonly FrozenDictionary<string, Use[]>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<char, Use[]> _letters;
    private readonly Script[] _scripts;

    private Profiles()
    {
        var words = new Dictionary<string, Dictionary<int, float>>(StringComparer.Ordinal);
        var letters = new Dictionary<char, List<Use>>();
        var languages = ImmutableArray.CreateBuilder<WrittenLanguage>();
        var scripts = new List<Script>();
        foreach (var code in Codes())
        {
            var lines = DataFile.Entries(EmbeddedData.Text(Folder + code + ".txt")).ToList();
            languages.Add(LanguageOf(code, lines));
            scripts.Add(ReadWords(lines, languages.Count - 1, words));
            ReadLetters(lines, languages.Count - 1, letters);
        }

        Languages = languages.ToImmutable();
        English = Languages.IndexOf(Languages.Single(language => language.Code == WrittenLanguage.EnglishCode));
        _scripts = [.. scripts];
        _words = words.ToFrozenDictionary(word => word.Key, word => word.Value.Select(use => new Use(use.Key, use.Value)).ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _letters = letters.ToFrozenDictionary(letter => letter.Key, letter => letter.Value.ToArray());
        Patterns = new LetterPatterns(Languages.Length, words.Where(word => word.Key.All(char.IsAsciiLetter))
            .SelectMany(word => word.Value.Keys.Select(language => (language, word.Key))), _scripts.Select(script => script == Script.Latin).ToArray());
    }

    /// <summary>The one instance.</summary>
    public static Profiles Shared => Once.Value;

    /// <summary>The languages, by the names of their files.</summary>
    public ImmutableArray<WrittenLanguage> Languages { get; }

    /// <summary>The place of English among them.</summary>
    public int English { get; }

    /// <summary>How the letters of each language follow each other, for words that are in no list.</summary>
    public LetterPatterns Patterns { get; }

    /// <summary>The languages a folded word is used in; none for a word that is in no list.</summary>
    public ReadOnlySpan<Use> UsesOf(ReadOnlySpan<char> folded) => _words.TryGetValue(folded, out var uses) ? uses : [];

    /// <summary>The languages a letter belongs to, where few have it.</summary>
    public ReadOnlySpan<Use> UsesOf(char letter) => _letters.TryGetValue(letter, out var uses) ? uses : [];

    /// <summary>The script a language is written in first.</summary>
    public Script ScriptOf(int language) => _scripts[language];

    private static IEnumerable<string> Codes() => typeof(Profiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..^".txt".Length])
        .Order(StringComparer.Ordinal);

    private static WrittenLanguage LanguageOf(string code, List<DataLine> lines)
    {
        var names = lines.Single(line => line.Heading == "name").Text.Split(" = ");
        return new WrittenLanguage(code, names[0], names[1]);
    }

    // The script of the first word is the language's own; words typed in Latin letters stand in the same list.
    private static Script ReadWords(List<DataLine> lines, int language, Dictionary<string, Dictionary<int, float>> words)
    {
        var first = Script.None;
        Span<char> letters = stackalloc char[Tokens.LongestWord];
        foreach (var line in lines.Where(line => line.Heading is "words" or "text"))
        {
            var tokens = new Tokens(line.Text, letters);
            while (tokens.MoveNext())
            {
                first = first == Script.None ? tokens.Current.Script : first;
                var word = tokens.Folded.ToString();
                var weight = Math.Min(line.Heading == "words" ? WordWeight : TextWeight, word.Length <= 2 && tokens.Current.Script == Script.Latin ? ShortWordWeight : WordWeight);
                if (!words.TryGetValue(word, out var uses))
                    words.Add(word, uses = []);
                uses[language] = Math.Max(weight, uses.GetValueOrDefault(language));
            }
        }

        return first;
    }

    private static void ReadLetters(List<DataLine> lines, int language, Dictionary<char, List<Use>> letters)
    {
        foreach (var letter in lines.Where(line => line.Heading == "letters").SelectMany(line => line.Text.Where(c => c != ' ')))
        {
            if (!letters.TryGetValue(letter, out var uses))
                letters.Add(letter, uses = []);
            uses.Add(new Use(language, LetterWeight));
            if (char.ToUpper(letter, CultureInfo.InvariantCulture) is var capital && capital != letter)
                letters[capital] = uses;
        }
    }
}
