using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Tests.Calendar;

public sealed class ContactPromisesTests
{
    private static readonly ContactPromises Promises = ContactPromises.Standard;

    [Theory]
    [InlineData("2026-11-20T20:00", "5pm on Monday 23 November")]
    [InlineData("2026-11-21T11:00", "5pm on Monday 23 November")]
    [InlineData("2026-11-22T23:59", "5pm on Monday 23 November")]
    [InlineData("2026-11-23T00:00", "5pm on Tuesday 24 November")]
    [InlineData("2026-11-23T09:00", "5pm on Tuesday 24 November")]
    [InlineData("2026-11-23T23:59", "5pm on Tuesday 24 November")]
    [InlineData("2026-11-24T00:30", "5pm on Wednesday 25 November")]
    [InlineData("2026-12-24T12:00", "5pm on Tuesday 29 December")]
    [InlineData("2026-12-31T18:00", "5pm on Monday 4 January")]
    [InlineData("2027-03-25T16:00", "5pm on Tuesday 30 March")]
    // The clocks go forward on 29 March 2026 and back on 25 October 2026.
    [InlineData("2026-03-27T20:00", "5pm on Monday 30 March")]
    [InlineData("2026-03-29T01:30", "5pm on Monday 30 March")]
    [InlineData("2026-03-30T00:30", "5pm on Tuesday 31 March")]
    [InlineData("2026-10-23T20:00", "5pm on Monday 26 October")]
    [InlineData("2026-10-25T01:30", "5pm on Monday 26 October")]
    [InlineData("2026-10-26T00:30", "5pm on Tuesday 27 October")]
    public void Fall_due_at_the_end_of_the_next_working_day(string london, string due) =>
        Assert.Equal(due, Spoken.Promise(Promises.For(London(london))));

    [Theory]
    [InlineData("2026-10-23T20:00", "2026-10-26T17:00:00Z")]
    [InlineData("2026-10-22T20:00", "2026-10-23T16:00:00Z")]
    [InlineData("2026-03-27T20:00", "2026-03-30T16:00:00Z")]
    [InlineData("2026-03-26T20:00", "2026-03-27T17:00:00Z")]
    public void Are_five_in_the_afternoon_in_London_summer_and_winter(string london, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc, null), Promises.For(London(london)).Due);

    [Fact]
    public void Go_by_the_date_in_London_and_not_by_that_of_the_server()
    {
        // Half past midnight on Tuesday 2 June in London is still Monday in UTC.
        var promise = Promises.For(DateTimeOffset.Parse("2026-06-01T23:30:00Z", null));

        Assert.Equal(new DateOnly(2026, 6, 3), promise.Day);
    }

    [Fact]
    public void Come_after_the_report_on_a_working_day_at_most_five_days_on() => Prop.ForAll(Moments, reported =>
    {
        var promise = Promises.For(reported);
        var day = WallClock.London.DateAt(reported);
        return promise.Due > reported && promise.Day > day && promise.Day.DayNumber - day.DayNumber <= 5
            && WorkingDays.EnglandAndWales.IsWorkingDay(promise.Day) && promise.Time == new TimeOnly(17, 0)
            && WallClock.London.DateAt(promise.Due) == promise.Day && WallClock.London.TimeAt(promise.Due) == promise.Time;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-11-22T12:00", DayOfWeek.Thursday, "5pm on Thursday 26 November", PromiseBasis.SafeTime)]
    [InlineData("2026-11-26T12:00", DayOfWeek.Thursday, "5pm on Thursday 3 December", PromiseBasis.SafeTime)]
    [InlineData("2026-11-22T12:00", DayOfWeek.Monday, "5pm on Monday 23 November", PromiseBasis.NextWorkingDay)]
    [InlineData("2026-12-20T12:00", DayOfWeek.Friday, "5pm on Friday 8 January", PromiseBasis.SafeTime)]
    [InlineData("2026-11-22T12:00", DayOfWeek.Sunday, "5pm on Monday 23 November", PromiseBasis.NoSafeTime)]
    public void Keep_to_the_safe_day(string london, DayOfWeek safe, string due, PromiseBasis basis)
    {
        var promise = Promises.ForSafeDays(London(london), new HashSet<DayOfWeek> { safe });

        Assert.Equal(due, Spoken.Promise(promise));
        Assert.Equal(basis, promise.Basis);
    }

    [Theory]
    [InlineData(null, "12:00", "noon on Monday 23 November", PromiseBasis.SafeTime)]
    [InlineData("10:00", "15:30", "3:30pm on Monday 23 November", PromiseBasis.SafeTime)]
    [InlineData("14:00", null, "5pm on Monday 23 November", PromiseBasis.NextWorkingDay)]
    [InlineData("18:00", "20:00", "5pm on Monday 23 November", PromiseBasis.NoSafeTime)]
    [InlineData(null, "08:30", "5pm on Monday 23 November", PromiseBasis.NoSafeTime)]
    public void Keep_to_the_safe_hours(string? from, string? until, string due, PromiseBasis basis)
    {
        var safe = new SafeTimes { From = Time(from), Until = Time(until) };

        var promise = Promises.ForSafeTimes(London("2026-11-22T12:00"), safe);

        Assert.Equal(due, Spoken.Promise(promise));
        Assert.Equal(basis, promise.Basis);
    }

    [Fact]
    public void Never_fall_on_a_day_that_is_not_safe() => Prop.ForAll(Moments, WorkingDaysTests.DaySets, (reported, days) =>
    {
        var promise = Promises.ForSafeDays(reported, days);
        return days.Count == 0
            ? promise == Promises.For(reported)
            : promise.Basis == PromiseBasis.NoSafeTime || days.Contains(promise.Day.DayOfWeek);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Are_told_at_another_time_of_day_where_that_is_set()
    {
        var options = new ContactPromiseOptions { TimeOfDay = new TimeOnly(17, 30) };

        var promise = new ContactPromises(options, WorkingDays.EnglandAndWales).For(London("2026-11-22T12:00"));

        Assert.Equal("5:30pm on Monday 23 November", Spoken.Promise(promise));
    }

    [Fact]
    public void Refuse_a_working_day_that_ends_before_it_begins()
    {
        var options = new ContactPromiseOptions { TimeOfDay = new TimeOnly(8, 0) };

        Assert.Throws<ArgumentException>(() => new ContactPromises(options, WorkingDays.EnglandAndWales));
    }

    [Theory]
    [InlineData("2026-11-24T14:00", "3 h left")]
    [InlineData("2026-11-24T16:15", "45 min left")]
    [InlineData("2026-11-24T09:00", "8 h left")]
    [InlineData("2026-11-24T16:59:30", "less than 1 min left")]
    [InlineData("2026-11-24T17:00", "less than 1 min left")]
    [InlineData("2026-11-23T15:30", "9 h 30 min of working time left")]
    [InlineData("2026-11-24T05:00", "8 h of working time left")]
    [InlineData("2026-11-24T17:20", "overdue")]
    [InlineData("2026-11-25T09:20", "overdue by 20 min of working time")]
    [InlineData("2026-11-30T09:00", "overdue by 24 h of working time")]
    public void Show_staff_the_working_time_left(string london, string clock)
    {
        var promise = Promises.For(London("2026-11-23T09:00"));

        Assert.Equal(clock, Promises.Clock(promise, London(london)).ToString());
    }

    [Fact]
    public void Have_a_clock_that_only_runs_down_until_it_is_overdue() => Prop.ForAll(Moments, Gen.Choose(0, 10_000).ToArbitrary(), (reported, minutes) =>
    {
        var promise = Promises.For(reported);
        var (earlier, later) = (Promises.Clock(promise, reported), Promises.Clock(promise, reported.AddMinutes(minutes)));
        return !earlier.IsOverdue && later.WorkingTime >= TimeSpan.Zero
            && later.IsOverdue == (reported.AddMinutes(minutes) > promise.Due)
            && (later.IsOverdue || later.WorkingTime <= earlier.WorkingTime);
    }).QuickCheckThrowOnFailure();

    internal static Arbitrary<DateTimeOffset> Moments =>
        Gen.Choose(0, 60 * 24 * 365 * 30).Select(minutes => new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes)).ToArbitrary();

    private static TimeOnly? Time(string? text) => text is null ? null : TimeOnly.Parse(text, null);

    internal static DateTimeOffset London(string text)
    {
        var at = DateTime.Parse(text, null);
        return WallClock.London.Moment(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
    }

    [Theory]
    [InlineData("2026-11-23T09:00", "2026-11-23T09:00")] // Monday morning
    [InlineData("2026-11-23T08:59", "2026-11-23T09:00")]
    [InlineData("2026-11-23T16:59", "2026-11-23T16:59")]
    [InlineData("2026-11-23T17:00", "2026-11-24T09:00")]
    [InlineData("2026-11-20T20:00", "2026-11-23T09:00")] // Friday evening
    [InlineData("2026-12-24T18:00", "2026-12-29T09:00")] // Christmas Eve
    public void People_are_at_work_in_working_hours_and_back_when_these_begin(string now, string next)
    {
        static DateTimeOffset At(string text) => DateTimeOffset.Parse(text + "Z", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(At(next), ContactPromises.Standard.AtWork(At(now)));
    }
}
