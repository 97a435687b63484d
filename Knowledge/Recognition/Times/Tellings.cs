namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>Everything a text tells of days and times, and which of it tells best when it happened.</summary>
internal ref struct Tellings(TimeWords words, DateTime now)
{
    // Days of things other than what happened.
    private static readonly string[] Elsewhere = ["court", "appointment", "hearing", "birthday", "moved", "born", "tribunal", "diagnosed", "married", "operation", "until", "till", "by", "before", "built"];

    private readonly List<Day> _days = [];
    private readonly List<Stretch> _stretches = [];
    private readonly List<Frequency> _frequencies = [];
    private readonly List<Clock> _clocks = [];

    /// <summary>Reads every day, stretch, frequency and time.</summary>
    public readonly void Collect()
    {
        var frequencies = new FrequencyReader(words);
        var spans = new SpanReader(words, now);
        var days = new DayReader(words, now);
        var clocks = new ClockReader(words);
        for (var i = 0; i < words.Count;)
        {
            var end = i + 1;
            if (frequencies.At(i) is { } frequency)
                (_, end) = (Add(_frequencies, frequency), frequency.End);
            else if (days.At(i) is var day && spans.At(i, day) is { } stretch)
                (_, end) = (Add(_stretches, stretch), stretch.End);
            else if (day is { } found)
                end = IsElsewhere(found) ? found.End : Keep(found);
            else if (clocks.At(i) is { } clock)
                (_, end) = (Add(_clocks, clock), clock.End);
            i = end;
        }
    }

    /// <summary>The best telling: a stretch with a frequency, then the closest day, then a stretch, a frequency, a time.</summary>
    public readonly Telling? Best(bool isAnswer)
    {
        var day = Closest();
        if (_stretches.Count > 0 && (_frequencies.Count > 0 || day is null || _stretches[0].Closeness >= day.Value.Closeness))
            return Join(_stretches.MaxBy(stretch => stretch.Closeness));
        if (day is { } found)
            return Join(found);
        if (_frequencies.Count > 0)
            return Join(_frequencies[0]);
        return isAnswer && _clocks.Count > 0 ? Join(_clocks[0]) : null;
    }

    private static bool Add<T>(List<T> list, T item)
    {
        list.Add(item);
        return true;
    }

    private readonly int Keep(Day day)
    {
        _days.Add(day);
        return day.End;
    }

    private readonly bool IsElsewhere(Day day)
    {
        for (var at = Math.Max(0, day.First - 3); at < day.First; at++)
            if (words.Sentence(at) == words.Sentence(day.First) && words.IsAny(at, Elsewhere))
                return true;
        return words[day.First - 1] is "next" || (day.Closeness == Closeness.Year && words[day.First - 2] is "here" or "lived");
    }

    private readonly Day? Closest()
    {
        Day? best = null;
        foreach (var day in _days)
            if (best is null || day.Closeness > best.Value.Closeness)
                best = day;
        return best;
    }

    private readonly Telling Join(Stretch stretch)
    {
        var telling = new Telling(stretch.First, stretch.End, stretch.From, stretch.To, null, stretch.Approximate, false);
        foreach (var frequency in _frequencies)
            return WithClock(Wider(telling, frequency.First, frequency.End) with { Recurring = true }, frequency.Part);
        return stretch.To is null ? telling with { Recurring = Repeats() } : WithClock(telling, DayPart.None);
    }

    private readonly Telling Join(Day day)
    {
        var recurring = _frequencies.Count > 0 && day.Closeness < Closeness.Day;
        var telling = new Telling(day.First, day.End, day.From, day.To, null, day.Approximate, recurring);
        return WithClock(telling, day.Part);
    }

    // "Most nights" alone: it goes on, and the one day that is known is today.
    private readonly Telling Join(Frequency frequency)
    {
        var today = DateOnly.FromDateTime(now);
        return WithClock(new Telling(frequency.First, frequency.End, today, null, null, true, true), frequency.Part);
    }

    private readonly Telling Join(Clock clock)
    {
        var time = HalfOfDay.Settle(clock, DayPart.None, out _);
        var today = DateOnly.FromDateTime(now);
        var day = time > TimeOnly.FromDateTime(now) ? today.AddDays(-1) : today;
        return new Telling(clock.First, clock.End, day, day, time, true, false);
    }

    private readonly bool Repeats()
    {
        for (var i = 0; i < words.Count; i++)
            if (words[i] is "keeps" or "keep" or "constantly" or "always" or "repeatedly" or "regularly" or "often" or "again" or "ongoing" or "nonstop")
                return true;
        return false;
    }

    private readonly Telling WithClock(Telling telling, DayPart part)
    {
        Clock? nearest = null;
        foreach (var clock in _clocks)
            if (Distance(clock, telling) is < 12 and var distance && (nearest is null || distance < Distance(nearest.Value, telling)))
                nearest = clock;
        if (nearest is not { } found)
            return telling;
        var time = HalfOfDay.Settle(found, part, out var guessed);
        var joined = Wider(telling, found.First, found.End) with { Time = time, Approximate = telling.Approximate || found.Approximate || guessed };
        if (part == DayPart.Night && time.Hour < 6 && joined.To == joined.From && joined.From < DateOnly.FromDateTime(now))
            joined = joined with { From = joined.From.AddDays(1), To = joined.From.AddDays(1) };
        return NotToCome(joined, found, guessed);
    }

    private readonly Telling NotToCome(Telling telling, Clock clock, bool guessed)
    {
        if (telling.From != DateOnly.FromDateTime(now) || telling.Recurring || telling.Time <= TimeOnly.FromDateTime(now))
            return telling;
        var other = telling.Time!.Value.AddHours(-12);
        return guessed && clock.HalfUnknown && other < telling.Time && other <= TimeOnly.FromDateTime(now) ? telling with { Time = other } : telling with { Time = null };
    }

    private static int Distance(Clock clock, Telling telling) =>
        clock.First >= telling.End ? clock.First - telling.End : telling.First >= clock.End ? telling.First - clock.End : 0;

    // The words of a telling are quoted back, so they only grow while they stay one short stretch.
    private readonly Telling Wider(Telling telling, int first, int end)
    {
        var (from, to) = (Math.Min(telling.First, first), Math.Max(telling.End, end));
        return to - from <= 14 && words.Sentence(from) == words.Sentence(to - 1) ? telling with { First = from, End = to } : telling;
    }
}

/// <summary>Tells morning from evening where only an hour was said.</summary>
internal static class HalfOfDay
{
    /// <summary>
    /// The time, by the part of the day it was said with. With none, hours 8 to 11 are taken as morning and 12 to 7 as after noon,
    /// and <paramref name="guessed"/> says so.
    /// </summary>
    public static TimeOnly Settle(Clock clock, DayPart part, out bool guessed)
    {
        guessed = clock.HalfUnknown && part == DayPart.None;
        if (!clock.HalfUnknown)
            return clock.Time;
        var hour = clock.Time.Hour % 12;
        var afternoon = part switch
        {
            DayPart.Morning or DayPart.EarlyHours => false,
            DayPart.Afternoon or DayPart.Evening => true,
            DayPart.Night => hour is >= 6 and <= 11,
            _ => hour is < 8,
        };
        return new TimeOnly(hour + (afternoon ? 12 : 0), clock.Time.Minute);
    }
}
