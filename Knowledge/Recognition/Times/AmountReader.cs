namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>A unit of time.</summary>
internal enum Unit
{
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>An amount of time, "a couple of weeks".</summary>
/// <param name="Count">How many units.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Approximate">"A few", "several": not counted.</param>
/// <param name="IsNight">Nights rather than days were said.</param>
/// <param name="End">The word after it.</param>
internal readonly record struct Amount(int Count, Unit Unit, bool Approximate, bool IsNight, int End)
{
    /// <summary>The moment this much earlier.</summary>
    public DateTime Before(DateTime moment) => Unit switch
    {
        Unit.Minute => moment.AddMinutes(-Count),
        Unit.Hour => moment.AddHours(-Count),
        Unit.Day => moment.AddDays(-Count),
        Unit.Week => moment.AddDays(-7 * Count),
        Unit.Month => moment.AddMonths(-Count),
        _ => moment.AddYears(-Count),
    };
}

/// <summary>Reads amounts of time.</summary>
internal readonly struct AmountReader(TimeWords words)
{
    /// <summary>Reads "three weeks", "a couple of days", "half an hour", "a fortnight"; false when there is none.</summary>
    public bool Read(int i, out Amount amount)
    {
        amount = default;
        if (words[i] is "a" or "one" or "the" && words.Is(i + 1, "fortnight"))
            amount = new Amount(2, Unit.Week, false, false, i + 2);
        else if (words.Are(i, "half", "an", "hour") || words.Are(i, "half", "hour"))
            amount = new Amount(30, Unit.Minute, true, false, words.Is(i + 1, "an") ? i + 3 : i + 2);
        else if (Count(i) is var (count, approximate, end) && count > 0 && UnitAt(end) is { } unit)
            amount = words.Is(end, "fortnights") ? new Amount(count * 2, Unit.Week, approximate, false, end + 1)
                : new Amount(count, unit, approximate, words[end] is "night" or "nights", end + 1);
        return amount.End > 0 && amount.Count is > 0 and < 1000 && !(amount.Unit == Unit.Year && amount.Count > 100);
    }

    private (int Count, bool Approximate, int End) Count(int i)
    {
        if (words[i] is "a" or "the" && words[i + 1] is "couple" or "few" or "good" or "cpl")
            i++;
        if (words.Is(i, "good"))
            i++;
        if (words[i] is "couple" or "cpl")
            return (2, true, words.Is(i + 1, "of") ? i + 2 : i + 1);
        if (words[i] is "few")
            return (3, true, i + 1);
        if (words[i] is "several" or "many")
            return (5, true, i + 1);
        if (words.Are(i, "half", "a", "dozen"))
            return (6, true, i + 3);
        if (words[i] is "a" or "an")
            return (1, false, i + 1);
        var number = words.Number(i);
        if (number > 0 && words[i + 1] is "or" or "to" && words.Number(i + 2) > 0)
            return (number, true, i + 3);
        return (number, false, i + 1);
    }

    private Unit? UnitAt(int i) => words[i] switch
    {
        "minute" or "minutes" or "min" or "mins" => Unit.Minute,
        "hour" or "hours" or "hr" or "hrs" => Unit.Hour,
        "day" or "days" or "night" or "nights" => Unit.Day,
        "week" or "weeks" or "wk" or "wks" or "weekend" or "weekends" or "fortnights" => Unit.Week,
        "month" or "months" or "mth" or "mths" => Unit.Month,
        "year" or "years" or "yr" or "yrs" => Unit.Year,
        _ => null,
    };
}
