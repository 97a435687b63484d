using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff;

public static partial class StaffWords
{
    /// <summary>What a task is for.</summary>
    public static string Of(TaskKind kind) => kind switch
    {
        TaskKind.Other => "Task",
        TaskKind.NextUpdate => "Give the next update",
        TaskKind.Repair => "See whether the repair was done",
        TaskKind.ConsentWithdrawn => "Tell the service that the person no longer agrees",
        _ => kind.ToString(),
    };

    /// <summary>By when, such as <c>Due today</c>, <c>Due tomorrow</c>, <c>Due Mon 30 Nov 2026</c>, <c>Overdue since Thu 26 Nov 2026</c>.</summary>
    public static string Due(DateTimeOffset due, DateTimeOffset now)
    {
        if (due < now)
            return $"Overdue since {StaffTime.DayOf(due)}";
        return (StaffTime.LondonDay(due).DayNumber - StaffTime.LondonDay(now).DayNumber) switch
        {
            0 => "Due today",
            1 => "Due tomorrow",
            _ => $"Due {StaffTime.DayOf(due)}",
        };
    }

    /// <summary>What is to be done.</summary>
    public static string Of(CaseTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return (task.Kind, task.What) switch
        {
            (TaskKind.Other, { } what) => what,
            (_, { } what) => $"{Of(task.Kind)}: {what}",
            _ => Of(task.Kind),
        };
    }
}
