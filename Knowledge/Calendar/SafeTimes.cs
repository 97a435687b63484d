using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

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

    /// <summary>True when that moment is safe, by the clock in London.</summary>
    public bool Holds(DateTimeOffset at)
    {
        var time = WallClock.London.TimeAt(at);
        return Days.Contains(WallClock.London.DateAt(at).DayOfWeek) && (From is not { } from || time >= from) && (Until is not { } until || time < until);
    }

    /// <summary>The first safe moment from that one on; null when none ever is.</summary>
    public DateTimeOffset? Next(DateTimeOffset at)
    {
        if (Holds(at))
            return at;
        var today = WallClock.London.DateAt(at);
        for (var day = today; day <= today.AddDays(7); day = day.AddDays(1))
        {
            var begins = WallClock.London.Moment(day, From ?? TimeOnly.MinValue);
            if (begins >= at && Holds(begins))
                return begins;
        }

        return null;
    }

    /// <summary>
    /// Reads safe times as people type them: "only Thursdays", "weekday mornings", "Mon to Wed after 4pm", "any day but Friday".
    /// False when any word is not understood, because half an answer about safety is none: staff then go by the words.
    /// </summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out SafeTimes? safe)
    {
        safe = typed is null || typed.Length > 200 ? null : SafeTimesReader.Read(typed);
        return safe is not null;
    }
}
