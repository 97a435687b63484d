namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    // Beyond that it is a slip of the keyboard.
    private const int MostDaysAhead = 730;

    /// <summary>Writes down something to be done.</summary>
    /// <param name="current">The case.</param>
    /// <param name="command">Who wants it.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="task">What is filled in.</param>
    /// <param name="owner">The colleague whose it is to be; null for whoever has the case, or when there is no such colleague.</param>
    /// <param name="times">Knows the working days.</param>
    public static CaseOutcome AddTask(Case current, CaseCommand command, DateTimeOffset at, NewTask task, Colleague? owner, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(task);
        return Wrong(Words(nameof(task.What), task.What, required: true), Day(nameof(task.Due), task.Due, at, times), Owner(current, task.Owner, owner))
            ?? (CaseOutcome)new CaseDone(current.With(new TaskAdded
            {
                Command = command.Id, At = at, By = command.Actor.Who,
                Kind = task.Kind, What = task.What!.Trim(), Owner = owner?.Actor.Who, Due = times.EndOf(task.Due!.Value), // Checked above.
            }));
    }

    /// <summary>Gives a task to somebody else, or another time.</summary>
    public static CaseOutcome MoveTask(Case current, CaseCommand command, DateTimeOffset at, TaskMove move, Colleague? owner, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(times);
        if (OpenTask(current, move.Task) is not { } task)
            return new TaskNotOpen();
        // What is overdue may go to somebody else without a new date.
        var isKept = move.Due is { } day && times.EndOf(day) == task.Due;
        return Wrong(isKept ? null : Day(nameof(move.Due), move.Due, at, times), Owner(current, move.Owner, owner))
            ?? (CaseOutcome)new CaseDone(current.With(new TaskMoved
            {
                Command = command.Id, At = at, By = command.Actor.Who, Task = task.Id, Owner = owner?.Actor.Who, Due = times.EndOf(move.Due!.Value), // Checked above.
            }));
    }

    /// <summary>Notes that a task is done.</summary>
    public static CaseOutcome FinishTask(Case current, CaseCommand command, DateTimeOffset at, Guid task)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(command);
        if (OpenTask(current, task) is not { } open)
            return new TaskNotOpen();
        return open.Kind is TaskKind.NextUpdate
            ? new UpdateNotRecorded()
            : new CaseDone(current.With(new TaskDone { Command = command.Id, At = at, By = command.Actor.Who, Task = task }));
    }

    /// <summary>Notes that a task is no longer needed.</summary>
    public static CaseOutcome DropTask(Case current, CaseCommand command, DateTimeOffset at, Guid task, string? reason)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(command);
        if (OpenTask(current, task) is null)
            return new TaskNotOpen();
        return Wrong(Words(TaskReason, reason, required: true))
            ?? (CaseOutcome)new CaseDone(current.With(new TaskDropped { Command = command.Id, At = at, By = command.Actor.Who, Task = task, Reason = reason!.Trim() })); // Checked above.
    }

    /// <summary>The name of the reason why a task is no longer needed, among what is filled in.</summary>
    public const string TaskReason = "NotNeededBecause";

    private static CaseTask? OpenTask(Case current, Guid id) => current.Tasks.FirstOrDefault(task => task.Id == id && task.State is TaskState.Open);

    private static FieldProblem? Owner(Case current, Guid? asked, Colleague? owner)
    {
        if (asked is null)
            return null;
        if (owner is null || !owner.Actor.Works)
            return new FieldProblem(nameof(NewTask.Owner), FieldProblemKind.NobodyThere);
        if (owner.IsAway)
            return new FieldProblem(nameof(NewTask.Owner), FieldProblemKind.Away);
        if (current.Walls.KeepOut(owner.Actor.Who.Id))
            return new FieldProblem(nameof(NewTask.Owner), FieldProblemKind.WalledOff);
        return owner.Actor.MaySee(current) ? null : new FieldProblem(nameof(NewTask.Owner), FieldProblemKind.NotTheirQueue);
    }

    // A day by whose end something is to be done.
    private static FieldProblem? Day(string field, DateOnly? day, DateTimeOffset now, CaseTimes times)
    {
        if (day is not { } given)
            return new FieldProblem(field, FieldProblemKind.Missing);
        if (given > times.DayOf(now).AddDays(MostDaysAhead))
            return new FieldProblem(field, FieldProblemKind.TooFar);
        if (times.EndOf(given) < now)
            return new FieldProblem(field, FieldProblemKind.InPast);
        return times.IsWorkingDay(given) ? null : new FieldProblem(field, FieldProblemKind.NotAWorkingDay);
    }
}

/// <summary>A task as it is filled in.</summary>
/// <param name="What">What is to be done; required.</param>
/// <param name="Due">By the end of which day; required, a working day.</param>
/// <param name="Owner">Whose it is; null for whoever has the case.</param>
/// <param name="Kind">What it is for.</param>
public sealed record NewTask(string? What, DateOnly? Due, Guid? Owner, TaskKind Kind = TaskKind.Other);

/// <summary>What a task is changed to.</summary>
/// <param name="Task">The task.</param>
/// <param name="Due">By the end of which day; required, a working day.</param>
/// <param name="Owner">Whose it is; null for whoever has the case.</param>
public sealed record TaskMove(Guid Task, DateOnly? Due, Guid? Owner);

/// <summary>There is no such task, or it is not open any more; nothing was changed.</summary>
public sealed record TaskNotOpen : CaseOutcome;

/// <summary>Recording the update is what does this task; nothing was changed.</summary>
public sealed record UpdateNotRecorded : CaseOutcome;
