using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Tests.Calendar;

public sealed class WallClockTests
{
    [Theory]
    [InlineData("2026-11-24", "17:00", "2026-11-24T17:00:00Z")]
    [InlineData("2026-07-01", "17:00", "2026-07-01T16:00:00Z")]
    [InlineData("2026-03-29", "00:59", "2026-03-29T00:59:00Z")]
    [InlineData("2026-03-29", "01:30", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29", "02:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25", "01:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25", "02:00", "2026-10-25T02:00:00Z")]
    public void Finds_the_moment_a_time_is_shown_in_London(string date, string time, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, null), WallClock.London.Moment(DateOnly.Parse(date, null), TimeOnly.Parse(time, null)));

    [Theory]
    [InlineData("2026-11-24T00:30:00Z", "2026-11-24")]
    [InlineData("2026-06-30T23:30:00Z", "2026-07-01")]
    [InlineData("2026-03-29T23:10:00Z", "2026-03-30")]
    public void Tells_the_date_in_London(string moment, string date) =>
        Assert.Equal(DateOnly.Parse(date, null), WallClock.London.DateAt(DateTimeOffset.Parse(moment, null)));

    [Fact]
    public void Shows_again_what_a_moment_was_made_from_unless_the_clocks_pass_it_over() => Prop.ForAll(
        WorkingDaysTests.Dates, Gen.Choose(0, 1439).ToArbitrary(), (date, minute) =>
        {
            var time = new TimeOnly(minute / 60, minute % 60);
            var moment = WallClock.London.Moment(date, time);
            var isPassedOver = WallClock.London.TimeAt(moment) != time;
            return moment.Offset == TimeSpan.Zero && WallClock.London.DateAt(moment) == date
                && (!isPassedOver || (time.Hour == 1 && WallClock.London.TimeAt(moment) == new TimeOnly(2, 0)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Refuses_a_zone_that_is_not_one() =>
        Assert.Throws<TimeZoneNotFoundException>(() => WallClock.In("Europe/Sevenoaks"));
}
