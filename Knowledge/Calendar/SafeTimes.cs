using System.Collections.Frozen;

namespace ReportBot.Knowledge.Calendar;

/// <summary>When a person can be reached safely: certain days of the week, and from one time of day until another.</summary>
public sealed record SafeTimes
{
    /// <summary>Every day of the week.</summary>
    public static readonly IReadOnlySet<DayOfWeek> EveryDay = Enum.GetValues<DayOfWeek>().ToFrozenSet();

    /// <summary>At any time.</summary>
    public static SafeTimes Always { get; } = new();

    /// <summary>The safe days of the week; empty when no day is.</summary>
    public IReadOnlySet<DayOfWeek> Days { get; init; } = EveryDay;

    /// <summary>The time of day it becomes safe; null when it is from the start of the day.</summary>
    public TimeOnly? From { get; init; }

    /// <summary>The time of day it stops being safe; null when it is until the end of the day.</summary>
    public TimeOnly? Until { get; init; }
}
