using System.Globalization;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Bot.Staff;

/// <summary>Moments as staff read them: London time, 24-hour clock, the day left out when it is today.</summary>
public static class StaffTime
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A moment, such as <c>17:00</c>, <c>17:00 tomorrow</c>, <c>14:02 yesterday</c>, <c>17:00 on Tue 24 Nov</c>; with the year when it is another.</summary>
    public static string Of(DateTimeOffset at, DateTimeOffset now)
    {
        var (day, today) = (WallClock.London.DateAt(at), WallClock.London.DateAt(now));
        var time = Clock(at);
        return (day.DayNumber - today.DayNumber) switch
        {
            0 => time,
            1 => $"{time} tomorrow",
            -1 => $"{time} yesterday",
            _ => $"{time} on {day.ToString(day.Year == today.Year ? "ddd d MMM" : "ddd d MMM yyyy", British)}",
        };
    }

    /// <summary>A moment in full, such as <c>Mon 23 Nov 2026, 14:02</c>.</summary>
    public static string Full(DateTimeOffset at) =>
        string.Create(British, $"{WallClock.London.DateAt(at):ddd d MMM yyyy}, {Clock(at)}");

    /// <summary>A day, such as <c>Mon 23 Nov 2026</c>.</summary>
    public static string Full(DateOnly day) => Day(day);

    /// <summary>A moment for a machine, in a <c>time</c> element.</summary>
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A moment as a browser's date and time box holds it, London time.</summary>
    public static string Box(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{WallClock.London.DateAt(at):yyyy-MM-dd}T{WallClock.London.TimeAt(at):HH:mm}");

    /// <summary>Reads what a date and time box holds; null when it is empty or holds none.</summary>
    public static DateTimeOffset? Read(string? box) =>
        DateTime.TryParseExact(box, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? WallClock.London.Moment(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : null;

    /// <summary>The day of a moment, such as <c>Mon 23 Nov 2026</c>.</summary>
    public static string DayOf(DateTimeOffset at) => Day(WallClock.London.DateAt(at));

    /// <summary>A day, such as <c>Mon 23 Nov 2026</c>.</summary>
    public static string Of(DateOnly day) => Day(day);

    /// <summary>The day a moment lies on.</summary>
    public static DateOnly LondonDay(DateTimeOffset at) => WallClock.London.DateAt(at);

    /// <summary>A day as a browser's date box holds it.</summary>
    public static string Box(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads what a date box holds, or a day as somebody types it where there is none; null when it is empty or holds none.</summary>
    public static DateOnly? ReadDay(string? box) =>
        DateOnly.TryParseExact(box?.Trim(), ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>When something happened, as precisely as it was told.</summary>
    public static string Of(IncidentTime when)
    {
        ArgumentNullException.ThrowIfNull(when);
        var span = (when.From, when.To) switch
        {
            (var from, null) => $"since {Day(from)}",
            (var from, { } to) when from == to => Day(from),
            (var from, { } to) => $"{Day(from)} to {Day(to)}",
        };
        var time = when.Time is { } at ? string.Create(CultureInfo.InvariantCulture, $", {at:HH:mm}") : "";
        return $"{(when.IsApproximate ? "about " : "")}{span}{time}{(when.Recurring ? ", again and again" : "")}";
    }

    /// <summary>A time of day, such as <c>17:00</c>.</summary>
    public static string Clock(DateTimeOffset at) => WallClock.London.TimeAt(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", British);
}
