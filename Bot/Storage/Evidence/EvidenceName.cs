using System.Text;

namespace ReportBot.Bot.Storage.Evidence;

/// <summary>The name a file is shown under: what the person's device called it, made safe to show.</summary>
internal static class EvidenceName
{
    private const int Longest = 120;

    /// <summary>The last part of the name, in visible characters; a plain one when nothing is left of it.</summary>
    public static string From(string name, EvidenceFormat format)
    {
        var shown = new StringBuilder();
        foreach (var letter in name[(name.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
            if (IsVisible(letter) && shown.Length < Longest)
                shown.Append(letter);
        var trimmed = shown.ToString().Trim(' ', '.');
        return trimmed.Length > 0 ? trimmed : Plain(format.Kind, format.Extension);
    }

    /// <summary>A name that tells nothing of the device it came from.</summary>
    public static string Plain(EvidenceKind kind, string extension) => $"{kind.ToString().ToLowerInvariant()}.{extension}";

    // Direction marks could make "gpj.exe" out of "exe.jpg"; half a character cannot be shown.
    private static bool IsVisible(Rune letter) => letter != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(letter) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator
            or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.OtherNotAssigned);
}
