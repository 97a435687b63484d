namespace ReportBot.Knowledge.Calendar;

/// <summary>The hours of working days: counts working time between moments, and finds the moment at which so much of it has passed or is left.</summary>
public sealed class WorkingHours
{
    private readonly ContactPromiseOptions _options;
    private readonly WorkingDays _days;
    private readonly WallClock _clock;

    /// <summary>Throws <see cref="ArgumentException"/> when the working day ends before it begins.</summary>
    public WorkingHours(ContactPromiseOptions options, WorkingDays days)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.DayBegins >= options.TimeOfDay)
            throw new ArgumentException("The working day must begin before a promise falls due.", nameof(options));
        (_options, _days, _clock) = (options, days, WallClock.In(options.Zone));
    }

    /// <summary>The working hours with nothing set otherwise.</summary>
    public static WorkingHours Standard { get; } = new(new ContactPromiseOptions(), WorkingDays.EnglandAndWales);

    /// <summary>The working time between two moments, the earlier first. Nights, weekends and bank holidays do not count.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var worked = TimeSpan.Zero;
        var last = _clock.DateAt(to);
        for (var day = _clock.DateAt(from); day <= last; day = day.AddDays(1))
        {
            var (begins, ends) = Hours(day, from, to);
            if (ends > begins)
                worked += ends - begins;
        }

        return worked;
    }

    /// <summary>The first moment by which so much working time has passed since another; it always lies in working hours.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan working)
    {
        for (var day = _clock.DateAt(from); ; day = day.AddDays(1))
        {
            var (begins, ends) = Hours(day, from, DateTimeOffset.MaxValue);
            if (ends <= begins)
                continue;
            if (working <= ends - begins)
                return begins + working;
            working -= ends - begins;
        }
    }

    /// <summary>The last moment at which so much working time is left until another.</summary>
    public DateTimeOffset Before(DateTimeOffset to, TimeSpan working)
    {
        for (var day = _clock.DateAt(to); ; day = day.AddDays(-1))
        {
            var (begins, ends) = Hours(day, DateTimeOffset.MinValue, to);
            if (ends <= begins)
                continue;
            if (working <= ends - begins)
                return ends - working;
            working -= ends - begins;
        }
    }

    /// <summary>When work on that day can begin, UTC: at a time of day, or when the working day does where that is later.</summary>
    public DateTimeOffset Begin(DateOnly day, TimeOnly? from) =>
        _clock.Moment(day, from is { } time && time > _options.DayBegins ? time : _options.DayBegins);

    /// <summary>When work on that day ends, UTC, were it a working day.</summary>
    public DateTimeOffset End(DateOnly day) => _clock.Moment(day, _options.TimeOfDay);

    /// <summary>The day a moment lies on.</summary>
    public DateOnly DayOf(DateTimeOffset at) => _clock.DateAt(at);

    /// <summary>True when people work on that day.</summary>
    public bool IsWorkingDay(DateOnly day) => _days.IsWorkingDay(day);

    /// <summary>The first working day after that one.</summary>
    public DateOnly NextWorkingDay(DateOnly day) => _days.NextAfter(day);

    /// <summary>When work begins on the first working day that lies at least so many days after the day of a moment.</summary>
    public DateTimeOffset BeginsAfter(DateTimeOffset at, int days) => After(_clock.Moment(_clock.DateAt(at).AddDays(days), TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>The working day a moment belongs to: its day, or the next one on which anybody works.</summary>
    public DateOnly WorkingDayOf(DateTimeOffset at) => _clock.DateAt(BeginsAfter(at, days: 0));

    // Empty on a day nobody works: it then ends where it begins.
    private (DateTimeOffset Begins, DateTimeOffset Ends) Hours(DateOnly day, DateTimeOffset from, DateTimeOffset to)
    {
        if (!_days.IsWorkingDay(day))
            return default;
        var (begins, ends) = (_clock.Moment(day, _options.DayBegins), _clock.Moment(day, _options.TimeOfDay));
        return (begins > from ? begins : from, ends < to ? ends : to);
    }
}
