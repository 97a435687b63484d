using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace ReportBot.Dialogs.Conversation;

/// <summary>Everything the assistant says in one language. Read once at start; a turn only looks words up.</summary>
public sealed class Phrases
{
    // What is said in a few words; nothing longer is compared.
    private const int Longest = 60;

    private static readonly string[] Topics =
    [
        "Conversation", "Reporting", "Reporting.Choices", "Interruptions", "Topics", "Support", "Policy", "FollowUp", "Person",
    ];

    private readonly FrozenDictionary<string, string> _texts;
    private readonly FrozenDictionary<string, FrozenSet<string>> _meanings;
    private readonly FrozenSet<string> _commands;

    /// <summary>Reads every topic's phrases in that language, the organisation's name filled in.</summary>
    public Phrases(CultureInfo culture, Organisation organisation)
    {
        Culture = culture;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var topic in Topics)
        {
            var resources = new ResourceManager($"ReportBot.Dialogs.{topic}.Phrases", typeof(Phrases).Assembly);
            var set = resources.GetResourceSet(culture, createIfNotExists: true, tryParents: true)
                ?? throw new MissingManifestResourceException($"There are no phrases for {topic}.");
            foreach (DictionaryEntry entry in set)
                texts.Add((string)entry.Key, ((string)entry.Value!).Replace("{organisation}", organisation.Name, StringComparison.Ordinal));
        }

        _texts = texts.ToFrozenDictionary(StringComparer.Ordinal);
        _meanings = texts.Where(text => text.Key.StartsWith("Words_", StringComparison.Ordinal) || text.Key.EndsWith("_Words", StringComparison.Ordinal))
            .ToFrozenDictionary(
                text => text.Key,
                text => Alternatives(text.Key).Select(Plain).ToFrozenSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
        _commands = _meanings.Where(meaning => meaning.Key.StartsWith("Words_", StringComparison.Ordinal)).SelectMany(meaning => meaning.Value).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The language, for dates and numbers: always given, never taken from the thread.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Every key there is.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The phrase under a key. A missing key is our mistake and throws.</summary>
    public string this[string key] =>
        _texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"There is no phrase {key}.");

    /// <summary>The phrase under a key, or null.</summary>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    /// <summary>The ways of saying something that stand under a key, parted by a bar; empty when the key is not there.</summary>
    public string[] Alternatives(string key) =>
        _texts.TryGetValue(key, out var text) ? text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>True when the words are one of the ways of saying what stands under a key, punctuation and case aside.</summary>
    public bool Means(string key, string words) => words.Length <= Longest && _meanings[key].Contains(Plain(words));

    /// <summary>True when the words are one of the ways of saying what belongs to no single question: yes, help, back, send. They stand under keys that begin with "Words_".</summary>
    public bool IsCommand(string words) => words.Length <= Longest && _commands.Contains(Plain(words));

    /// <summary>True when both say the same, punctuation and case aside; never for what is longer than anyone says in a few words.</summary>
    public static bool AreSame(string one, string other) => one.Length <= Longest && other.Length <= Longest && Plain(one) == Plain(other);

    /// <summary>The phrase under a key with its placeholders filled.</summary>
    public string With(string key, params ReadOnlySpan<object?> values) => string.Format(Culture, this[key], values);

    // Lower case, letters and digits only, one space between words: "I'm NOT sure!" and "im not sure" are the same.
    private static string Plain(string words)
    {
        Span<char> plain = stackalloc char[words.Length];
        var length = 0;
        foreach (var c in words)
            if (char.IsLetterOrDigit(c))
                plain[length++] = char.ToLowerInvariant(c);
            else if (c is ' ' or '\n' or '\t' or '-' or ',' && length > 0 && plain[length - 1] != ' ')
                plain[length++] = ' ';
        return plain[..length].TrimEnd().ToString();
    }
}
