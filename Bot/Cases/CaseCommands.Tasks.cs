namespace ReportBot.Bot.Cases;

public sealed partial class CaseCommands
{
    /// <summary>Writes down something to be done about a case, for staff and for other parts that leave something to do.</summary>
    public async Task<CaseOutcome> AddTaskAsync(CaseCommand command, NewTask task, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        var owner = await ColleagueAsync(task.Owner, cancellationToken);
        return await ChangeAsync(command, AuditAction.TaskAdded, (current, at) => CaseRules.AddTask(current, command, at, task, owner, times), cancellationToken);
    }

    /// <summary>Gives a task to somebody else, or another time.</summary>
    public async Task<CaseOutcome> MoveTaskAsync(CaseCommand command, TaskMove move, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        var owner = await ColleagueAsync(move.Owner, cancellationToken);
        return await ChangeAsync(command, AuditAction.TaskMoved, (current, at) => CaseRules.MoveTask(current, command, at, move, owner, times), cancellationToken);
    }

    /// <summary>Notes that a task is done.</summary>
    public Task<CaseOutcome> FinishTaskAsync(CaseCommand command, Guid task, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.TaskDone, (current, at) => CaseRules.FinishTask(current, command, at, task), cancellationToken);

    /// <summary>Notes that a task is no longer needed.</summary>
    public Task<CaseOutcome> DropTaskAsync(CaseCommand command, Guid task, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.TaskDropped, (current, at) => CaseRules.DropTask(current, command, at, task, reason), cancellationToken);

    private async ValueTask<Colleague?> ColleagueAsync(Guid? id, CancellationToken cancellationToken) =>
        id is { } known ? await staff.FindAsync(known, cancellationToken) : null;
}
