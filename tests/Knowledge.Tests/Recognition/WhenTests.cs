using System.Globalization;
using ReportBot.Knowledge.Recognition;

namespace ReportBot.Knowledge.Tests.Recognition;

public sealed class WhenTests
{
    // A Thursday afternoon in London.
    private static readonly DateTimeOffset Now = new(2026, 11, 19, 15, 20, 0, TimeSpan.Zero);

    private readonly Extractor _extractor = new();

    [Theory]
    [InlineData("last Tuesday about 6", "2026-11-17", "2026-11-17", "18:00", true, false)]
    [InlineData("yesterday evening", "2026-11-18", "2026-11-18", null, false, false)]
    [InlineData("last night about 2", "2026-11-19", "2026-11-19", "02:00", true, false)]
    [InlineData("this morning around 8.30", "2026-11-19", "2026-11-19", "08:30", true, false)]
    [InlineData("on Saturday at 11pm", "2026-11-14", "2026-11-14", "23:00", false, false)]
    [InlineData("18:45 on 14/11/26", "2026-11-14", "2026-11-14", "18:45", false, false)]
    [InlineData("3rd Nov 2025 at half past nine", "2025-11-03", "2025-11-03", "09:30", true, false)]
    [InlineData("twenty past three on Sunday afternoon", "2026-11-15", "2026-11-15", "15:20", false, false)]
    [InlineData("quarter to 8 this morning", "2026-11-19", "2026-11-19", "07:45", false, false)]
    [InlineData("12/10", "2026-10-12", "2026-10-12", null, false, false)]
    [InlineData("12 december", "2025-12-12", "2025-12-12", null, false, false)]
    [InlineData("2026-10-03", "2026-10-03", "2026-10-03", null, false, false)]
    [InlineData("the 3rd", "2026-11-03", "2026-11-03", null, false, false)]
    [InlineData("Tuesday before last", "2026-11-10", "2026-11-10", null, false, false)]
    [InlineData("a week last Friday", "2026-11-06", "2026-11-06", null, false, false)]
    [InlineData("a couple of weeks ago", "2026-11-05", "2026-11-05", null, true, false)]
    [InlineData("the other night", "2026-11-12", "2026-11-18", null, true, false)]
    [InlineData("at the weekend", "2026-11-14", "2026-11-15", null, true, false)]
    [InlineData("last month", "2026-10-01", "2026-10-31", null, true, false)]
    [InlineData("Christmas Eve", "2025-12-24", "2025-12-24", null, false, false)]
    [InlineData("bank holiday Monday", "2026-08-31", "2026-08-31", null, false, false)]
    [InlineData("bonfire night", "2026-11-05", "2026-11-05", null, false, false)]
    [InlineData("between 10 and 12 October", "2026-10-10", "2026-10-12", null, false, false)]
    [InlineData("from Monday to Wednesday", "2026-11-16", "2026-11-18", null, false, false)]
    [InlineData("since lockdown", "2020-03-23", null, null, true, false)]
    [InlineData("every night since August", "2026-08-01", null, null, false, true)]
    [InlineData("for the past three weeks", "2026-10-29", null, null, true, false)]
    [InlineData("most nights", "2026-11-19", null, null, true, true)]
    public void Reads_days_and_times_the_British_way(string words, string from, string? to, string? time, bool approximate, bool recurring)
    {
        var when = _extractor.When(words, Now);

        Assert.NotNull(when);
        Assert.Equal(words, when.Words);
        Assert.Equal(DateOnly.Parse(from, CultureInfo.InvariantCulture), when.From);
        Assert.Equal(to is null ? null : DateOnly.Parse(to, CultureInfo.InvariantCulture), when.To);
        Assert.Equal(time is null ? null : TimeOnly.Parse(time, CultureInfo.InvariantCulture), when.Time);
        Assert.Equal(approximate, when.IsApproximate);
        Assert.Equal(recurring, when.Recurring);
    }

    [Theory]
    [InlineData("I don't know")]
    [InlineData("next Tuesday")]
    [InlineData("tomorrow")]
    [InlineData("30/02/2026")]
    [InlineData("24/7")]
    [InlineData("")]
    public void Reads_nothing_where_nothing_past_is_told(string words)
    {
        var when = _extractor.When(words, Now);

        Assert.Null(when);
    }
}
