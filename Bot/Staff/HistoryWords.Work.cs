using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff;

public static partial class HistoryWords
{
    private static HistoryLine? Work(CaseEvent happened, string who) => happened switch
    {
        TaskAdded task => new(happened.At, $"{who} wrote down a task{(task.Owner is { } owner ? $" for {owner.Name}" : "")}, due {StaffTime.DayOf(task.Due)}.", task.What),
        TaskMoved moved => new(happened.At, $"{who} changed a task: {(moved.Owner is { } owner ? $"{owner.Name}’s" : "for whoever has the case")}, due {StaffTime.DayOf(moved.Due)}.", null),
        TaskDone => new(happened.At, $"{who} did a task.", null),
        TaskDropped dropped => new(happened.At, $"{who} closed a task that is no longer needed.", dropped.Reason),
        PlanAgreed plan => new(happened.At, $"{who} agreed with the person what happens next. The next update is due {StaffTime.DayOf(plan.NextUpdate)}.", plan.Agreed),
        UpdateGiven update => new(happened.At, $"{who} told the person how it stands. {StaffWords.Of(update.Way)}. {NextUpdate(update)}", update.Told),
        _ => null,
    };

    private static string NextUpdate(UpdateGiven update) =>
        update.NextUpdate is { } next ? $"The next update is due {StaffTime.DayOf(next)}." : $"No further update is owed: {update.NoneBecause}";
}
