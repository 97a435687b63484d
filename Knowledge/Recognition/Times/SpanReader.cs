namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>A stretch with a beginning and, unless it goes on, an end.</summary>
/// <param name="First">The first word.</param>
/// <param name="End">The word after the last.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while it goes on.</param>
/// <param name="Closeness">How closely it was named.</param>
/// <param name="Approximate">The words only came near it.</param>
internal readonly record struct Stretch(int First, int End, DateOnly From, DateOnly? To, Closeness Closeness, bool Approximate);

/// <summary>Reads stretches: since August, for the past three weeks, between 10 and 12 October, from Monday to Wednesday.</summary>
internal readonly ref struct SpanReader(TimeWords words, DateTime now)
{
    private readonly DayReader _days = new(words, now);

    // "We have lived here since 2011" tells nothing of what happened.
    private static readonly string[] Residence = ["lived", "live", "living", "moved", "tenant", "tenants", "resident", "residents", "known", "married", "owned", "worked", "born", "came", "rented", "here", "together", "disabled", "retired", "wheelchair", "clean", "sober"];

    /// <summary>The stretch that begins at a word, or null.</summary>
    /// <param name="i">The word.</param>
    /// <param name="day">The day that begins at that word, or null.</param>
    public Stretch? At(int i, Day? day)
    {
        if (words[i] is "since" or "snce")
            return Since(i);
        if (words[i] is "between" or "from")
            return Range(i, i + 1, _days.At(i + 1));
        if (words[i] is "for" or "over" or "the" or "in" or "during" or "within" or "past" or "these" && Lasting(i) is { } lasting)
            return lasting;
        return Range(i, i, day);
    }

    private Stretch? Since(int i)
    {
        var at = words[i + 1] is "about" or "around" or "roughly" or "at" or "least" ? i + 2 : i + 1;
        if (IsResidence(i) || _days.At(at) is not { } day)
            return null;
        var approximate = day.Approximate && day.Closeness is not (Closeness.Month or Closeness.Week) || at > i + 1;
        return new Stretch(i, day.End, day.From, null, day.Closeness, approximate);
    }

    private Stretch? Lasting(int i)
    {
        var at = i;
        while (at < i + 3 && words[at] is "for" or "over" or "the" or "in" or "during" or "within" or "these")
            at++;
        var ledIn = words[at] is "last" or "past" or "previous";
        if (ledIn)
            at++;
        while (words[at] is "about" or "around" or "over" or "nearly" or "almost" or "at" or "least")
            at++;
        if (ledIn && new AmountReader(words).Read(at - 1, out var whole) is false && SingleUnit(at) is { } unit)
            return new Stretch(i, at + 1, DateOnly.FromDateTime(unit.Before(now)), null, Closeness.Month, true);
        if (!(ledIn || words.Is(i, "for")) || IsResidence(i) || !new AmountReader(words).Read(at, out var amount) || amount.Unit is Unit.Minute or Unit.Hour || words[amount.End] is "ago" or "old" or "time" or "to")
            return null;
        return new Stretch(i, amount.End, DateOnly.FromDateTime(amount.Before(now)), null, amount.Unit is Unit.Year ? Closeness.Year : Closeness.Month, true);
    }

    // "the last week", "the past month".
    private Amount? SingleUnit(int i) => words[i] switch
    {
        "week" => new Amount(1, Unit.Week, true, false, i + 1),
        "fortnight" => new Amount(2, Unit.Week, true, false, i + 1),
        "month" => new Amount(1, Unit.Month, true, false, i + 1),
        "year" => new Amount(1, Unit.Year, true, false, i + 1),
        _ => null,
    };

    private Stretch? Range(int start, int i, Day? begin)
    {
        if (ShortRange(start, i) is { } sameMonth)
            return sameMonth;
        if (begin is not { } opening)
            return null;
        var link = opening.End;
        var linked = words[link] is "to" or "until" or "till" or "til" or "through" || (start < i && words.Is(link, "and"));
        if (linked && words[link + 1] is "now" or "present" && start < i)
            return new Stretch(start, link + 2, opening.From, null, opening.Closeness, opening.Approximate);
        if (start < i && words[link] is "onwards" or "onward" or "on")
            return new Stretch(start, link + 1, opening.From, null, opening.Closeness, opening.Approximate);
        if (!linked || _days.At(link + 1) is not { } to)
            return null;
        if (to.To < opening.From)
            opening = Earlier(opening, to);
        return to.To < opening.From ? null : new Stretch(start, to.End, opening.From, to.To, opening.Closeness, opening.Approximate && opening.Closeness > Closeness.Month);
    }

    // "from Friday to Tuesday": the Friday before that Tuesday.
    private static Day Earlier(Day first, Day last)
    {
        while (first.From > last.To)
            first = first with { From = first.From.AddDays(-7), To = first.To.AddDays(-7) };
        return first;
    }

    // "10 and 12 October", "10th-12th Oct 2025": the month is said once.
    private Stretch? ShortRange(int start, int i)
    {
        var at = words.Is(i, "the") ? i + 1 : i;
        var link = words.Joint(at) is '-' or '–' ? at + 1 : words[at + 1] is "to" or "and" or "until" or "till" or "through" ? at + 2 : 0;
        if (link == 0 || words.DayOfMonth(at) is not (> 0 and var first) || (words.Is(at + 1, "and") && start == i))
            return null;
        link = words.Is(link, "the") ? link + 1 : link;
        if (words.DayOfMonth(link) < 1 || new DateReader(words, DateOnly.FromDateTime(now)).At(link) is not { } last || first >= last.From.Day || Names.Month(words[last.End - 1], true) == 0 && words.Digits(last.End - 1) < 1950)
            return null;
        return new Stretch(start, last.End, new DateOnly(last.From.Year, last.From.Month, first), last.From, Closeness.Day, false);
    }

    private bool IsResidence(int i)
    {
        for (var at = Math.Max(0, i - 5); at < i; at++)
            if (words.Sentence(at) == words.Sentence(i) && words.IsAny(at, Residence))
                return true;
        return words.Is(i + 1, "i") || words[i + 1] is "we" or "he" or "she" or "they";
    }
}
