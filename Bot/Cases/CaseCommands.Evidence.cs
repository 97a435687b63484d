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
            (current, at) => evidence.Way is not { } way
                ? new CaseIncomplete([new FieldProblem(nameof(EvidenceAdded.Way), FieldProblemKind.Missing)])
                : CaseRules.AddEvidence(current, new EvidenceAdded
                {
                    Command = command.Id, At = at, By = command.Actor.Who,
                    Way = way, ArrivedAt = evidence.At ?? default, From = evidence.From, Note = evidence.Note, Files = evidence.Files,
                }),
            cancellationToken);
    }
}
