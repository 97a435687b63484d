using System.Globalization;

namespace ReportBot.Knowledge.Calendar;

/// <summary>How a contact promise stands.</summary>
/// <param name="IsOverdue">True once the moment it fell due has passed.</param>
/// <param name="WorkingTime">The working time left, or passed since it fell due; zero or more.</param>
/// <param name="ClockTime">The same on any clock, nights and weekends and all; never less than the working time.</param>
public sealed record ContactClock(bool IsOverdue, TimeSpan WorkingTime, TimeSpan ClockTime)
{
    /// <summary>
    /// The clock in staff's words, such as <c>3 h left</c>, <c>1 h 5 min left</c>, <c>overdue by 20 min</c>. Where the working time is not what a
    /// clock shows it says so: <c>9 h 30 min of working time left</c>. Minutes are rounded down, so it never shows more than there is.
    /// </summary>
    public override string ToString()
    {
        var minutes = (int)WorkingTime.TotalMinutes;
        if (minutes == 0)
            return IsOverdue ? "overdue" : "less than 1 min left";
        var time = Words(minutes) + (minutes == (int)ClockTime.TotalMinutes ? "" : " of working time");
        return IsOverdue ? $"overdue by {time}" : $"{time} left";
    }

    private static string Words(int minutes)
    {
        var (hours, rest) = Math.DivRem(minutes, 60);
        return (hours, rest) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{rest} min"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{hours} h"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{hours} h {rest} min"),
        };
    }
}
