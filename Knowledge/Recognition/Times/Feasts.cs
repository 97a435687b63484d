using System.Globalization;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>
/// Days people know by name. Fixed and Easter-based days are computed; days of the Islamic calendar come from Umm al-Qura and
/// may be a day off where the new moon is sighted; Diwali and Vaisakhi are tables (published civil calendars of India).
/// </summary>
internal static class Feasts
{
    private static readonly (int Year, int Month, int Day)[] Diwalis =
    [
        (2019, 10, 27), (2020, 11, 14), (2021, 11, 4), (2022, 10, 24), (2023, 11, 12), (2024, 11, 1), (2025, 10, 20), (2026, 11, 8), (2027, 10, 29), (2028, 10, 17), (2029, 11, 5), (2030, 10, 26),
    ];

    /// <summary>The day a feast falls on in a year; null when it is not known for that year.</summary>
    public static DateOnly? In(Feast feast, int year) => feast switch
    {
        Feast.ChristmasEve => new DateOnly(year, 12, 24),
        Feast.Christmas => new DateOnly(year, 12, 25),
        Feast.BoxingDay => new DateOnly(year, 12, 26),
        Feast.NewYearsEve => new DateOnly(year, 12, 31),
        Feast.NewYear => new DateOnly(year, 1, 1),
        Feast.Valentines => new DateOnly(year, 2, 14),
        Feast.Halloween => new DateOnly(year, 10, 31),
        Feast.BonfireNight => new DateOnly(year, 11, 5),
        Feast.ArmisticeDay => new DateOnly(year, 11, 11),
        Feast.Vaisakhi => new DateOnly(year, 4, 14),
        Feast.RemembranceSunday => OnOrAfter(new DateOnly(year, 11, 8), DayOfWeek.Sunday),
        Feast.FathersDay => OnOrAfter(new DateOnly(year, 6, 15), DayOfWeek.Sunday),
        Feast.MothersDay => Easter.Sunday(year).AddDays(-21),
        Feast.PancakeDay => Easter.Sunday(year).AddDays(-47),
        Feast.GoodFriday => Easter.Sunday(year).AddDays(-2),
        Feast.Easter => Easter.Sunday(year),
        Feast.EasterMonday => Easter.Sunday(year).AddDays(1),
        Feast.EarlyMay => OnOrAfter(new DateOnly(year, 5, 1), DayOfWeek.Monday),
        Feast.SpringHoliday => OnOrAfter(new DateOnly(year, 5, 25), DayOfWeek.Monday),
        Feast.SummerHoliday => OnOrAfter(new DateOnly(year, 8, 25), DayOfWeek.Monday),
        Feast.Diwali => Diwalis.Where(d => d.Year == year).Select(d => (DateOnly?)new DateOnly(d.Year, d.Month, d.Day)).FirstOrDefault(),
        Feast.Ramadan => Islamic(year, 9, 1),
        Feast.Eid => Islamic(year, 10, 1),
        _ => null,
    };

    /// <summary>The most recent day of a feast that is not after a day.</summary>
    public static DateOnly? Latest(Feast feast, DateOnly today) =>
        In(feast, today.Year) is { } day && day <= today ? day : In(feast, today.Year - 1);

    /// <summary>The bank holidays on a Monday, most recent first, that are not after a day.</summary>
    public static DateOnly LatestBankHolidayMonday(DateOnly today) =>
        new[] { Feast.EasterMonday, Feast.EarlyMay, Feast.SpringHoliday, Feast.SummerHoliday }.Max(feast => Latest(feast, today) ?? DateOnly.MinValue);

    private static DateOnly OnOrAfter(DateOnly day, DayOfWeek weekday) => day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);

    private static DateOnly? Islamic(int year, int month, int day)
    {
        if (year is < 1990 or > 2070)
            return null;
        var calendar = new UmAlQuraCalendar();
        var islamicYear = calendar.GetYear(new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));
        for (var y = islamicYear; y <= islamicYear + 1; y++)
            if (calendar.ToDateTime(y, month, day, 0, 0, 0, 0) is var date && date.Year == year)
                return DateOnly.FromDateTime(date);
        return null;
    }
}

/// <summary>Days with a name of their own.</summary>
internal enum Feast
{
    ChristmasEve,
    Christmas,
    BoxingDay,
    NewYearsEve,
    NewYear,
    Valentines,
    Halloween,
    BonfireNight,
    ArmisticeDay,
    RemembranceSunday,
    MothersDay,
    FathersDay,
    PancakeDay,
    GoodFriday,
    Easter,
    EasterMonday,
    EarlyMay,
    SpringHoliday,
    SummerHoliday,
    Diwali,
    Vaisakhi,
    Ramadan,
    Eid,
}
