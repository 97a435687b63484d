namespace ReportBot.Bot.Cases;

public sealed partial class CaseTimes
{
    /// <summary>The day a moment lies on, where the association works.</summary>
    public DateOnly DayOf(DateTimeOffset at) => hours.DayOf(at);

    /// <summary>True when people work on that day.</summary>
    public bool IsWorkingDay(DateOnly day) => hours.IsWorkingDay(day);

    /// <summary>The first working day after the one a moment lies on.</summary>
    public DateOnly NextWorkingDay(DateTimeOffset at) => hours.NextWorkingDay(hours.DayOf(at));

    /// <summary>When work on that day ends, UTC: what is due on a day is due by then.</summary>
    public DateTimeOffset EndOf(DateOnly day) => hours.End(day);
}
