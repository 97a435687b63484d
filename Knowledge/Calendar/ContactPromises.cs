namespace ReportBot.Knowledge.Calendar;

/// <summary>Makes contact promises and tells how much working time is left of one. One clock, for residents and staff alike.</summary>
public sealed class ContactPromises
{
    private readonly ContactPromiseOptions _options;
    private readonly WorkingDays _workingDays;
    private readonly WallClock _clock;
    private readonly WorkingHours _hours;

    /// <summary>Throws <see cref="ArgumentException"/> when the working day ends before it begins.</summary>
    public ContactPromises(ContactPromiseOptions options, WorkingDays workingDays)
    {
        _hours = new WorkingHours(options, workingDays);
        (_options, _workingDays, _clock) = (options, workingDays, WallClock.In(options.Zone));
    }

    /// <summary>The promises of policy 6.2 with nothing set otherwise.</summary>
    public static ContactPromises Standard { get; } = new(new ContactPromiseOptions(), WorkingDays.EnglandAndWales);

    /// <summary>The promise for a report that came at that moment: the end of the first working day after its date, whatever the hour.</summary>
    public ContactPromise For(DateTimeOffset reported) =>
        On(_workingDays.NextAfter(_clock.DateAt(reported)), _options.TimeOfDay, PromiseBasis.NextWorkingDay);

    /// <summary>The promise to a person who may only be reached on those days of the week; none or all of them leave the usual promise.</summary>
    public ContactPromise ForSafeDays(DateTimeOffset reported, IReadOnlySet<DayOfWeek> safeDays) =>
        ForSafeTimes(reported, safeDays.Count == 0 ? SafeTimes.Always : new SafeTimes { Days = safeDays });

    /// <summary>
    /// The promise to a person who may only be reached at those times: never on another day, never later in the day than they said.
    /// It stays the usual one where that is safe.
    /// </summary>
    public ContactPromise ForSafeTimes(DateTimeOffset reported, SafeTimes safe)
    {
        var usual = For(reported);
        var due = safe.Until is { } until && until < _options.TimeOfDay ? until : _options.TimeOfDay;
        var begins = safe.From is { } from && from > _options.DayBegins ? from : _options.DayBegins;
        if (begins >= due || _workingDays.NextAfter(_clock.DateAt(reported), safe.Days) is not { } day)
            return usual with { Basis = PromiseBasis.NoSafeTime };
        return day == usual.Day && due == usual.Time ? usual : On(day, due, PromiseBasis.SafeTime);
    }

    /// <summary>The first moment of working hours that does not lie before that one: the moment itself while people are at work.</summary>
    public DateTimeOffset AtWork(DateTimeOffset from) => _hours.After(from, TimeSpan.Zero);

    /// <summary>
    /// The working time between now and the promise: what is left of it, or what has passed since it fell due.
    /// Nights, weekends and bank holidays do not count.
    /// </summary>
    public ContactClock Clock(ContactPromise promise, DateTimeOffset now) =>
        now <= promise.Due
            ? new ContactClock(false, _hours.Between(now, promise.Due), promise.Due - now)
            : new ContactClock(true, _hours.Between(promise.Due, now), now - promise.Due);

    private ContactPromise On(DateOnly day, TimeOnly time, PromiseBasis basis) =>
        new(_clock.Moment(day, time), day, time, basis);
}
