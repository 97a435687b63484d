using System.Collections.Immutable;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Services;

/// <summary>What opening hours mean on a bank holiday.</summary>
public enum BankHolidayHours
{
    /// <summary>Not known: nothing is said about a bank holiday.</summary>
    Unknown,

    /// <summary>The hours of the weekday hold.</summary>
    AsUsual,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>A stretch of a week during which something is open, London time.</summary>
/// <param name="Day">The day it begins on.</param>
/// <param name="Opens">When it begins.</param>
/// <param name="Closes">When it ends; at or before <paramref name="Opens"/> it ends on the next day.</param>
public sealed record OpeningWindow(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);

/// <summary>When a service answers, in London time: always, in certain hours of the week, or not known.</summary>
public sealed class OpeningHours
{
    private readonly ImmutableArray<OpeningWindow> _windows;
    private readonly BankHolidayHours _onBankHolidays;

    private OpeningHours(bool always, ImmutableArray<OpeningWindow> windows, BankHolidayHours onBankHolidays) =>
        (IsAlways, _windows, _onBankHolidays) = (always, windows, onBankHolidays);

    /// <summary>Nobody has said when.</summary>
    public static OpeningHours Unknown { get; } = new(false, [], BankHolidayHours.Unknown);

    /// <summary>Day and night, every day of the year.</summary>
    public static OpeningHours Always { get; } = new(true, [], BankHolidayHours.AsUsual);

    /// <summary>True when they are known.</summary>
    public bool IsKnown => IsAlways || !_windows.IsEmpty;

    /// <summary>True when it is day and night, every day.</summary>
    public bool IsAlways { get; }

    /// <summary>The hours in words, such as <c>Monday to Friday, 10am to 3pm</c> or <c>24 hours a day</c>; null when not known.</summary>
    public string? Words => IsAlways ? "24 hours a day" : _windows.IsEmpty ? null : OpeningWords.Of(_windows);

    /// <summary>Certain hours of the week; at least one window. Throws <see cref="ArgumentException"/> for none.</summary>
    public static OpeningHours Weekly(ImmutableArray<OpeningWindow> windows, BankHolidayHours onBankHolidays)
    {
        if (windows.IsDefaultOrEmpty)
            throw new ArgumentException("Weekly hours need at least one window; hours not known are OpeningHours.Unknown.", nameof(windows));
        return new OpeningHours(false, windows, onBankHolidays);
    }

    /// <summary>True when it is open at that moment, false when it is closed, null when that is not known.</summary>
    public bool? OpenNow(DateTimeOffset at) => StatusAt(at).Kind switch
    {
        OpenKind.AllHours or OpenKind.Open => true,
        OpenKind.Closed => false,
        _ => null,
    };

    /// <summary>How it stands at that moment, by the bank holidays of England and Wales.</summary>
    public OpenStatus StatusAt(DateTimeOffset at) => StatusAt(at, BankHolidays.EnglandAndWales);

    /// <summary>How it stands at that moment, by those bank holidays.</summary>
    public OpenStatus StatusAt(DateTimeOffset at, BankHolidays bankHolidays)
    {
        if (IsAlways)
            return OpenStatus.AllHours;
        if (_windows.IsEmpty)
            return OpenStatus.Unknown;
        var today = WallClock.London.DateAt(at);
        var stretches = Stretches(today, bankHolidays);
        if (stretches.Find(stretch => stretch.IsCertain && stretch.Begins <= at && at < stretch.Ends) is { } current)
            return OpenStatus.Open(today, WallClock.London.DateAt(current.Ends), WallClock.London.TimeAt(current.Ends));
        if (_onBankHolidays == BankHolidayHours.Unknown && bankHolidays.Contains(today))
            return OpenStatus.OnBankHoliday(today, today);
        if (stretches.Find(stretch => stretch.Begins > at) is not { } next)
            return OpenStatus.Unknown;
        return next.IsCertain
            ? OpenStatus.Closed(today, next.Day, WallClock.London.TimeAt(next.Begins))
            : OpenStatus.OnBankHoliday(today, next.Day);
    }

    // Two weeks hold every case: a bank holiday may close the only day of the coming one. Stretches that touch are one.
    private List<Stretch> Stretches(DateOnly today, BankHolidays bankHolidays)
    {
        var stretches = new List<Stretch>();
        for (var day = today.AddDays(-1); day <= today.AddDays(21); day = day.AddDays(1))
        {
            var holiday = bankHolidays.Contains(day);
            if (holiday && _onBankHolidays == BankHolidayHours.Closed)
                continue;
            foreach (var window in _windows.Where(window => window.Day == day.DayOfWeek).OrderBy(window => window.Opens))
                Add(stretches, window.On(day, isCertain: !holiday || _onBankHolidays == BankHolidayHours.AsUsual));
        }

        return stretches;
    }

    private static void Add(List<Stretch> stretches, Stretch next)
    {
        if (stretches.Count > 0 && stretches[^1] is var last && last.IsCertain == next.IsCertain && next.Begins <= last.Ends)
            stretches[^1] = last with { Ends = next.Ends > last.Ends ? next.Ends : last.Ends };
        else
            stretches.Add(next);
    }
}

/// <summary>One opening window on a day of the calendar.</summary>
internal sealed record Stretch(DateOnly Day, DateTimeOffset Begins, DateTimeOffset Ends, bool IsCertain);

internal static class OpeningWindowExtensions
{
    /// <summary>The window on that day.</summary>
    public static Stretch On(this OpeningWindow window, DateOnly day, bool isCertain) => new(
        day,
        WallClock.London.Moment(day, window.Opens),
        WallClock.London.Moment(window.Closes <= window.Opens ? day.AddDays(1) : day, window.Closes),
        isCertain);
}
