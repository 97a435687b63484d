using System.Collections.Immutable;
using ReportBot.Bot.Handoff;

namespace ReportBot.Bot.Cases;

/// <summary>
/// What may be done to a case and what comes of it, as pure functions: the case as it was read in, the case after it or a refusal out.
/// Nothing here reads a clock or a store.
/// </summary>
public static partial class CaseRules
{
    /// <summary>The most characters a note or an outcome may have.</summary>
    public const int LongestWords = 4000;

    // Two clocks seldom agree to the minute: what was "just now" on a phone may lie a little ahead here.
    private static readonly TimeSpan ClockLeeway = TimeSpan.FromMinutes(5);

    /// <summary>Records an attempt that was no conversation. The clock goes on.</summary>
    public static CaseOutcome Attempt(Case current, ContactAttempted attempt)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(attempt);
        return Closed(current) ?? ContactRules.Reached(
            current,
            new Reach(attempt.Way, attempt.TriedAt, attempt.Outcome is AttemptOutcome.MessageLeft),
            attempt.Override,
            reason => Checked(
                current,
                attempt with { Override = reason },
                When(nameof(ContactAttempted.TriedAt), attempt.TriedAt, current, attempt.At),
                Words(nameof(ContactAttempted.Note), attempt.Note, required: false),
                Words(nameof(ContactOverride.Note), attempt.Override?.Note, required: false)));
    }

    /// <summary>Records the first conversation with the person, whoever has the case: what happened counts, not who was meant to do it.</summary>
    public static CaseOutcome FirstContact(Case current, FirstContactMade contact)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(contact);
        if (Closed(current) is { } closed)
            return closed;
        var standing = current.Standing;
        if (standing.Contact is { } earlier)
            return new CaseAlreadyContacted(earlier);
        var isLate = contact.SpokeAt > standing.Due;
        return ContactRules.Reached(current, new Reach(contact.Way, contact.SpokeAt, LeavesMessage: false), contact.Override, reason => Checked(
            current,
            contact with { LateReason = isLate ? contact.LateReason : null, Override = reason },
            contact.Way is ContactWay.Letter ? new FieldProblem(nameof(FirstContactMade.Way), FieldProblemKind.NotAConversation) : null,
            When(nameof(FirstContactMade.SpokeAt), contact.SpokeAt, current, contact.At),
            Words(nameof(FirstContactMade.Outcome), contact.Outcome, required: true),
            Words(nameof(FirstContactMade.LateReason), contact.LateReason, required: isLate),
            Words(nameof(ContactOverride.Note), contact.Override?.Note, required: false)));
    }

    /// <summary>Writes a note into the case.</summary>
    public static CaseOutcome Note(Case current, NoteAdded note)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(note);
        return Checked(current, note, Words(nameof(NoteAdded.Words), note.Words, required: true));
    }

    internal static CaseOutcome Checked(Case current, CaseEvent happened, params ReadOnlySpan<FieldProblem?> problems) =>
        Wrong(problems) ?? (CaseOutcome)new CaseDone(current.With(happened));

    // What has to be filled in differently; null when nothing.
    private static CaseIncomplete? Wrong(params ReadOnlySpan<FieldProblem?> problems)
    {
        var found = ImmutableArray.CreateBuilder<FieldProblem>();
        foreach (var problem in problems)
            if (problem is not null)
                found.Add(problem);
        return found.Count == 0 ? null : new CaseIncomplete(found.ToImmutable());
    }

    internal static FieldProblem? Words(string field, string? words, bool required)
    {
        if (string.IsNullOrWhiteSpace(words))
            return required ? new FieldProblem(field, FieldProblemKind.Missing) : null;
        return words.Length > LongestWords ? new FieldProblem(field, FieldProblemKind.TooLong) : null;
    }

    private static FieldProblem? When(string field, DateTimeOffset at, Case current, DateTimeOffset now)
    {
        if (at > now + ClockLeeway)
            return new FieldProblem(field, FieldProblemKind.InFuture);
        // A person types whole minutes, so the minute of the report itself is not before it.
        return at < current.Standing.Opened - TimeSpan.FromMinutes(1) ? new FieldProblem(field, FieldProblemKind.BeforeReport) : null;
    }
}
