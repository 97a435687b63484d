namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>Reads weeks, weekends, months, seasons and years, with their beginning, middle or end.</summary>
internal readonly struct SeasonReader(TimeWords words, DateOnly today)
{
    /// <summary>The stretch of days that begins at a word, or null.</summary>
    public Day? At(int i)
    {
        var (start, third) = (i, -1);
        if (words.Is(i, "the") && words[i + 1] is "start" or "beginning" or "middle" or "end" or "back" or "summer" or "winter" or "spring" or "autumn" or "weekend" or "week")
            i++;
        if (words[i] is "start" or "beginning" or "middle" or "end" && words.Is(i + 1, "of"))
            (third, i) = (words.Is(i, "middle") ? 1 : words.Is(i, "end") ? 2 : 0, words.Is(i + 2, "the") ? i + 3 : i + 2);
        else if (words.Are(i, "back", "end", "of"))
            (third, i) = (2, i + 3);
        else if (words[i] is "early" or "mid" or "late")
            (third, i) = (words.Is(i, "mid") ? 1 : words.Is(i, "late") ? 2 : 0, words.Is(i + 1, "in") ? i + 2 : i + 1);
        if ((Week(i) ?? Month(i, start) ?? Season(i) ?? Year(i, start, third >= 0)) is not { } whole)
            return null;
        whole = whole with { First = start };
        return third < 0 ? whole : Third(whole, third);
    }

    private static Day Third(Day whole, int third)
    {
        var length = whole.To.DayNumber - whole.From.DayNumber + 1;
        var from = whole.From.AddDays(length * third / 3);
        return whole with { From = from, To = whole.From.AddDays((length * (third + 1) / 3) - 1), Approximate = true };
    }

    private Day? Week(int i)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        if (words.Are(i, "week", "before", "last"))
            return Span(i, i + 3, monday.AddDays(-14), monday.AddDays(-8), Closeness.Week);
        if (words.Are(i, "this", "week") || words.Are(i, "earlier", "this"))
            return Span(i, i + (words.Is(i, "earlier") ? 3 : 2), monday, today, Closeness.Week);
        if (words[i] is "last" or "previous" && words[i + 1] is "week" or "wk")
            return Span(i, i + 2, monday.AddDays(-7), monday.AddDays(-1), Closeness.Week);
        var (lead, at) = words[i] is "last" or "this" or "over" or "at" or "past" or "on" ? (words[i].ToString(), i + 1) : ("", i);
        if (words[at] is "the")
            at++;
        if (words[at] is not ("weekend" or "wkend" or "weekened") || words.Is(i - 1, "every"))
            return null;
        // On a weekend "the weekend" is this one; on a weekday the last one.
        var saturday = today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && lead != "last" ? monday.AddDays(5) : monday.AddDays(-2);
        if (words.Are(at + 1, "before", "last"))
            return Span(i, at + 3, saturday.AddDays(-7), saturday.AddDays(-6), Closeness.Week);
        return Span(i, at + 1, saturday, saturday.AddDays(1), Closeness.Week);
    }

    private Day? Month(int i, int start)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        if (words.Is(i + 1, "month") && words[i] is "this" or "last")
        {
            var from = words.Is(i, "last") ? first.AddMonths(-1) : first;
            return Span(i, i + 2, from, from.AddMonths(1).AddDays(-1), Closeness.Month);
        }

        var at = words[i] is "last" or "this" or "in" or "back" ? i + 1 : i;
        if (words.Are(i, "back", "in"))
            at = i + 2;
        var month = Names.Month(words[at], at > i || start < i || words[i - 1] is "in" or "since" or "during" or "until" or "till" or "last" or "from" or "of" or "and" or "to" or "between" || words.Digits(at + 1) >= 2000);
        if (month == 0)
            return null;
        var (year, end) = YearAfter(at + 1);
        var begin = new DateOnly(year ?? today.Year, month, 1);
        if (year is null && begin > today || (year is null && words.Is(i, "last") && month == today.Month))
            begin = begin.AddYears(-1);
        return begin > today ? null : Span(i, end, begin, begin.AddMonths(1).AddDays(-1), Closeness.Month);
    }

    private Day? Season(int i)
    {
        var at = words[i] is "last" or "this" or "over" or "in" or "during" or "all" ? i + 1 : i;
        if (words.Is(at, "the"))
            at++;
        if (at == i && words[i - 1] is not ("the" or "since" or "of" or "early" or "mid" or "late"))
            return null;
        var month = words[at] switch { "spring" => 3, "summer" => 6, "autumn" => 9, "winter" => 12, _ => 0 };
        if (month == 0)
            return null;
        var (year, end) = YearAfter(at + 1);
        var begin = new DateOnly(year ?? today.Year, month, 1);
        if (year is null && begin > today)
            begin = begin.AddYears(-1);
        if (year is null && words.Is(i, "last") && begin.AddMonths(3) > today)
            begin = begin.AddYears(-1);
        return begin > today ? null : Span(i, end, begin, begin.AddMonths(3).AddDays(-1), Closeness.Season);
    }

    private (int? Year, int End) YearAfter(int i)
    {
        var at = words.Is(i, "of") || words.Is(i, "in") ? i + 1 : i;
        if (words.Digits(at) is >= 1950 and <= 2100 and var year)
            return (year, at + 1);
        if (words[at] is "last" or "this" && words.Is(at + 1, "year"))
            return (words.Is(at, "last") ? today.Year - 1 : today.Year, at + 2);
        return (null, i);
    }

    private Day? Year(int i, int start, bool divided)
    {
        if (words[i] is "this" or "last" && words.Is(i + 1, "year"))
            return WholeYear(i, i + 2, words.Is(i, "last") ? today.Year - 1 : today.Year);
        var at = words[i] is "in" or "since" or "back" ? i + 1 : i;
        if (words.Are(i, "back", "in"))
            at = i + 2;
        var known = at > i || divided || start < i || words[i - 1] is "since" or "in" or "from" or "during" or "of" or "until" or "and" or "to" or "between";
        return known && words[at].Length == 4 && words.Digits(at) is >= 1960 and var year && year <= today.Year ? WholeYear(i, at + 1, year) : null;
    }

    private static Day WholeYear(int first, int end, int year) => Span(first, end, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), Closeness.Year);

    private static Day Span(int first, int end, DateOnly from, DateOnly to, Closeness closeness) => new(first, end, from, to, closeness, true, DayPart.None);
}
