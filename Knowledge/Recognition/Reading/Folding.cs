using System.Globalization;
using System.Text;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>Brings letters to one plain form, so that Café, CAFÉ and ｃａｆｅ are the same word.</summary>
internal static class Folding
{
    private const int TableLength = 0x530;

    private static readonly char[] Table = MakeTable();

    /// <summary>The plain lower-case form of a character.</summary>
    public static char Fold(char c)
    {
        if (c < TableLength)
            return Table[c];
        if (c is >= '\uFF21' and <= '\uFF3A')
            return (char)(c - '\uFF21' + 'a');
        if (c is >= '\uFF41' and <= '\uFF5A')
            return (char)(c - '\uFF41' + 'a');
        return c is >= '\u1E00' and <= '\u1EFF' ? Decomposed(c) : char.ToLowerInvariant(c);
    }

    /// <summary>The Latin letter a Cyrillic one is drawn like, or the character itself.</summary>
    public static char LatinTwin(char c) => c switch
    {
        'а' => 'a', 'е' => 'e', 'о' => 'o', 'р' => 'p', 'с' => 'c', 'х' => 'x', 'у' => 'y', 'і' => 'i', 'ѕ' => 's', 'к' => 'k', 'т' => 't', 'в' => 'b', 'н' => 'h', 'м' => 'm',
        _ => c,
    };

    /// <summary>True for characters that take no room and only hide words.</summary>
    public static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\uFE0E' or '\uFE0F'
        || (c >= '\u0300' && c <= '\u036F');

    /// <summary>True for every form of the apostrophe.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '`' or '\u00B4';

    private static char[] MakeTable()
    {
        var table = new char[TableLength];
        for (var i = 0; i < TableLength; i++)
            table[i] = i is >= 0xC0 and < 0x250 ? Decomposed((char)i) : char.ToLowerInvariant((char)i);
        (table['ø'], table['Ø'], table['ł'], table['Ł'], table['đ'], table['Đ'], table['ı'], table['İ']) = ('o', 'o', 'l', 'l', 'd', 'd', 'i', 'i');
        return table;
    }

    private static char Decomposed(char c)
    {
        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        return CharUnicodeInfo.GetUnicodeCategory(parts[0]) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            ? char.ToLowerInvariant(parts[0])
            : char.ToLowerInvariant(c);
    }
}
