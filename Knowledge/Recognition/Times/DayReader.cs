namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>
/// Reads days as people tell them: today, last night, Tuesday, 12/10, 3rd Nov 2025, August, a couple of weeks ago, Christmas Eve.
/// Numbers are day first, and whatever has no year is the most recent one that has been.
/// </summary>
internal readonly ref struct DayReader(TimeWords words, DateTime now)
{
    private readonly DateOnly _today = DateOnly.FromDateTime(now);

    /// <summary>The day or stretch of days that begins at a word, or null.</summary>
    public Day? At(int i)
    {
        if (words[i].IsEmpty)
            return null;
        var named = Near(i) ?? Ago(i) ?? new WeekdayReader(words, _today).At(i) ?? new DateReader(words, _today).At(i)
            ?? new SeasonReader(words, _today).At(i) ?? new FeastReader(words, _today).At(i);
        return named is { } day && day.From <= _today ? WithPart(day with { To = day.To > _today ? _today : day.To }) : null;
    }

    private Day? Near(int i)
    {
        if (words.Is(i, "tonight"))
            return One(i, i + 1, 0, DayPart.Evening);
        if (words.Are(i, "earlier", "today"))
            return One(i, i + 2, 0);
        if (words[i] is "today" or "2day" or "tday")
            return One(i, i + 1, 0);
        if (words.Are(i, "just", "now") || words.Are(i, "right", "now"))
            return One(i, i + 2, 0);
        if (words.Is(i, "this") && Part(i + 1) is { Part: not DayPart.None } part)
            return One(i, part.End, 0, part.Part);
        if (words[i] is "yesterday" or "yday" or "yest" or "yesterdays" or "yestaday" or "yesturday" or "yesteday")
            return One(i, i + 1, 1);
        return words.Is(i, "last") && words[i + 1] is "night" or "nite" or "nights" ? One(i, i + 2, 1, DayPart.Night) : LongerNear(i);
    }

    private Day? LongerNear(int i)
    {
        if (words[i] is "last" or "yesterday" && Part(i + 1) is { Part: not DayPart.None } part)
            return One(i, part.End, 1, part.Part);
        var at = words.Is(i, "the") ? i + 1 : i;
        if (words.Are(at, "day", "before", "yesterday"))
            return One(i, at + 3, 2);
        if (words.Are(at, "night", "before", "last"))
            return One(i, at + 3, 2, DayPart.Night);
        if (at > i && words.Is(at, "other") && words[at + 1] is "day" or "night" or "evening" or "morning" or "week" or "afternoon" or "month")
            return Stretch(i, at + 2, words.Is(at + 1, "month") ? 45 : words.Is(at + 1, "week") ? 14 : 7, 1, Closeness.Week);
        if (words.Is(i, "recently") || words.Is(i, "lately"))
            return Stretch(i, i + 1, 28, 0, Closeness.Month);
        return null;
    }

    private Day? Ago(int i)
    {
        var start = i;
        var approximate = false;
        while (words[i] is "about" or "around" or "roughly" or "nearly" or "over" or "almost" or "maybe" or "approx" or "like" or "some")
            (approximate, i) = (true, i + 1);
        if (!new AmountReader(words).Read(i, out var amount) || !(words[amount.End] is "ago" or "back" or "since" or "previously" or "earlier" || words.Are(amount.End, "or", "so", "ago")))
            return null;
        var end = words.Is(amount.End, "or") ? amount.End + 3 : amount.End + 1;
        approximate |= amount.Approximate || words.Is(amount.End, "or");
        var then = amount.Before(now);
        var day = DateOnly.FromDateTime(then);
        return amount.Unit switch
        {
            Unit.Minute or Unit.Hour => new Day(start, end, day, day, Closeness.Day, true, DayPart.None),
            Unit.Day => new Day(start, end, day, day, Closeness.Day, approximate, amount.IsNight ? DayPart.Night : DayPart.None),
            Unit.Week => new Day(start, end, day, day, Closeness.Day, true, DayPart.None),
            Unit.Month => new Day(start, end, day, day, Closeness.Week, true, DayPart.None),
            _ => new Day(start, end, day, day, Closeness.Year, true, DayPart.None),
        };
    }

    private Day WithPart(Day day)
    {
        if (day.Part != DayPart.None || Part(day.End) is not { Part: not DayPart.None } part)
            return day;
        return day with { End = part.End, Part = part.Part };
    }

    private (DayPart Part, int End) Part(int i)
    {
        var at = words.Are(i, "in", "the") ? i + 2 : words[i] is "at" or "early" or "late" or "mid" ? i + 1 : i;
        var part = words[at] switch
        {
            "morning" or "am" or "mornin" => DayPart.Morning,
            "afternoon" or "aft" => DayPart.Afternoon,
            "evening" or "eve" or "pm" => DayPart.Evening,
            "night" or "nite" or "nights" => DayPart.Night,
            _ => DayPart.None,
        };
        return words[i] is "early" or "late" && part == DayPart.None ? (DayPart.None, i) : (part, at + 1);
    }

    private Day One(int first, int end, int daysBack, DayPart part = DayPart.None) =>
        new(first, end, _today.AddDays(-daysBack), _today.AddDays(-daysBack), Closeness.Day, false, part);

    private Day Stretch(int first, int end, int from, int to, Closeness closeness) =>
        new(first, end, _today.AddDays(-from), _today.AddDays(-to), closeness, true, DayPart.None);
}
