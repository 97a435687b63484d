using System.Globalization;

namespace ReportBot.Knowledge.Language;

/// <summary>The writing systems that are told apart.</summary>
internal enum Script : byte
{
    None,
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Malayalam,
    OtherIndian,
    Ethiopic,
    Han,
    Kana,
    Hangul,
    Elsewhere,
}

/// <summary>Which writing system a character belongs to, by the blocks of Unicode.</summary>
internal static class Scripts
{
    /// <summary>The number of them.</summary>
    public const int Count = (int)Script.Elsewhere + 1;

    /// <summary>The script of a character; <see cref="Script.None"/> for one that is no letter or mark.</summary>
    public static Script Of(char c)
    {
        if (c < 0x80)
            return char.IsAsciiLetter(c) ? Script.Latin : Script.None;
        if (!IsLetterOrMark(c))
            return Script.None;
        return c switch
        {
            < '\u0370' => Script.Latin,
            < '\u0400' => Script.Greek,
            < '\u0530' => Script.Cyrillic,
            >= '\u0590' and < '\u0600' => Script.Hebrew,
            >= '\u0600' and < '\u0780' => Script.Arabic,
            >= '\u0900' and < '\u0980' => Script.Devanagari,
            >= '\u0980' and < '\u0A00' => Script.Bengali,
            >= '\u0A00' and < '\u0A80' => Script.Gurmukhi,
            >= '\u0A80' and < '\u0B00' => Script.Gujarati,
            >= '\u0B80' and < '\u0C00' => Script.Tamil,
            >= '\u0D00' and < '\u0D80' => Script.Malayalam,
            >= '\u0B00' and < '\u0E00' => Script.OtherIndian,
            >= '\u1200' and < '\u13A0' => Script.Ethiopic,
            >= '\u1100' and < '\u1200' or >= '\uAC00' and < '\uD7B0' => Script.Hangul,
            >= '\u1E00' and < '\u1F00' => Script.Latin,
            >= '\u1F00' and < '\u2000' => Script.Greek,
            >= '\u3040' and < '\u3100' => Script.Kana,
            >= '\u3400' and < '\uA000' or >= '\uF900' and < '\uFB00' => Script.Han,
            >= '\uFB50' and < '\uFE00' or >= '\uFE70' and < '\uFF00' => Script.Arabic,
            >= '\uFF21' and < '\uFF5B' => Script.Latin,
            _ => Script.Elsewhere,
        };
    }

    /// <summary>True for scripts whose words stand without spaces between them.</summary>
    public static bool HasNoSpaces(Script script) => script is Script.Han or Script.Kana;

    private static bool IsLetterOrMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
