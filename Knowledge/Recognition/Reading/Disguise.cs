namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>The signs with which letters of a word are hidden or replaced.</summary>
internal static class Disguise
{
    /// <summary>True for a sign that can stand for a letter inside a word.</summary>
    public static bool Hides(char c) => c is '*' or '@' or '$' or '#' or '!' or '%' or '^' or '€' or '_' or '£' or '|' or '-';

    /// <summary>True when the sign at a place belongs to the word that began earlier.</summary>
    public static bool BelongsToWord(string text, int start, int at)
    {
        var sign = text[at];
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        var previous = at > start ? text[at - 1] : ' ';
        return sign switch
        {
            // A run of dashes hides letters ("n-----"); a single one joins two words.
            '-' => (next == '-' || previous == '-') && (char.IsLetter(next) || next == '-' || at - start > 2),
            // "f!g" and "F!GS", but not "Stop!He": only near the beginning of a word, or in one that has digits among its letters ("tr4nn!es"), and among letters of one case.
            '!' => (at - start <= 2 || HasDigit(text.AsSpan(start, at - start))) && (char.IsLower(next) ? char.IsLetter(previous) : char.IsUpper(next) && char.IsUpper(previous) && at + 2 < text.Length && char.IsUpper(text[at + 2])),
            '|' => char.IsLetter(previous) && char.IsLetter(next),
            '*' or '#' or '%' => at > start,
            '_' => char.IsLetterOrDigit(next) || next == '_',
            _ => char.IsLetterOrDigit(next) || Hides(next),
        };
    }

    /// <summary>True for a sign that tells nothing of the letter it hides.</summary>
    public static bool IsBlank(char c) => c is '*' or '#' or '%' or '_' or '-' or '^';

    private static bool HasDigit(ReadOnlySpan<char> begun) => begun[1..].IndexOfAnyInRange('0', '9') >= 0;

    /// <summary>The letter a digit or sign is drawn like; the character itself when it is like none.</summary>
    public static char Undrawn(char c) => c switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' or '€' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '6' or '9' => 'g',
        '7' => 't',
        '8' => 'b',
        '£' => 'l',
        _ => c,
    };
}
