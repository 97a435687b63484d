namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>Reads days of the week: Tuesday, last Tuesday, Tuesday just gone, a week last Tuesday, Tuesday before last.</summary>
internal readonly struct WeekdayReader(TimeWords words, DateOnly today)
{
    /// <summary>The day that begins at a word, or null.</summary>
    public Day? At(int i)
    {
        var start = i;
        var weeksBack = 0;
        if (words.Are(i, "a", "week", "last") || words.Are(i, "a", "week", "ago") || words.Are(i, "week", "last"))
            (weeksBack, i) = (1, words.Is(i, "a") ? i + 3 : i + 2);
        var lead = words[i];
        var asName = lead is "on" or "last" or "this" or "past" or "since" or "from" or "until" or "till" or "every" || words.IsCapital(i) || words[i + 1] is "night" or "nite" or "morning" or "afternoon" or "evening" or "eve" or "at" or "just";
        if (lead is "last" or "this" or "on" or "past" || words.Are(i, "the", "last"))
            i += words.Is(i, "the") ? 2 : 1;
        if (words[i] is "past" or "last")
            i++;
        if (words.Is(start, "next") || words.Is(start - 1, "next") || Names.Day(words[i], asName) is not { } weekday)
            return null;
        return Settle(start, i, weekday, weeksBack, lead is "this" or "on");
    }

    private Day? Settle(int start, int i, DayOfWeek weekday, int weeksBack, bool mayBeToday)
    {
        if (new DateReader(words, today).At(words.Is(i + 1, "the") ? i + 2 : i + 1) is { Closeness: Closeness.Day } dated)
            return dated with { First = start, Approximate = dated.Approximate || dated.From.DayOfWeek != weekday };
        var end = i + 1;
        if (words.Are(end, "before", "last"))
            (weeksBack, end) = (weeksBack + 1, end + 2);
        else if (words.Are(end, "last", "week"))
            return Dated(start, end + 2, LastWeeks(weekday), false);
        else if (words.Are(end, "just", "gone") || words.Are(end, "just", "past") || words.Are(end, "just", "passed"))
            end += 2;
        else if (words.Is(end, "last"))
            end++;
        else if (words.Is(end, "week") || words.Is(end, "coming") || words.Is(end, "next"))
            return null;
        var back = ((int)today.DayOfWeek - (int)weekday + 7) % 7;
        var unclear = back == 0 && weeksBack == 0 && mayBeToday;
        if (back == 0)
            back = 7;
        return Dated(start, end, today.AddDays(-back - (7 * weeksBack)), unclear);
    }

    private DateOnly LastWeeks(DayOfWeek weekday)
    {
        var thisMonday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return thisMonday.AddDays(-7 + (((int)weekday + 6) % 7));
    }

    private static Day Dated(int first, int end, DateOnly day, bool approximate) => new(first, end, day, day, Closeness.Day, approximate, DayPart.None);
}
