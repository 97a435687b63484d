using System.Collections.Frozen;
using ReportBot.Knowledge.Language;
using ReportBot.Knowledge.Recognition.Finding;

namespace ReportBot.Knowledge.Redaction;

/// <summary>What a word may be where names are looked for.</summary>
[Flags]
internal enum NameSigns
{
    /// <summary>A word nobody here knows: with a capital, likely a name.</summary>
    None = 0,

    /// <summary>A given name and nothing else.</summary>
    Given = 1,

    /// <summary>A given name that is a word as well.</summary>
    GivenWord = 2,

    /// <summary>A surname and nothing else.</summary>
    Surname = 4,

    /// <summary>A surname that is a word as well.</summary>
    SurnameWord = 8,

    /// <summary>An English word.</summary>
    Common = 16,

    /// <summary>Has a capital and is no person's name: a place, a people, a faith, a firm, a day.</summary>
    NotName = 32,

    /// <summary>Stands before a name: Mr, PC, Auntie.</summary>
    Title = 64,

    /// <summary>Stands before a name and nothing else, small letters or not.</summary>
    SureTitle = 128,

    /// <summary>Whose name may follow: neighbour, son, manager.</summary>
    Relation = 256,

    /// <summary>Stands after a name: said, shouted, lives.</summary>
    AfterName = 512,

    /// <summary>A small word inside a name: de, van, bin.</summary>
    Particle = 1024,
}

/// <summary>What names are told by, from the data file names.txt, the given names of the recogniser and the words of English.</summary>
internal sealed class NameWords
{
    private static readonly Lazy<NameWords> Once = new(() => new NameWords());

    private static readonly (string Heading, NameSigns Sign)[] Headings =
    [
        ("surname", NameSigns.Surname), ("surname also a word", NameSigns.SurnameWord), ("given", NameSigns.Given), ("title", NameSigns.Title),
        ("sure title", NameSigns.SureTitle), ("relation", NameSigns.Relation), ("after a name", NameSigns.AfterName), ("particle", NameSigns.Particle),
        ("not a name", NameSigns.NotName),
    ];

    private readonly FrozenDictionary<string, NameSigns> _signs;
    private readonly FrozenSet<string> _introduces;
    private readonly FrozenSet<string> _weaklyIntroduces;
    private readonly Profiles _english = Profiles.Shared;
    private readonly GivenNames _given = GivenNames.Shared;

    private NameWords()
    {
        var lists = WordLists.Of("names.txt");
        var signs = new Dictionary<string, NameSigns>(StringComparer.Ordinal);
        foreach (var (heading, sign) in Headings)
            foreach (var word in lists[heading])
                signs[word] = signs.GetValueOrDefault(word) | sign;
        // A surname that is a word as well is only that.
        foreach (var word in lists["surname also a word"])
            signs[word] &= ~NameSigns.Surname;
        _signs = signs.ToFrozenDictionary(StringComparer.Ordinal);
        (_introduces, _weaklyIntroduces) = (lists.Set("introduces"), lists.Set("weakly introduces"));
    }

    /// <summary>The one instance.</summary>
    public static NameWords Shared => Once.Value;

    /// <summary>What a word may be.</summary>
    public NameSigns SignsOf(PlainWord word)
    {
        if (word.IsNumber)
            return NameSigns.Common;
        var signs = _signs.GetValueOrDefault(word.Folded);
        // Poles, Somalis: many of a people are no person either.
        if (signs == NameSigns.None && word.Folded.Length > 4 && word.Folded[^1] == 's')
            signs = _signs.GetValueOrDefault(word.Folded[..^1]) & NameSigns.NotName;
        var isEnglish = IsEnglish(word.Folded);
        if (_given.IsSure(word.Folded))
            signs |= NameSigns.Given;
        else if (_given.IsPossible(word.Folded))
            signs |= NameSigns.GivenWord;
        if (isEnglish && (signs & NameSigns.Given) != 0)
            signs = (signs & ~NameSigns.Given) | NameSigns.GivenWord;
        if (isEnglish && (signs & NameSigns.Surname) != 0)
            signs = (signs & ~NameSigns.Surname) | NameSigns.SurnameWord;
        return isEnglish || word.Folded.Length == 1 ? signs | NameSigns.Common : signs;
    }

    /// <summary>True for a word after which a name follows, known or not: named, surname.</summary>
    public bool Introduces(string folded) => _introduces.Contains(folded);

    /// <summary>True for a word after which a name may follow, and anything else: called.</summary>
    public bool MayIntroduce(string folded) => _weaklyIntroduces.Contains(folded);

    private bool IsEnglish(string folded)
    {
        foreach (var use in _english.UsesOf(folded))
            if (use.Language == _english.English)
                return true;
        return false;
    }
}
