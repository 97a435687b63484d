namespace ReportBot.Bot.Cases;

public sealed partial class CaseCommands
{
    /// <summary>Records what was agreed with the person, and when they hear next: a task until the update is recorded.</summary>
    public Task<CaseOutcome> AgreePlanAsync(CaseCommand command, NewPlan plan, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.PlanAgreed, (current, at) => CaseRules.AgreePlan(current, command, at, plan, times), cancellationToken);

    /// <summary>Records that the person was told how it stands.</summary>
    public Task<CaseOutcome> GiveUpdateAsync(CaseCommand command, NewUpdate update, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.UpdateGiven, (current, at) => CaseRules.GiveUpdate(current, command, at, update, times), cancellationToken);
}
