using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace ReportBot.Reading;

/// <summary>Holds what is shown to people to the house's tone: calm, plain, never cheerful, never doubting them.</summary>
public static partial class PlainWords
{
    /// <summary>The most words a message may have where it can be helped.</summary>
    public const int MostWords = 40;

    /// <summary>The highest Flesch–Kincaid grade of a topic's texts.</summary>
    public const double HighestGrade = 6;

    /// <summary>What is wrong with the tone of a text, one phrase each; empty when nothing is.</summary>
    public static ImmutableArray<string> Problems(string text)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        if (text.Contains('!', StringComparison.Ordinal))
            problems.Add("an exclamation mark");
        if (text.EnumerateRunes().Any(IsEmoji))
            problems.Add("an emoji");
        problems.AddRange(Banned().Matches(text).Select(match => $"\"{match.Value}\""));
        return problems.ToImmutable();
    }

    private static bool IsEmoji(Rune rune) => rune.Value is >= 0x1F000 or (>= 0x2600 and <= 0x27BF) or 0xFE0F or 0x200D;

    [GeneratedRegex(@"\bgreat\b|\bwhy (?:did|didn['’]t|do|don['’]t) you\b|\balleged(?:ly)?\b|\bawesome\b|\bperfect\b|\bwonderful\b|\bexcellent\b|\bplease note\b|\bunfortunately\b|\bin order to\b|\butilis", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Banned();
}
