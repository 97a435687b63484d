namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>Words for something that happened again and again.</summary>
/// <param name="First">The first word.</param>
/// <param name="End">The word after the last.</param>
/// <param name="Part">The part of the day they name.</param>
internal readonly record struct Frequency(int First, int End, DayPart Part);

/// <summary>Reads how often: every night, most days, twice a week, on Fridays, all the time.</summary>
internal readonly struct FrequencyReader(TimeWords words)
{
    /// <summary>The frequency that begins at a word, or null.</summary>
    public Frequency? At(int i)
    {
        if (words[i] is "every" or "each" or "evry" && Unit(Skip(i + 1)) is var (part, end) && end > 0)
            return new Frequency(i, end, part);
        if (words.Is(i, "most") && IsPlural(i + 1) && Unit(i + 1) is var (mostPart, mostEnd) && mostEnd > 0)
            return new Frequency(i, mostEnd, mostPart);
        if (words[i] is "nightly" or "daily" or "weekly")
            return new Frequency(i, i + 1, words.Is(i, "nightly") ? DayPart.Night : DayPart.None);
        if (words[i] is "once" or "twice" or "times" && words[i + 1] is "a" or "every" or "per" && Unit(i + 2) is var (oncePart, onceEnd) && onceEnd > 0)
            return new Frequency(words.Is(i, "times") && words.Number(i - 1) > 0 ? i - 1 : i, onceEnd, oncePart);
        if (words.Are(i, "night", "after", "night") || words.Are(i, "day", "after", "day") || words.Are(i, "day", "and", "night") || words.Are(i, "all", "the", "time")
            || words.Are(i, "week", "after", "week") || words.Are(i, "day", "in", "day"))
            return new Frequency(i, words.Are(i, "day", "in", "day") && words.Is(i + 3, "out") ? i + 4 : i + 3, words.Is(i, "night") ? DayPart.Night : DayPart.None);
        if (words.Is(i, "on") && words[i + 1].EndsWith("days") && words[i + 1] is not "days" && Names.Day(words[i + 1], true) is not null)
            return new Frequency(i, i + 2, DayPart.None);
        return null;
    }

    private int Skip(int i) => words[i] is "single" or "other" or "bloody" or "couple" or "few" ? words.Is(i + 1, "of") ? i + 2 : i + 1 : i;

    private bool IsPlural(int i) => words[i] is [.., 's'];

    private (DayPart Part, int End) Unit(int i)
    {
        if (Names.Day(words[i], true) is not null)
            return words[i + 1] switch
            {
                "night" or "nights" => (DayPart.Night, i + 2),
                "morning" or "mornings" => (DayPart.Morning, i + 2),
                "evening" or "evenings" => (DayPart.Evening, i + 2),
                _ => (DayPart.None, i + 1),
            };
        return words[i] switch
        {
            "night" or "nights" or "nite" => (DayPart.Night, i + 1),
            "morning" or "mornings" => (DayPart.Morning, i + 1),
            "evening" or "evenings" => (DayPart.Evening, i + 1),
            "afternoon" or "afternoons" => (DayPart.Afternoon, i + 1),
            "day" or "days" or "week" or "weeks" or "weekend" or "weekends" or "month" or "months" or "hour" or "time" or "fortnight" => (DayPart.None, i + 1),
            _ => (DayPart.None, 0),
        };
    }
}
