using System.Globalization;

namespace ReportBot.Knowledge.Calendar;

/// <summary>Days and times as people in Britain say them. Everything shown to residents and staff goes through here.</summary>
public static class Spoken
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A time of day: <c>5pm</c>, <c>5:30pm</c>, <c>noon</c>, <c>midnight</c>. Seconds are left out.</summary>
    public static string Time(TimeOnly time)
    {
        if (time.Minute == 0 && time.Hour is 0 or 12)
            return time.Hour == 0 ? "midnight" : "noon";
        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        var half = time.Hour < 12 ? "am" : "pm";
        return time.Minute == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hour}{half}")
            : string.Create(CultureInfo.InvariantCulture, $"{hour}:{time.Minute:00}{half}");
    }

    /// <summary>A day near at hand: <c>Tuesday 24 November</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM", British);

    /// <summary>A day of any year: <c>Tuesday 24 November 2026</c>.</summary>
    public static string FullDay(DateOnly day) => day.ToString("dddd d MMMM yyyy", British);

    /// <summary>A day of the week: <c>Tuesday</c>.</summary>
    public static string Weekday(DayOfWeek day) => British.DateTimeFormat.GetDayName(day);

    /// <summary>When a promise falls due, to follow "by": <c>5pm on Tuesday 24 November</c>.</summary>
    public static string Promise(ContactPromise promise) => $"{Time(promise.Time)} on {Day(promise.Day)}";

    /// <summary>A moment near at hand, London time: <c>9am on Monday 23 November</c>.</summary>
    public static string Moment(DateTimeOffset moment) => $"{Time(WallClock.London.TimeAt(moment))} on {Day(WallClock.London.DateAt(moment))}";

    /// <summary>Days of the week as a habit, Monday first: <c>Thursdays</c>, <c>Mondays and Thursdays</c>; empty for none.</summary>
    public static string Weekdays(IEnumerable<DayOfWeek> days)
    {
        var names = days.Distinct().OrderBy(day => ((int)day + 6) % 7).Select(day => Weekday(day) + "s").ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
    }
}
