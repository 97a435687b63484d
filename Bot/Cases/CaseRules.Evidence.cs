namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    /// <summary>Adds files that reached staff, also to a closed case: what comes late is kept, and opens nothing by itself.</summary>
    /// <param name="current">The case.</param>
    /// <param name="added">What is added.</param>
    /// <param name="typed">What it was read from.</param>
    public static CaseOutcome AddEvidence(Case current, EvidenceAdded added, NewEvidence typed)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(added);
        ArgumentNullException.ThrowIfNull(typed);
        return Checked(
            current, added,
            typed.Way is null ? new FieldProblem(nameof(EvidenceAdded.Way), FieldProblemKind.Missing) : null,
            ArrivedAt(nameof(EvidenceAdded.ArrivedAt), added.ArrivedAt, added.At),
            Short(nameof(EvidenceAdded.From), added.From),
            Words(nameof(EvidenceAdded.Note), added.Note, required: false),
            added.Files.IsEmpty ? new FieldProblem(nameof(EvidenceAdded.Files), FieldProblemKind.Missing) : null);
    }

    /// <summary>Takes a file out that staff added, also of a closed case. What a person sent, with their report or after it, is never taken out.</summary>
    /// <param name="current">The case.</param>
    /// <param name="taken">What is taken out.</param>
    /// <param name="typed">What it was read from.</param>
    public static CaseOutcome TakeEvidenceOut(Case current, EvidenceTakenOut taken, EvidenceOut typed)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(taken);
        ArgumentNullException.ThrowIfNull(typed);
        if (current.History.OfType<EvidenceAdded>().FirstOrDefault(added => added.Files.Any(file => file.Id == taken.File)) is not { } added
            || current.History.OfType<EvidenceTakenOut>().Any(earlier => earlier.File == taken.File))
            return new EvidenceNotThere();
        return Checked(
            current, taken with { AddedAt = added.At },
            typed.Reason is null ? new FieldProblem(nameof(EvidenceTakenOut.Reason), FieldProblemKind.Missing) : null,
            Words(nameof(EvidenceTakenOut.Note), taken.Note, required: false));
    }

    private static FieldProblem? ArrivedAt(string field, DateTimeOffset at, DateTimeOffset now) =>
        at == default ? new FieldProblem(field, FieldProblemKind.Missing)
        : at > now + ClockLeeway ? new FieldProblem(field, FieldProblemKind.InFuture)
        : at < now - LongestAgo ? new FieldProblem(field, FieldProblemKind.LongAgo) : null;
}
