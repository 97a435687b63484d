namespace ReportBot.Bot.Cases;

public sealed partial class CaseCommands
{
    /// <summary>Records somebody involved in a case.</summary>
    public Task<CaseOutcome> AddInvolvedAsync(CaseCommand command, InvolvedFields typed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(typed);
        return ChangeAsync(command, AuditAction.InvolvedAdded, (current, at) => CaseRules.AddInvolved(
            current, new InvolvedAdded { Command = command.Id, At = at, By = command.Actor.Who, Person = typed.Read(Case.IdOf($"involved:{command.Id:N}")) }, typed), cancellationToken);
    }

    /// <summary>Changes what is recorded of somebody.</summary>
    /// <param name="command">The command.</param>
    /// <param name="person">Whom, and what was seen of them last.</param>
    /// <param name="typed">What is to stand.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public Task<CaseOutcome> ChangeInvolvedAsync(CaseCommand command, InvolvedSeen person, InvolvedFields typed, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(typed);
        return ChangeAsync(command, AuditAction.InvolvedChanged, (current, at) => CaseRules.ChangeInvolved(
            current, new InvolvedChanged { Command = command.Id, At = at, By = command.Actor.Who, Person = typed.Read(person.Id), Reason = reason ?? "" }, typed, person.Basis), cancellationToken);
    }

    /// <summary>Takes somebody out of the people involved.</summary>
    /// <param name="command">The command.</param>
    /// <param name="person">Whom, and what was seen of them last.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public Task<CaseOutcome> RemoveInvolvedAsync(CaseCommand command, InvolvedSeen person, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditAction.InvolvedRemoved, (current, at) => CaseRules.RemoveInvolved(
            current,
            new InvolvedRemoved
            {
                Command = command.Id, At = at, By = command.Actor.Who, Person = person.Id, Reason = reason ?? "",
                Role = current.Involved.FirstOrDefault(one => one.Person.Id == person.Id)?.Person.Role ?? InvolvedRole.Other,
            },
            person.Basis), cancellationToken);
    }
}

/// <summary>Somebody involved as they were seen.</summary>
/// <param name="Id">Their id within the case.</param>
/// <param name="Basis">The command of the change that was seen last.</param>
public readonly record struct InvolvedSeen(Guid Id, Guid Basis);
