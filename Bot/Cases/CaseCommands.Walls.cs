namespace ReportBot.Bot.Cases;

public sealed partial class CaseCommands
{
    /// <summary>Walls a case off from somebody who has a conflict of interest in it.</summary>
    /// <param name="command">The command.</param>
    /// <param name="conflict">Whose, and why.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public async Task<CaseOutcome> DeclareConflictAsync(CaseCommand command, Conflict conflict, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(conflict);
        var everybody = await staff.ListAsync(cancellationToken);
        var overseers = everybody.Select(one => one.Actor).Where(actor => actor.Oversees).ToList();
        var id = conflict.Who ?? command.Actor.Who.Id;
        var who = everybody.FirstOrDefault(one => one.Actor.Who.Id == id);
        return await ChangeAsync(command, AuditAction.ConflictDeclared, (current, at) => CaseRules.Declare(
            current,
            new ConflictDeclared { Command = command.Id, At = at, By = command.Actor.Who, Who = who?.Actor.Who ?? new StaffRef(id, ""), Kind = conflict.Kind, Reason = conflict.Reason ?? "" },
            command.Actor,
            who,
            overseers), cancellationToken);
    }

    /// <summary>Takes a wall down.</summary>
    /// <param name="command">The command.</param>
    /// <param name="who">The account the case is walled off from.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public Task<CaseOutcome> LiftConflictAsync(CaseCommand command, Guid who, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditAction.ConflictLifted, (current, at) => CaseRules.Lift(
            current,
            new ConflictLifted
            {
                Command = command.Id, At = at, By = command.Actor.Who,
                Who = current.Walls.Standing.GetValueOrDefault(who)?.Who ?? new StaffRef(who, ""), Reason = reason ?? "",
            },
            command.Actor), cancellationToken);
    }
}

/// <summary>A conflict of interest as it is filled in.</summary>
/// <param name="Who">The account of whoever has it; null for oneself.</param>
/// <param name="Kind">What they have to do with the case.</param>
/// <param name="Reason">Why; required.</param>
public sealed record Conflict(Guid? Who, ConflictKind Kind, string? Reason);
