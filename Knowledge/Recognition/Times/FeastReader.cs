namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>Reads days by their names: Christmas Eve, bank holiday Monday, Bonfire Night, Eid, lockdown.</summary>
internal readonly struct FeastReader(TimeWords words, DateOnly today)
{
    // The first lockdown in England began on 23 March 2020; the last stage of the roadmap out ended on 19 July 2021.
    private static readonly DateOnly LockdownFrom = new(2020, 3, 23);
    private static readonly DateOnly LockdownTo = new(2021, 7, 19);

    /// <summary>The day that begins at a word, or null.</summary>
    public Day? At(int i)
    {
        var start = i;
        if (words[i] is "on" or "last" or "this" or "over" or "at" or "the" or "during")
            i += words[i + 1] is "the" or "last" ? 2 : 1;
        if (words[i] is "lockdown" or "covid" or "pandemic" && today > LockdownTo)
            return new Day(start, i + 1, LockdownFrom, LockdownTo, Closeness.Season, true, DayPart.None);
        if (BankHoliday(i) is { } holiday)
            return holiday with { First = start };
        var (feast, end, stretch) = Which(i);
        if (feast is null || InYear(feast.Value, ref end) is not { } day)
            return null;
        return stretch
            ? new Day(start, end, day.AddDays(-2), day.AddDays(2), Closeness.Week, true, DayPart.None)
            : new Day(start, end, day, day, Closeness.Day, feast is Feast.Eid or Feast.Ramadan or Feast.Diwali or Feast.Vaisakhi, DayPart.None);
    }

    private DateOnly? InYear(Feast feast, ref int end)
    {
        var at = words.Is(end, "in") || words.Is(end, "of") ? end + 1 : end;
        if (words.Digits(at) is >= 1990 and <= 2100 and var year)
        {
            end = at + 1;
            return Feasts.In(feast, year) is { } dated && dated <= today ? dated : null;
        }

        if (words.Are(end, "last", "year"))
        {
            end += 2;
            return Feasts.In(feast, today.Year - 1);
        }

        return Feasts.Latest(feast, today);
    }

    private Day? BankHoliday(int i)
    {
        var month = Names.Month(words[i], true);
        var at = month > 0 ? i + 1 : words[i] is "spring" or "summer" or "whitsun" ? i + 1 : i;
        if (!words.Are(at, "bank", "holiday"))
            return words.Are(i, "may", "day") ? Of(Feast.EarlyMay, i, i + 2) : null;
        var end = at + 2;
        if (words[end] is "monday" or "mon" or "weekend")
            end++;
        if (month == 5)
            return Of(Feast.EarlyMay, i, end);
        if (month == 8 || words.Is(i, "summer"))
            return Of(Feast.SummerHoliday, i, end);
        if (words[i] is "spring" or "whitsun")
            return Of(Feast.SpringHoliday, i, end);
        var monday = Feasts.LatestBankHolidayMonday(today);
        return month > 0 ? null : new Day(i, end, monday, monday, Closeness.Day, !words.Is(end - 1, "monday"), DayPart.None);
    }

    private Day? Of(Feast feast, int first, int end) =>
        Feasts.Latest(feast, today) is { } day ? new Day(first, end, day, day, Closeness.Day, false, DayPart.None) : null;

    private (Feast? Feast, int End, bool Stretch) Which(int i) => words[i] switch
    {
        "christmas" or "xmas" or "crimbo" or "chrismas" => words[i + 1] switch
        {
            "eve" => (Feast.ChristmasEve, i + 2, false),
            "day" or "morning" => (Feast.Christmas, i + 2, false),
            _ => (Feast.Christmas, i + 1, true),
        },
        "boxing" when words.Is(i + 1, "day") => (Feast.BoxingDay, i + 2, false),
        "new" when words[i + 1] is "years" or "year" => words[i + 2] switch
        {
            "eve" => (Feast.NewYearsEve, i + 3, false),
            "day" => (Feast.NewYear, i + 3, false),
            _ when words.Is(i + 1, "year") && words[i - 1] is not ("since" or "at" or "the" or "over") => (null, i, false),
            _ => (Feast.NewYear, i + 2, true),
        },
        "good" when words.Is(i + 1, "friday") => (Feast.GoodFriday, i + 2, false),
        "easter" => words[i + 1] switch
        {
            "monday" => (Feast.EasterMonday, i + 2, false),
            "sunday" or "day" => (Feast.Easter, i + 2, false),
            _ => (Feast.Easter, words.Is(i + 1, "weekend") ? i + 2 : i + 1, true),
        },
        _ => Lesser(i),
    };

    private (Feast? Feast, int End, bool Stretch) Lesser(int i) => words[i] switch
    {
        "halloween" or "haloween" => (Feast.Halloween, i + 1, false),
        "bonfire" or "fireworks" or "firework" when words.Is(i + 1, "night") => (Feast.BonfireNight, i + 2, false),
        "guy" when words.Is(i + 1, "fawkes") => (Feast.BonfireNight, words.Is(i + 2, "night") ? i + 3 : i + 2, false),
        "remembrance" when words.Is(i + 1, "sunday") => (Feast.RemembranceSunday, i + 2, false),
        "remembrance" or "armistice" or "poppy" when words.Is(i + 1, "day") => (Feast.ArmisticeDay, i + 2, false),
        "valentines" => (Feast.Valentines, words.Is(i + 1, "day") ? i + 2 : i + 1, false),
        "mothers" or "mothering" when words[i + 1] is "day" or "sunday" => (Feast.MothersDay, i + 2, false),
        "fathers" when words.Is(i + 1, "day") => (Feast.FathersDay, i + 2, false),
        "pancake" or "shrove" when words[i + 1] is "day" or "tuesday" => (Feast.PancakeDay, i + 2, false),
        "diwali" or "deepavali" => (Feast.Diwali, i + 1, false),
        "vaisakhi" or "baisakhi" => (Feast.Vaisakhi, i + 1, false),
        "ramadan" or "ramzan" => (Feast.Ramadan, i + 1, false),
        "eid" => (Feast.Eid, i + 1, false),
        _ => (null, i, false),
    };
}
