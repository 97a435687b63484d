using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Services;
using ReportBot.Knowledge.Tests.Calendar;

namespace ReportBot.Knowledge.Tests.Services;

public sealed class OpeningHoursTests
{
    private static readonly OpeningHours TenToThree = Weekdays("10:00", "15:00", BankHolidayHours.Unknown);

    [Theory]
    [InlineData("2026-11-23T10:00", "Open now, until 3pm")]
    [InlineData("2026-11-23T14:59", "Open now, until 3pm")]
    [InlineData("2026-11-23T15:00", "Opens Tuesday 10am")]
    [InlineData("2026-11-23T09:59", "Opens at 10am")]
    [InlineData("2026-11-20T18:00", "Opens Monday 10am")]
    [InlineData("2026-11-22T12:00", "Opens Monday 10am")]
    // On and before a bank holiday nothing is said that may be untrue.
    [InlineData("2026-12-25T11:00", "Hours may differ on a bank holiday")]
    [InlineData("2026-12-24T16:00", "Closed now. Hours may differ on Friday, a bank holiday")]
    [InlineData("2026-12-24T11:00", "Open now, until 3pm")]
    [InlineData("2026-12-27T11:00", "Closed now. Hours may differ on Monday, a bank holiday")]
    // Both clock changes.
    [InlineData("2026-03-29T23:30", "Opens Monday 10am")]
    [InlineData("2026-03-30T09:59", "Opens at 10am")]
    [InlineData("2026-10-26T10:00", "Open now, until 3pm")]
    public void Say_how_they_stand_in_London(string london, string words) =>
        Assert.Equal(words, TenToThree.StatusAt(ContactPromisesTests.London(london)).Words);

    [Theory]
    [InlineData("2026-12-25T11:00", "Opens Tuesday 10am")]
    [InlineData("2026-12-24T16:00", "Opens Tuesday 10am")]
    public void Pass_over_bank_holidays_when_the_data_says_closed(string london, string words) =>
        Assert.Equal(words, Weekdays("10:00", "15:00", BankHolidayHours.Closed).StatusAt(ContactPromisesTests.London(london)).Words);

    [Fact]
    public void Hold_on_bank_holidays_when_the_data_says_so() =>
        Assert.Equal("Open now, until 3pm", Weekdays("10:00", "15:00", BankHolidayHours.AsUsual).StatusAt(ContactPromisesTests.London("2026-12-25T11:00")).Words);

    [Theory]
    [InlineData("2026-11-27T23:30", true, "Open now, until Saturday 2am")]
    [InlineData("2026-11-28T01:59", true, "Open now, until 2am")]
    [InlineData("2026-11-28T02:00", false, "Opens Friday 8pm")]
    [InlineData("2026-11-27T19:00", false, "Opens at 8pm")]
    public void Run_past_midnight(string london, bool open, string words)
    {
        var hours = OpeningHours.Weekly([new(DayOfWeek.Friday, new(20, 0), new(2, 0))], BankHolidayHours.AsUsual);

        Assert.Equal(open, hours.OpenNow(ContactPromisesTests.London(london)));
        Assert.Equal(words, hours.StatusAt(ContactPromisesTests.London(london)).Words);
    }

    [Fact]
    public void Give_the_date_when_the_next_time_is_a_week_away()
    {
        var hours = OpeningHours.Weekly([new(DayOfWeek.Monday, new(10, 0), new(11, 0))], BankHolidayHours.AsUsual);

        Assert.Equal("Opens Monday 30 November 10am", hours.StatusAt(ContactPromisesTests.London("2026-11-23T12:00")).Words);
    }

    [Fact]
    public void Join_windows_that_touch()
    {
        var hours = OpeningHours.Weekly(
            [new(DayOfWeek.Saturday, new(9, 0), new(0, 0)), new(DayOfWeek.Sunday, new(0, 0), new(12, 0))], BankHolidayHours.AsUsual);

        Assert.Equal("Open now, until Sunday noon", hours.StatusAt(ContactPromisesTests.London("2026-11-28T22:00")).Words);
    }

    [Fact]
    public void Never_close_when_they_are_always() => Prop.ForAll(ContactPromisesTests.Moments, at =>
        OpeningHours.Always.OpenNow(at) == true && OpeningHours.Always.StatusAt(at).Words == "Open now").QuickCheckThrowOnFailure();

    [Fact]
    public void Say_nothing_when_they_are_not_known() => Prop.ForAll(ContactPromisesTests.Moments, at =>
        OpeningHours.Unknown.OpenNow(at) is null && OpeningHours.Unknown.StatusAt(at).Words is null && OpeningHours.Unknown.Words is null).QuickCheckThrowOnFailure();

    [Fact]
    public void Are_open_exactly_inside_a_window_on_a_day_that_is_no_bank_holiday() => Prop.ForAll(
        ContactPromisesTests.Moments, Windows, (at, windows) =>
        {
            var (day, time) = (WallClock.London.DateAt(at), WallClock.London.TimeAt(at));
            var inside = windows.Any(window => window.Day == day.DayOfWeek && window.Opens <= time && time < window.Closes);
            var open = OpeningHours.Weekly(windows, BankHolidayHours.Unknown).OpenNow(at);
            return BankHolidays.EnglandAndWales.Contains(day) ? open is null : open is { } known ? known == inside : !inside;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Open_when_they_say_they_will() => Prop.ForAll(ContactPromisesTests.Moments, Windows, (at, windows) =>
    {
        var hours = OpeningHours.Weekly(windows, BankHolidayHours.Closed);
        var status = hours.StatusAt(at);
        if (status is not { Kind: OpenKind.Closed, Day: { } day, Time: { } time })
            return status.Kind == OpenKind.Open;
        var opens = WallClock.London.Moment(day, time);
        return opens > at && hours.OpenNow(opens) == true && hours.OpenNow(opens.AddMinutes(-1)) == false;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Monday to Friday, 10am to 3pm")]
    public void Are_put_into_words(string words) => Assert.Equal(words, TenToThree.Words);

    [Fact]
    public void Put_days_with_the_same_hours_together()
    {
        var hours = OpeningHours.Weekly(
            [
                new(DayOfWeek.Monday, new(9, 0), new(12, 0)), new(DayOfWeek.Monday, new(13, 30), new(17, 0)),
                new(DayOfWeek.Thursday, new(9, 0), new(12, 0)), new(DayOfWeek.Thursday, new(13, 30), new(17, 0)),
                new(DayOfWeek.Saturday, new(10, 0), new(0, 0)),
            ],
            BankHolidayHours.Unknown);

        Assert.Equal("Monday and Thursday, 9am to noon and 1:30pm to 5pm; Saturday, 10am to midnight", hours.Words);
    }

    [Fact]
    public void Need_a_window() => Assert.Throws<ArgumentException>(() => OpeningHours.Weekly([], BankHolidayHours.Unknown));

    private static OpeningHours Weekdays(string opens, string closes, BankHolidayHours onBankHolidays) => OpeningHours.Weekly(
        [.. Enumerable.Range(1, 5).Select(day => new OpeningWindow((DayOfWeek)day, TimeOnly.Parse(opens, null), TimeOnly.Parse(closes, null)))], onBankHolidays);

    // Windows within one day, away from the hours at which the clocks change.
    private static Arbitrary<ImmutableArray<OpeningWindow>> Windows =>
        (from day in Gen.Choose(0, 6)
         from opens in Gen.Choose(6, 20)
         from length in Gen.Choose(1, 3)
         select new OpeningWindow((DayOfWeek)day, new TimeOnly(opens, 0), new TimeOnly(opens + length, 0)))
        .NonEmptyListOf().Select(windows => windows.ToImmutableArray()).ToArbitrary();
}
