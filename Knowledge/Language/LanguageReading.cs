namespace ReportBot.Knowledge.Language;

/// <summary>What can be said of a message's language.</summary>
public enum LanguageVerdict
{
    /// <summary>Too short, or only names, numbers and places: it is treated as English.</summary>
    Unclear,

    /// <summary>English, foreign names and words in it included.</summary>
    English,

    /// <summary>Another language.</summary>
    Other,
}

/// <summary>Which language a message is in.</summary>
/// <param name="Verdict">Whether it is English.</param>
/// <param name="Code">The language's code when it is another one and known; null else.</param>
public readonly record struct LanguageReading(LanguageVerdict Verdict, string? Code = null)
{
    /// <summary>How the code of a language that could not be named is written (BCP 47).</summary>
    public const string Undetermined = "und";

    /// <summary>English.</summary>
    public static LanguageReading English { get; } = new(LanguageVerdict.English);

    /// <summary>Nothing can be said.</summary>
    public static LanguageReading Unclear { get; } = new(LanguageVerdict.Unclear);

    /// <summary>True when it is surely not English: nothing may be guessed from it.</summary>
    public bool IsOther => Verdict == LanguageVerdict.Other;

    /// <summary>The code to keep with the words: null for English and for what is treated as it, <c>und</c> for another language without a name.</summary>
    public string? Mark => IsOther ? Code ?? Undetermined : null;
}
