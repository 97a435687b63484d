namespace ReportBot.Bot.Cases;

public sealed partial class CaseCommands
{
    /// <summary>Proposes a service to the person. Nothing is passed on by it.</summary>
    public Task<CaseOutcome> ProposeReferralAsync(CaseCommand command, string? service, string? why, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.ReferralProposed, (current, at) => CaseRules.ProposeReferral(current, command, at, service, why), cancellationToken);

    /// <summary>Records who agreed to a referral, when, and to what.</summary>
    public Task<CaseOutcome> ConsentReferralAsync(CaseCommand command, NewConsent consent, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.ReferralConsented, (current, at) => CaseRules.ConsentReferral(current, command, at, consent, times), cancellationToken);

    /// <summary>Records that the service was told.</summary>
    public Task<CaseOutcome> MakeReferralAsync(CaseCommand command, Guid referral, string? passedOn, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.ReferralMade, (current, at) => CaseRules.MakeReferral(current, command, at, referral, passedOn), cancellationToken);

    /// <summary>Records that a referral does not happen.</summary>
    public Task<CaseOutcome> DeclineReferralAsync(CaseCommand command, Guid referral, ReferralDecliner? decliner, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.ReferralDeclined, (current, at) => CaseRules.DeclineReferral(current, command, at, referral, decliner), cancellationToken);

    /// <summary>Records what the service answered.</summary>
    public Task<CaseOutcome> AnswerReferralAsync(CaseCommand command, Guid referral, string? answer, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.ReferralAnswered, (current, at) => CaseRules.AnswerReferral(current, command, at, referral, answer), cancellationToken);

    /// <summary>Records that the person no longer agrees to a referral.</summary>
    public Task<CaseOutcome> WithdrawConsentAsync(CaseCommand command, Guid referral, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.ConsentWithdrawn, (current, at) => CaseRules.WithdrawConsent(current, command, at, referral, times), cancellationToken);
}
