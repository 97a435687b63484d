using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Tests.Calendar;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Days = WorkingDays.EnglandAndWales;

    [Theory]
    [InlineData("2026-11-20", "2026-11-23")]
    [InlineData("2026-11-21", "2026-11-23")]
    [InlineData("2026-11-22", "2026-11-23")]
    [InlineData("2026-11-23", "2026-11-24")]
    [InlineData("2026-12-24", "2026-12-29")]
    [InlineData("2026-12-31", "2027-01-04")]
    [InlineData("2027-03-25", "2027-03-30")]
    [InlineData("2022-06-01", "2022-06-06")]
    [InlineData("2022-09-16", "2022-09-20")]
    public void The_next_passes_over_weekends_and_bank_holidays(string date, string next) =>
        Assert.Equal(DateOnly.Parse(next, null), Days.NextAfter(DateOnly.Parse(date, null)));

    [Fact]
    public void The_next_is_the_first_working_day_that_comes_after() => Prop.ForAll(Dates, date =>
    {
        var next = Days.NextAfter(date);
        var between = Enumerable.Range(1, next.DayNumber - date.DayNumber - 1).Select(date.AddDays);
        return next > date && Days.IsWorkingDay(next) && !between.Any(Days.IsWorkingDay) && next.DayNumber - date.DayNumber <= 5;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_next_on_certain_days_is_one_of_them_and_the_first() => Prop.ForAll(Dates, DaySets, (date, days) =>
    {
        var next = Days.NextAfter(date, days);
        if (!days.Any(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
            return next is null;
        return next is { } day && days.Contains(day.DayOfWeek) && Days.IsWorkingDay(day)
            && !Enumerable.Range(1, day.DayNumber - date.DayNumber - 1).Select(date.AddDays).Any(d => Days.IsWorkingDay(d) && days.Contains(d.DayOfWeek));
    }).QuickCheckThrowOnFailure();

    internal static Arbitrary<DateOnly> Dates =>
        Gen.Choose(new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2200, 1, 1).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    internal static Arbitrary<HashSet<DayOfWeek>> DaySets =>
        Gen.Choose(0, 127).Select(bits => Enum.GetValues<DayOfWeek>().Where(day => (bits >> (int)day & 1) == 1).ToHashSet()).ToArbitrary();
}
