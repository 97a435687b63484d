using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Tests.Calendar;

public sealed class BankHolidaysTests
{
    // The days as the government published them for England and Wales. 2017 to 2027 were compared, day by day, with copies of its own
    // feed (gov.uk/bank-holidays.json), and 2028 with a list made from it, on 26 November 2026.
    public static TheoryData<int, string> Published => new()
    {
        { 1999, "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec, 31 Dec" },
        { 2000, "3 Jan, 21 Apr, 24 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec" },
        { 2002, "1 Jan, 29 Mar, 1 Apr, 6 May, 3 Jun, 4 Jun, 26 Aug, 25 Dec, 26 Dec" },
        { 2010, "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec" },
        { 2011, "3 Jan, 22 Apr, 25 Apr, 29 Apr, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec" },
        { 2012, "2 Jan, 6 Apr, 9 Apr, 7 May, 4 Jun, 5 Jun, 27 Aug, 25 Dec, 26 Dec" },
        { 2013, "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec" },
        { 2014, "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec" },
        { 2015, "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec" },
        { 2016, "1 Jan, 25 Mar, 28 Mar, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec" },
        { 2017, "2 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec" },
        { 2018, "1 Jan, 30 Mar, 2 Apr, 7 May, 28 May, 27 Aug, 25 Dec, 26 Dec" },
        { 2019, "1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec" },
        { 2020, "1 Jan, 10 Apr, 13 Apr, 8 May, 25 May, 31 Aug, 25 Dec, 28 Dec" },
        { 2021, "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec" },
        { 2022, "3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec" },
        { 2023, "2 Jan, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec" },
        { 2024, "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec" },
        { 2025, "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec" },
        { 2026, "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec" },
        { 2027, "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec" },
        { 2028, "3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec" },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Are_the_days_the_government_published(int year, string published)
    {
        var days = BankHolidays.EnglandAndWales.In(year).Select(day => day.Date.ToString("d MMM", CultureInfo.InvariantCulture));

        Assert.Equal(published, string.Join(", ", days));
    }

    [Theory]
    [InlineData(2021, 12, 27, "Christmas Day")]
    [InlineData(2021, 12, 28, "Boxing Day")]
    [InlineData(2022, 12, 26, "Boxing Day")]
    [InlineData(2022, 12, 27, "Christmas Day")]
    [InlineData(2020, 5, 8, "Early May bank holiday")]
    [InlineData(2022, 6, 2, "Spring bank holiday")]
    [InlineData(2022, 9, 19, "State Funeral of Queen Elizabeth II")]
    [InlineData(2023, 5, 8, "Coronation of King Charles III")]
    public void Say_which_holiday_it_is(int year, int month, int day, string title) =>
        Assert.Equal(title, BankHolidays.EnglandAndWales.Title(new DateOnly(year, month, day)));

    [Theory]
    [InlineData(2020, 5, 4)]
    [InlineData(2022, 5, 30)]
    [InlineData(2026, 12, 26)]
    [InlineData(2026, 11, 22)]
    public void Leave_other_days_alone(int year, int month, int day)
    {
        var date = new DateOnly(year, month, day);

        Assert.False(BankHolidays.EnglandAndWales.Contains(date));
        Assert.Null(BankHolidays.EnglandAndWales.Title(date));
    }

    [Fact]
    public void Fall_on_weekdays_eight_or_more_a_year_in_every_year() => Prop.ForAll(Years, year =>
    {
        var days = BankHolidays.EnglandAndWales.In(year);
        return days.Length >= 8
            && days.All(day => day.Date.Year == year && day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            && days.Select(day => day.Date).Distinct().Count() == days.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hold_the_Easter_weekend_between_20_March_and_26_April() => Prop.ForAll(Years, year =>
    {
        var sunday = Easter.Sunday(year);
        return sunday.DayOfWeek == DayOfWeek.Sunday
            && sunday >= new DateOnly(year, 3, 22) && sunday <= new DateOnly(year, 4, 25)
            && BankHolidays.EnglandAndWales.Contains(sunday.AddDays(-2)) && BankHolidays.EnglandAndWales.Contains(sunday.AddDays(1));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    [InlineData(2076, 4, 19)]
    public void Know_the_hard_Easters(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), Easter.Sunday(year));

    [Fact]
    public void Refuse_years_the_rules_do_not_hold_for() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BankHolidays.EnglandAndWales.In(1977));

    [Fact]
    public void Take_a_holiday_proclaimed_later_as_data()
    {
        var proclaimed = ProclaimedHolidays.Embedded();
        var later = new BankHolidays(proclaimed with { Added = proclaimed.Added.Add(new AddedHoliday("A day of thanks", new DateOnly(2026, 11, 24))) });

        Assert.True(later.Contains(new DateOnly(2026, 11, 24)));
        Assert.Equal(new DateOnly(2026, 11, 25), new WorkingDays(later).NextAfter(new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public void Refuse_to_move_a_holiday_from_where_it_is_not()
    {
        var proclaimed = ProclaimedHolidays.Embedded();
        var wrong = proclaimed with { Moved = [new MovedHoliday("Spring bank holiday", new DateOnly(2027, 5, 24), new DateOnly(2027, 6, 4), "A slip")] };

        var thrown = Assert.Throws<KnowledgeDataException>(() => new BankHolidays(wrong));

        Assert.Contains("Calendar/bank-holidays.json", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("2027-05-24", thrown.Message, StringComparison.Ordinal);
    }

    private static Arbitrary<int> Years => Gen.Choose(BankHolidays.FirstYear, 2400).ToArbitrary();
}
