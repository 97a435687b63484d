using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Services;

/// <summary>How opening hours stand at a moment.</summary>
public enum OpenKind
{
    /// <summary>Nobody knows the hours.</summary>
    Unknown,

    /// <summary>It never closes.</summary>
    AllHours,

    /// <summary>Open, and it will close.</summary>
    Open,

    /// <summary>Closed, and it is known when it opens.</summary>
    Closed,

    /// <summary>It depends on a bank holiday for which the hours are not known.</summary>
    BankHoliday,
}

/// <summary>How opening hours stand at a moment, and how to say it.</summary>
/// <param name="Kind">How they stand.</param>
/// <param name="Today">The London date of the moment; null where it does not matter.</param>
/// <param name="Day">The day it closes, opens, or the bank holiday; null where there is none.</param>
/// <param name="Time">When on that day it closes or opens, London time; null where that is not known.</param>
public sealed record OpenStatus(OpenKind Kind, DateOnly? Today = null, DateOnly? Day = null, TimeOnly? Time = null)
{
    /// <summary>The hours are not known.</summary>
    public static OpenStatus Unknown { get; } = new(OpenKind.Unknown);

    /// <summary>It never closes.</summary>
    public static OpenStatus AllHours { get; } = new(OpenKind.AllHours);

    /// <summary>
    /// The status in words, such as <c>Open now, until 5pm</c>, <c>Opens Monday 10am</c> or <c>Hours may differ on a bank holiday</c>;
    /// null when nothing is known.
    /// </summary>
    public string? Words => (Kind, Today, Day, Time) switch
    {
        (OpenKind.AllHours, _, _, _) => "Open now",
        (OpenKind.Open, { } today, { } day, { } time) => $"Open now, until {OnDay(today, day)}{Spoken.Time(time)}",
        (OpenKind.Closed, { } today, { } day, { } time) when today == day => $"Opens at {Spoken.Time(time)}",
        (OpenKind.Closed, { } today, { } day, { } time) => $"Opens {OnDay(today, day)}{Spoken.Time(time)}",
        (OpenKind.BankHoliday, { } today, { } day, _) when today == day => "Hours may differ on a bank holiday",
        (OpenKind.BankHoliday, { } today, { } day, _) => $"Closed now. Hours may differ on {OnDay(today, day).TrimEnd()}, a bank holiday",
        _ => null,
    };

    internal static OpenStatus Open(DateOnly today, DateOnly day, TimeOnly closes) => new(OpenKind.Open, today, day, closes);

    internal static OpenStatus Closed(DateOnly today, DateOnly day, TimeOnly opens) => new(OpenKind.Closed, today, day, opens);

    internal static OpenStatus OnBankHoliday(DateOnly today, DateOnly day) => new(OpenKind.BankHoliday, today, day);

    // The name of the weekday is enough within a week; a week ahead it could be taken for today.
    private static string OnDay(DateOnly today, DateOnly day) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "",
        < 7 => $"{Spoken.Weekday(day.DayOfWeek)} ",
        _ => $"{Spoken.Day(day)} ",
    };
}
