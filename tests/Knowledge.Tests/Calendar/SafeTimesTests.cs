using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Tests.Calendar;

public sealed class SafeTimesTests
{
    [Theory]
    [InlineData("only Thursdays", "Thu")]
    [InlineData("Thursday please", "Thu")]
    [InlineData("Mondays and Thursdays", "Mon Thu")]
    [InlineData("mon-wed", "Mon Tue Wed")]
    [InlineData("Monday to Friday, 9 to 5", "Mon Tue Wed Thu Fri 09:00-17:00")]
    [InlineData("Fri to Mon", "Sun Mon Fri Sat")]
    [InlineData("weekday mornings", "Mon Tue Wed Thu Fri -12:00")]
    [InlineData("weekends only", "Sun Sat")]
    [InlineData("any day but Friday", "Sun Mon Tue Wed Thu Sat")]
    [InlineData("Any time except Fridays", "Sun Mon Tue Wed Thu Sat")]
    [InlineData("not Mondays or Tuesdays", "Sun Wed Thu Fri Sat")]
    [InlineData("Not Monday, Tuesday or Wednesday", "Sun Thu Fri Sat")]
    [InlineData("never call on Fridays", "Sun Mon Tue Wed Thu Sat")]
    [InlineData("not Mondays but Thursdays are fine", "Thu")]
    [InlineData("I can't talk on Mondays. Thursdays are best.", "Thu")]
    [InlineData("after 6", "any 18:00-")]
    [InlineData("after 3.30pm", "any 15:30-")]
    [InlineData("before noon", "any -12:00")]
    [InlineData("between 10 and 2", "any 10:00-14:00")]
    [InlineData("2 to 4pm", "any 14:00-16:00")]
    [InlineData("9am \u2013 11am", "any 09:00-11:00")]
    [InlineData("at 10am", "any 10:00-11:00")]
    [InlineData("not after 6pm", "any -18:00")]
    [InlineData("not before 10 or after 4", "any 10:00-16:00")]
    [InlineData("not in the mornings", "any 12:00-")]
    [InlineData("mornings and afternoons", "any -18:00")]
    [InlineData("mornings or evenings", "any -12:00")]
    [InlineData("school hours", "any 09:00-15:00")]
    [InlineData("Thursdays only, not mornings", "Thu 12:00-")]
    [InlineData("Wed but not after 4", "Wed -16:00")]
    [InlineData("any time", "any")]
    [InlineData("Weekdays 14:00 to 16:00", "Mon Tue Wed Thu Fri 14:00-16:00")]
    public void Are_read_as_people_type_them(string typed, string read)
    {
        Assert.True(SafeTimes.TryRead(typed, out var safe));
        Assert.Equal(read, Shown(safe));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no")]
    [InlineData("I don't know")]
    [InlineData("he is home on Fridays")]
    [InlineData("when my husband is at work, Mondays")]
    [InlineData("Thursdays are not good")]
    [InlineData("not Mondays, Thursdays are fine")]
    [InlineData("Monday mornings and Thursday afternoons")]
    [InlineData("Mondays after 3, Thursdays any time")]
    [InlineData("Thursdays but mornings")]
    [InlineData("weekdays but Friday")]
    [InlineData("not between 12 and 2")]
    [InlineData("after work")]
    [InlineData("after 25")]
    [InlineData("from 4 to 4")]
    [InlineData("Thursdays maybe")]
    [InlineData("not any time")]
    [InlineData("call 07700 900123 on Thursday")]
    [InlineData("Thursday \ud83d\ude42")]
    public void Are_not_read_when_any_of_it_is_unclear(string? typed) => Assert.False(SafeTimes.TryRead(typed, out _));

    [Fact]
    public void Never_fail_on_any_text() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), typed =>
        !SafeTimes.TryRead(typed, out var safe) || safe.Days.Count > 0 || safe.Days.Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Are_exactly_the_days_named() => Prop.ForAll(WorkingDaysTests.DaySets, days =>
        days.Count == 0 || (SafeTimes.TryRead(string.Join(" or ", days), out var safe) && safe.Days.SetEquals(days))).QuickCheckThrowOnFailure();

    [Fact]
    public void Are_exactly_the_days_not_denied() => Prop.ForAll(WorkingDaysTests.DaySets, days =>
        days.Count == 0 || (SafeTimes.TryRead("not " + string.Join(" or ", days), out var safe) && !safe.Days.Overlaps(days) && safe.Days.Count == 7 - days.Count)).QuickCheckThrowOnFailure();

    private static string Shown(SafeTimes safe)
    {
        var days = safe.Days.Count == 7 ? "any" : string.Join(' ', safe.Days.Order().Select(day => day.ToString()[..3]));
        return safe.From is null && safe.Until is null ? days : $"{days} {safe.From:HH:mm}-{safe.Until:HH:mm}";
    }
}
