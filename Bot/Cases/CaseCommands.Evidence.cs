namespace ReportBot.Bot.Cases;

public sealed partial class CaseCommands
{
    /// <summary>Adds files that reached staff outside the conversation; they are stored by then.</summary>
    public Task<CaseOutcome> AddEvidenceAsync(CaseCommand command, NewEvidence evidence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(evidence);
        return ChangeAsync(
            command,
            AuditAction.EvidenceAdded,
            (current, at) => CaseRules.AddEvidence(
                current,
                new EvidenceAdded
                {
                    Command = command.Id, At = at, By = command.Actor.Who,
                    Way = evidence.Way ?? default, ArrivedAt = evidence.At ?? default, From = evidence.From, Note = evidence.Note, Files = evidence.Files,
                },
                evidence),
            cancellationToken);
    }

    /// <summary>Takes a file out of the case that staff added. Its bytes stay in the store as long as the case.</summary>
    public Task<CaseOutcome> TakeEvidenceOutAsync(CaseCommand command, EvidenceOut evidence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(evidence);
        return ChangeAsync(
            command,
            AuditAction.EvidenceTakenOut,
            (current, at) => CaseRules.TakeEvidenceOut(
                current,
                new EvidenceTakenOut
                {
                    Command = command.Id, At = at, By = command.Actor.Who,
                    File = evidence.File ?? "", AddedAt = default, Reason = evidence.Reason ?? default, Note = evidence.Note,
                },
                evidence),
            cancellationToken);
    }
}
