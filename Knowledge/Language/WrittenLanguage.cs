using System.Collections.Immutable;

namespace ReportBot.Knowledge.Language;

/// <summary>A language that can be told from its words.</summary>
/// <param name="Code">Its code of BCP 47, such as <c>pl</c>: two letters where there are two, else three.</param>
/// <param name="Name">Its name in English.</param>
/// <param name="OwnName">Its name in itself.</param>
public sealed record WrittenLanguage(string Code, string Name, string OwnName)
{
    /// <summary>The code of English.</summary>
    public const string EnglishCode = "en";

    private static readonly Lazy<ImmutableArray<WrittenLanguage>> Known =
        new(() => [.. Profiles.Shared.Languages.OrderBy(language => language.Name, StringComparer.Ordinal)]);

    /// <summary>Every language that can be told, English among them, by their names.</summary>
    public static ImmutableArray<WrittenLanguage> All => Known.Value;

    /// <summary>The language of a code; null for one that is not known here.</summary>
    public static WrittenLanguage? Of(string? code)
    {
        foreach (var language in All)
            if (language.Code == code)
                return language;
        return null;
    }
}
