namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>Reads dates: 12/10, 12.10.25, 2025-10-12, 12th October, Oct 12 2024, the 12th, the 3rd of last month.</summary>
internal readonly struct DateReader(TimeWords words, DateOnly today)
{
    /// <summary>The day that begins at a word, or null.</summary>
    public Day? At(int i)
    {
        var start = i;
        if (words[i] is "on" or "the")
            i += words.Are(i, "on", "the") ? 2 : 1;
        return (InNumbers(i) ?? DayThenMonth(i) ?? MonthThenDay(i) ?? DayOnly(i, start)) is { } day ? day with { First = start } : null;
    }

    private Day? InNumbers(int i)
    {
        if (words.Joint(i) is not ('/' or '.' or '-') || words.Digits(i) < 0 || words.Digits(i + 1) < 0)
            return null;
        var joint = words.Joint(i);
        if (words[i].Length == 4)
            return words.Joint(i + 1) == joint ? Dated(i, i + 3, words.Digits(i), words.Digits(i + 1), words.Digits(i + 2), false) : null;
        var (day, month) = (words.Digits(i), words.Digits(i + 1));
        var swapped = month > 12 && day <= 12;
        if (swapped)
            (day, month) = (month, day);
        if (words.Joint(i + 1) == joint && words.Digits(i + 2) is >= 0 and var year && words[i + 2].Length is 2 or 4)
            return Dated(i, i + 3, year < 100 ? 2000 + year : year, month, day, swapped);
        // "6.30" and "2-3" are times and numbers; only a slash makes a date without a year.
        return joint == '/' && !(day == 24 && month == 7) ? WithoutYear(i, i + 2, month, day, swapped) : null;
    }

    private Day? DayThenMonth(int i)
    {
        var day = words.DayOfMonth(i);
        var at = words.Is(i + 1, "of") ? i + 2 : i + 1;
        if (words[at] is "day" && day > 0 && words.Is(at + 1, "of"))
            at += 2;
        if (day < 1)
            return null;
        if (at == i + 2 && words[at] is "this" or "last" && words.Is(at + 1, "month"))
            return Dated(i, at + 2, today.AddMonths(words.Is(at, "last") ? -1 : 0), day);
        var month = Names.Month(words[at], true);
        return month == 0 ? null : WithYear(i, at + 1, month, day);
    }

    private Day? MonthThenDay(int i)
    {
        var month = Names.Month(words[i], words.IsCapital(i));
        var at = words.Is(i + 1, "the") ? i + 2 : i + 1;
        var day = words.DayOfMonth(at);
        if (month == 0 || day < 1 || (!words.IsOrdinal(at) && (words.EndsPhrase(i) || words.Is(at + 1, "of") || words.Joint(at) is '.' or ':')))
            return null;
        return WithYear(i, at + 1, month, day);
    }

    // "the 12th", with no month after it: the most recent one.
    private Day? DayOnly(int i, int start)
    {
        if (i == start || !words.IsOrdinal(i) || words[i + 1] is "floor" or "time" or "birthday" or "flat" or "house" or "one" or "person" or "of" or "day" or "door" or "incident" or "century" or "anniversary" or "year" or "week" or "month" or "storey" or "neighbour")
            return null;
        var day = words.DayOfMonth(i);
        var month = new DateOnly(today.Year, today.Month, 1);
        for (var back = 0; back < 4; back++, month = month.AddMonths(-1))
            if (day <= DateTime.DaysInMonth(month.Year, month.Month) && month.AddDays(day - 1) is var found && found <= today)
                return new Day(i, i + 1, found, found, Closeness.Day, false, DayPart.None);
        return null;
    }

    private Day? WithYear(int first, int end, int month, int day)
    {
        if (words.Digits(end) is >= 1950 and <= 2100 and var year)
            return Dated(first, end + 1, year, month, day, false);
        if (words.Are(end, "last", "year"))
            return Dated(first, end + 2, today.Year - 1, month, day, false);
        if (words.Are(end, "this", "year"))
            return Dated(first, end + 2, today.Year, month, day, false);
        return WithoutYear(first, end, month, day, false);
    }

    private Day? WithoutYear(int first, int end, int month, int day, bool approximate)
    {
        if (month is < 1 or > 12 || day < 1)
            return null;
        for (var year = today.Year; year > today.Year - 5; year--)
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var found && found <= today)
                return new Day(first, end, found, found, Closeness.Day, approximate, DayPart.None);
        return null;
    }

    private Day? Dated(int first, int end, DateOnly month, int day) => Dated(first, end, month.Year, month.Month, day, false);

    private Day? Dated(int first, int end, int year, int month, int day, bool approximate)
    {
        if (year < 1950 || year > today.Year || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var found = new DateOnly(year, month, day);
        return found > today ? null : new Day(first, end, found, found, Closeness.Day, approximate, DayPart.None);
    }
}
