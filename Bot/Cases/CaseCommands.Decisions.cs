using System.Collections.Immutable;
using ReportBot.Bot.Handoff;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public sealed partial class CaseCommands
{
    /// <summary>Judges whether it is a hate incident or a possible hate crime.</summary>
    /// <param name="command">The command.</param>
    /// <param name="judgement">The judgement; null when none was chosen, which is refused.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="seen">The command of the judgement seen before; null when there was none.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public Task<CaseOutcome> JudgeAsync(CaseCommand command, Judgement? judgement, string? reason, Guid? seen, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.JudgementMade, (current, at) => judgement is not { } chosen ? CaseRules.Missing(nameof(JudgementMade.Judgement)) : CaseRules.Judge(
            current, new JudgementMade { Command = command.Id, At = at, By = command.Actor.Who, Judgement = chosen, Reason = reason?.Trim() ?? "" }, seen), cancellationToken);

    /// <summary>Puts a case into another risk band.</summary>
    /// <param name="command">The command.</param>
    /// <param name="band">The band; null when none was chosen, which is refused.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="seen">The command that set the band seen before; null when none had.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public Task<CaseOutcome> SetRiskAsync(CaseCommand command, RiskBand? band, string? reason, Guid? seen, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.RiskOverridden, (current, at) => band is not { } chosen ? CaseRules.Missing(nameof(RiskOverridden.Band)) : CaseRules.SetRisk(
            current, new RiskOverridden { Command = command.Id, At = at, By = command.Actor.Who, Band = chosen, Reason = reason?.Trim() ?? "" }, seen), cancellationToken);

    /// <summary>Records that somebody perceives it as hate.</summary>
    public Task<CaseOutcome> PerceiveAsync(CaseCommand command, Perceiver who, ImmutableArray<Characteristic> about, string? remark, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.PerceivedAsHate, (current, at) => CaseRules.Perceive(current, new PerceivedAsHate
        {
            Command = command.Id, At = at, By = command.Actor.Who, Perceiver = who, About = about, Remark = remark,
        }), cancellationToken);

    /// <summary>Records the person's own view of what was done.</summary>
    public Task<CaseOutcome> RecordViewAsync(CaseCommand command, Satisfaction? view, string? said, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.ViewRecorded, (current, at) => view is not { } chosen ? CaseRules.Missing(nameof(ViewRecorded.View)) : CaseRules.RecordView(
            current, new ViewRecorded { Command = command.Id, At = at, By = command.Actor.Who, View = chosen, Said = said }), cancellationToken);

    /// <summary>Closes a case, or asks a second person to agree where that is needed.</summary>
    public Task<CaseOutcome> CloseAsync(CaseCommand command, ClosingOutcome? outcome, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditEntry.ActionOf, (current, at) => outcome is not { } chosen
            ? CaseRules.Missing(nameof(CaseClosed.Outcome))
            : CaseRules.Close(current, Closing(command, chosen, reason, at), command.Actor, times), cancellationToken);
    }

    /// <summary>Agrees as the second person that a case is plain nuisance.</summary>
    public Task<CaseOutcome> ConfirmNotHateAsync(CaseCommand command, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(
            command, AuditAction.CaseClosed, (current, at) => CaseRules.ConfirmNotHate(current, Closing(command, ClosingOutcome.NotHate, reason, at), command.Actor, times), cancellationToken);
    }

    /// <summary>Does not agree as the second person.</summary>
    public Task<CaseOutcome> RefuseNotHateAsync(CaseCommand command, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditAction.NotHateRefused, (current, at) => CaseRules.RefuseNotHate(
            current, new NotHateRefused { Command = command.Id, At = at, By = command.Actor.Who, Reason = reason?.Trim() ?? "" }, command.Actor), cancellationToken);
    }

    /// <summary>Opens a closed case again.</summary>
    public Task<CaseOutcome> ReopenAsync(CaseCommand command, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditAction.CaseReopened, (current, at) => CaseRules.Reopen(
            current, new CaseReopened { Command = command.Id, At = at, By = command.Actor.Who, Reason = reason?.Trim() ?? "" }), cancellationToken);
    }

    /// <summary>Records the conversation after closing.</summary>
    public Task<CaseOutcome> FollowUpAsync(CaseCommand command, FollowUpTalk talk, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        return ChangeAsync(command, AuditAction.FollowUpMade, (current, at) => CaseRules.FollowUp(current, new FollowUpMade
        {
            Command = command.Id, At = at, By = command.Actor.Who, Way = talk.Way, SpokeAt = talk.At ?? at, Summary = talk.Summary ?? "", Override = talk.Reason,
        }), cancellationToken);
    }

    /// <summary>Records an attempt at the conversation after closing.</summary>
    public Task<CaseOutcome> TryFollowUpAsync(CaseCommand command, Attempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return ChangeAsync(command, AuditAction.FollowUpTried, (current, at) => CaseRules.TryFollowUp(current, new FollowUpTried
        {
            Command = command.Id, At = at, By = command.Actor.Who, Way = attempt.Way, Outcome = attempt.Outcome, TriedAt = attempt.At ?? at, Note = attempt.Note, Override = attempt.Reason,
        }, times), cancellationToken);
    }

    private CaseClosed Closing(CaseCommand command, ClosingOutcome outcome, string? reason, DateTimeOffset at) => new()
    {
        Command = command.Id,
        At = at,
        By = command.Actor.Who,
        Outcome = outcome,
        Reason = reason?.Trim() ?? "",
        // Whoever wants no further contact is not called.
        FollowUpAt = outcome is ClosingOutcome.NoFurtherContact ? null : times.FollowUpAt(at),
    };
}

/// <summary>A conversation after closing as staff fill it in.</summary>
/// <param name="Way">How they spoke.</param>
/// <param name="At">When, UTC; null for now.</param>
/// <param name="Summary">What came of it; required.</param>
/// <param name="Reason">Why it may go against what the person said is safe; null for none.</param>
public sealed record FollowUpTalk(ContactWay Way, DateTimeOffset? At, string? Summary, ContactOverride? Reason);
