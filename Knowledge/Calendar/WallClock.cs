namespace ReportBot.Knowledge.Calendar;

/// <summary>The clock on the wall somewhere: turns moments into the date and time people there would say, and back.</summary>
public sealed class WallClock
{
    private readonly TimeZoneInfo _zone;

    private WallClock(TimeZoneInfo zone) => _zone = zone;

    /// <summary>The clock in London, by which every promise and every opening hour is told.</summary>
    public static WallClock London { get; } = In("Europe/London");

    /// <summary>The clock of a time zone by its IANA name; throws <see cref="TimeZoneNotFoundException"/> when there is none.</summary>
    public static WallClock In(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>The date there at that moment.</summary>
    public DateOnly DateAt(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment));

    /// <summary>The time of day there at that moment.</summary>
    public TimeOnly TimeAt(DateTimeOffset moment) => TimeOnly.FromDateTime(Local(moment));

    /// <summary>
    /// The moment, UTC, at which the clock there shows that date and time. A time that comes twice when the clocks go back is
    /// the first of the two; one that is passed over when they go forward counts as the moment they do, so nothing falls due later than it reads.
    /// </summary>
    public DateTimeOffset Moment(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        if (_zone.IsInvalidTime(local))
            return ClocksGoForward(local);
        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone).DateTime;

    // The last valid minute before the gap plus one minute is the change itself; gaps are whole minutes long.
    private DateTimeOffset ClocksGoForward(DateTime skipped)
    {
        var before = new DateTime(skipped.Year, skipped.Month, skipped.Day, skipped.Hour, skipped.Minute, 0, DateTimeKind.Unspecified);
        while (_zone.IsInvalidTime(before))
            before = before.AddMinutes(-1);
        return new DateTimeOffset(before, _zone.GetUtcOffset(before)).AddMinutes(1).ToUniversalTime();
    }
}
