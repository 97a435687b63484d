namespace ReportBot.Bot.Cases;

public sealed partial class CaseCommands
{
    /// <summary>Records a number the police gave.</summary>
    public Task<CaseOutcome> RecordPoliceReferenceAsync(CaseCommand command, NewPoliceReference police, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.PoliceReferenceRecorded, (current, at) => CaseRules.RecordPolice(current, command, at, police, times), cancellationToken);

    /// <summary>Records that a repair was asked for, with a task to see whether it was done.</summary>
    public Task<CaseOutcome> RequestRepairAsync(CaseCommand command, NewRepair repair, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.RepairRequested, (current, at) => CaseRules.RequestRepair(current, command, at, repair, times), cancellationToken);

    /// <summary>Records that somebody outside was told something.</summary>
    public Task<CaseOutcome> DiscloseAsync(CaseCommand command, NewDisclosure told, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(told);
        var action = told.Agreement is DisclosureAgreement.No ? AuditAction.DisclosedAgainstChoice : AuditAction.Disclosed;
        return ChangeAsync(command, action, (current, at) => CaseRules.Disclose(current, command, at, told, times), cancellationToken);
    }

    /// <summary>Records what is done about who did it.</summary>
    public Task<CaseOutcome> RecordActionAsync(CaseCommand command, NewAction action, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.ActionRecorded, (current, at) => CaseRules.RecordAction(current, command, at, action, times), cancellationToken);

    /// <summary>Records what came of an action.</summary>
    public Task<CaseOutcome> EndActionAsync(CaseCommand command, Guid action, string? outcome, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.ActionEnded, (current, at) => CaseRules.EndAction(current, command, at, action, outcome), cancellationToken);
}
