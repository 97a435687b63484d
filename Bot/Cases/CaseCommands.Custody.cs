using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public sealed partial class CaseCommands
{
    /// <summary>Takes a case.</summary>
    public Task<CaseOutcome> ClaimAsync(CaseCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditAction.CaseClaimed, (current, at) => CaseRules.Claim(
            current, new CaseClaimed { Command = command.Id, At = at, By = command.Actor.Who, ReturnAt = times.ReturnAt(current, at) }), cancellationToken);
    }

    /// <summary>Gives a case back to its queue.</summary>
    public Task<CaseOutcome> ReleaseAsync(CaseCommand command, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditAction.CaseReleased, (current, at) => CaseRules.Release(
            current, new CaseReleased { Command = command.Id, At = at, By = command.Actor.Who, Reason = reason }, command.Actor.Oversees), cancellationToken);
    }

    /// <summary>Hands a case to a colleague, to another queue, or both.</summary>
    public async Task<CaseOutcome> TransferAsync(CaseCommand command, Transfer transfer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(transfer);
        var to = transfer.To is { } id ? await staff.FindAsync(id, cancellationToken) : null;
        IReadOnlyList<Colleague> everybody = transfer.Queue is null ? [] : await staff.ListAsync(cancellationToken);
        return await ChangeAsync(command, AuditAction.CaseTransferred, (current, at) =>
        {
            var moved = Moved(command, transfer, to, current, at);
            return CaseRules.Transfer(CaseRules.LeftBehind(current, moved.Queue, everybody, at), moved, command.Actor, to);
        }, cancellationToken);
    }

    /// <summary>Asks the next level up about a case.</summary>
    public Task<CaseOutcome> EscalateAsync(CaseCommand command, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditAction.CaseEscalated, (current, at) => CaseRules.Escalate(current, Asked(command, reason, current.Standing, at)), cancellationToken);
    }

    private CaseTransferred Moved(CaseCommand command, Transfer transfer, Colleague? to, Case current, DateTimeOffset at) => new()
    {
        Command = command.Id,
        At = at,
        By = command.Actor.Who,
        To = to?.Actor.Who ?? (transfer.To is { } unknown ? new StaffRef(unknown, "") : null),
        Queue = transfer.Queue ?? current.Standing.Queue,
        Cause = MoveCause.Asked,
        Reason = transfer.Reason,
        ReturnAt = transfer.To is null ? null : times.ReturnAt(current, at),
    };

    private CaseEscalated Asked(CaseCommand command, string? reason, CaseStanding standing, DateTimeOffset at)
    {
        var level = standing.Level is CaseLevel.Team ? CaseLevel.Manager : CaseLevel.CommunitySafetyManager;
        return new CaseEscalated
        {
            Command = command.Id,
            At = at,
            By = command.Actor.Who,
            Level = level,
            Cause = MoveCause.Asked,
            Reason = reason,
            EscalateAt = level is CaseLevel.Manager && standing.Contact is null ? times.CommunitySafetyManagerAt(at) : null,
        };
    }
}

/// <summary>A handing on as staff fill it in.</summary>
/// <param name="To">The colleague; null to leave it in the queue for anyone.</param>
/// <param name="Queue">The queue; null for the one it is in.</param>
/// <param name="Reason">What the next person should know; required.</param>
public sealed record Transfer(Guid? To, Queue? Queue, string? Reason);
