using System.Collections.Frozen;

namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>The names of days and months as they are typed, short forms and the common misspellings included.</summary>
internal static class Names
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Days = Places(
    [
        ["sunday", "sun", "sundays", "sundy"],
        ["monday", "mon", "mondays", "munday"],
        ["tuesday", "tues", "tue", "tuesdays", "teusday", "tuseday", "tuesdy"],
        ["wednesday", "wed", "weds", "wednesdays", "wensday", "wednsday", "wedensday", "wenesday", "wendsday"],
        ["thursday", "thurs", "thur", "thu", "thursdays", "thrusday", "thirsday", "thursdy"],
        ["friday", "fri", "fridays", "firday", "frieday"],
        ["saturday", "sat", "saturdays", "saterday", "satarday", "saturdy"],
    ]);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = Places(
    [
        ["january", "jan", "janurary", "januray"],
        ["february", "feb", "febuary", "feburary", "februrary"],
        ["march", "mar"],
        ["april", "apr", "aprill"],
        ["may"],
        ["june", "jun"],
        ["july", "jul"],
        ["august", "aug", "agust", "augest"],
        ["september", "sep", "sept", "septmber", "setember"],
        ["october", "oct", "ocotber", "octover"],
        ["november", "nov", "novemeber", "novmber"],
        ["december", "dec", "decemeber", "decmber"],
    ]);

    /// <summary>The day of the week; null when it is none. "Sat", "sun", "mon" and "wed" are words too and need <paramref name="asName"/>.</summary>
    public static DayOfWeek? Day(ReadOnlySpan<char> word, bool asName)
    {
        if (word is "sat" or "sun" or "wed" or "mon" && !asName)
            return null;
        return Find(Days, word) is var day && day >= 0 ? (DayOfWeek)day : null;
    }

    /// <summary>The month, 1 to 12; 0 when it is none. "May", "march" and "mar" are words too and need <paramref name="asName"/>.</summary>
    public static int Month(ReadOnlySpan<char> word, bool asName) =>
        word is "may" or "march" or "mar" && !asName ? 0 : Find(Months, word) + 1;

    private static int Find(FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> places, ReadOnlySpan<char> word) =>
        places.TryGetValue(word, out var place) ? place : -1;

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Places(string[][] names) =>
        names.SelectMany((forms, place) => forms.Select(form => KeyValuePair.Create(form, place)))
            .ToFrozenDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
