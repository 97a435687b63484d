namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    /// <summary>Adds files that reached staff, also to a closed case: what comes late is kept, and opens nothing by itself.</summary>
    public static CaseOutcome AddEvidence(Case current, EvidenceAdded added)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(added);
        return Checked(
            current, added,
            ArrivedAt(nameof(EvidenceAdded.ArrivedAt), added.ArrivedAt, added.At),
            Short(nameof(EvidenceAdded.From), added.From),
            Words(nameof(EvidenceAdded.Note), added.Note, required: false),
            added.Files.IsEmpty ? new FieldProblem(nameof(EvidenceAdded.Files), FieldProblemKind.Missing) : null);
    }

    private static FieldProblem? ArrivedAt(string field, DateTimeOffset at, DateTimeOffset now) =>
        at == default ? new FieldProblem(field, FieldProblemKind.Missing)
        : at > now + ClockLeeway ? new FieldProblem(field, FieldProblemKind.InFuture)
        : at < now - LongestAgo ? new FieldProblem(field, FieldProblemKind.LongAgo) : null;
}
