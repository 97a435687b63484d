using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace ReportBot.Dialogs.Conversation;

/// <summary>
/// What is said in other languages than the conversation's, for the commonest of Kent: that a person can help with an interpreter,
/// that 999 works, and the words of the way to a person. It is general knowledge of the languages, to be confirmed by translators.
/// </summary>
public sealed class OtherLanguages
{
    private const string Language = "_Language";

    private static readonly Lazy<OtherLanguages> Once = new(() => new OtherLanguages());

    private readonly FrozenDictionary<string, string> _texts;

    private OtherLanguages()
    {
        // The keys carry the language: there is one file, read without regard to any culture.
        var set = new ResourceManager(typeof(OtherLanguages)).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException("There are no phrases in other languages.");
        _texts = set.Cast<DictionaryEntry>().ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
        Codes = [.. _texts.Keys.Where(key => key.EndsWith(Language, StringComparison.Ordinal)).Select(key => key[..^Language.Length]).Order(StringComparer.Ordinal)];
    }

    /// <summary>The phrases built into this assembly, read once.</summary>
    public static OtherLanguages Embedded => Once.Value;

    /// <summary>The codes of the languages there are phrases in (BCP 47).</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>What a person is told once who writes in that language; null where there is no text in it.</summary>
    public string? Greeting(string code) => _texts.GetValueOrDefault(code + Language);

    /// <summary>That 999 works, for somebody in danger; null where there is no text in it.</summary>
    public string? Danger(string code) => _texts.GetValueOrDefault(code + "_Danger");

    /// <summary>"Ask for a person"; null where there is no text in it.</summary>
    public string? Person(string code) => _texts.GetValueOrDefault(code + "_Person");
}
