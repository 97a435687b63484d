using System.Globalization;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Tests.Calendar;

public sealed class SpokenTests
{
    [Theory]
    [InlineData("17:00", "5pm")]
    [InlineData("17:30", "5:30pm")]
    [InlineData("12:00", "noon")]
    [InlineData("12:05", "12:05pm")]
    [InlineData("00:00", "midnight")]
    [InlineData("00:30", "12:30am")]
    [InlineData("09:00", "9am")]
    [InlineData("23:59", "11:59pm")]
    public void Time_is_said_as_people_say_it(string time, string said) =>
        Assert.Equal(said, Spoken.Time(TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    [Fact]
    public void Days_are_British_whatever_the_culture_of_the_thread()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        try
        {
            Assert.Equal("Tuesday 24 November", Spoken.Day(new DateOnly(2026, 11, 24)));
            Assert.Equal("Friday 1 January 2027", Spoken.FullDay(new DateOnly(2027, 1, 1)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(new[] { DayOfWeek.Thursday }, "Thursdays")]
    [InlineData(new[] { DayOfWeek.Thursday, DayOfWeek.Monday }, "Mondays and Thursdays")]
    [InlineData(new[] { DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Friday }, "Mondays, Fridays and Sundays")]
    [InlineData(new DayOfWeek[0], "")]
    public void Weekdays_are_named_as_a_habit(DayOfWeek[] days, string said) => Assert.Equal(said, Spoken.Weekdays(days));
}
