using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Tests.Calendar;

public sealed class WorkingHoursTests
{
    // London moments as "yyyy-MM-dd HH:mm".
    [Theory]
    [InlineData("2026-11-23 10:00", 2, "2026-11-23 12:00")]
    [InlineData("2026-11-23 16:00", 2, "2026-11-24 10:00")]
    [InlineData("2026-11-20 18:30", 2, "2026-11-23 11:00")]
    [InlineData("2026-11-23 07:00", 8, "2026-11-23 17:00")]
    [InlineData("2026-12-24 16:00", 2, "2026-12-29 10:00")]
    [InlineData("2027-08-27 16:30", 1, "2027-08-31 09:30")]
    [InlineData("2026-10-23 16:00", 2, "2026-10-26 10:00")]
    public void The_moment_after_so_much_working_time_passes_over_nights_weekends_and_bank_holidays(string from, int hours, string expected)
    {
        Assert.Equal(London(expected), WorkingHours.Standard.After(London(from), TimeSpan.FromHours(hours)));
    }

    [Theory]
    [InlineData("2026-11-24 17:00", 4, "2026-11-24 13:00")]
    [InlineData("2026-11-24 10:00", 4, "2026-11-23 14:00")]
    [InlineData("2026-12-29 17:00", 8, "2026-12-29 09:00")]
    [InlineData("2026-12-29 10:00", 2, "2026-12-24 16:00")]
    [InlineData("2027-08-31 09:30", 1, "2027-08-27 16:30")]
    public void The_moment_before_so_much_working_time_is_left_does_so_too(string to, int hours, string expected)
    {
        Assert.Equal(London(expected), WorkingHours.Standard.Before(London(to), TimeSpan.FromHours(hours)));
    }

    [Fact]
    public void After_and_between_agree_at_any_minute_of_a_month_with_holidays()
    {
        var random = new Random(20261126);
        var begin = London("2026-12-15 00:00");
        for (var i = 0; i < 2000; i++)
        {
            var from = begin.AddMinutes(random.Next(30 * 24 * 60));
            var working = TimeSpan.FromMinutes(random.Next(1, 1000));
            var after = WorkingHours.Standard.After(from, working);
            Assert.Equal(working, WorkingHours.Standard.Between(from, after));
            Assert.True(WorkingHours.Standard.Between(from, after.AddMinutes(-1)) < working);
        }
    }

    private static DateTimeOffset London(string text)
    {
        var local = DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return WallClock.London.Moment(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}
