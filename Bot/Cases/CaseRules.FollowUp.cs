using ReportBot.Bot.Handoff;

namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    /// <summary>Records the conversation after closing; it ends what was to be followed up.</summary>
    public static CaseOutcome FollowUp(Case current, FollowUpMade made)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(made);
        if (current.Standing.FollowUp is null)
            return new NothingToFollowUp();
        return ContactRules.Reached(current, new Reach(made.Way, made.SpokeAt, LeavesMessage: false), made.Override, reason => Checked(
            current,
            made with { Override = reason },
            made.Way is ContactWay.Letter ? new FieldProblem(nameof(FollowUpMade.Way), FieldProblemKind.NotAConversation) : null,
            SinceClosing(nameof(FollowUpMade.SpokeAt), made.SpokeAt, current, made.At),
            Words(nameof(FollowUpMade.Summary), made.Summary, required: true),
            Words(nameof(ContactOverride.Note), made.Override?.Note, required: false)));
    }

    /// <summary>Records an attempt at it. The last that is set ends it, with a note.</summary>
    /// <param name="current">The case.</param>
    /// <param name="tried">The attempt.</param>
    /// <param name="times">Knows how many attempts are set.</param>
    public static CaseOutcome TryFollowUp(Case current, FollowUpTried tried, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(tried);
        ArgumentNullException.ThrowIfNull(times);
        if (current.Standing.FollowUp is not { } due)
            return new NothingToFollowUp();
        var isLast = due.Tries + 1 >= times.FollowUpAttempts;
        return ContactRules.Reached(current, new Reach(tried.Way, tried.TriedAt, tried.Outcome is AttemptOutcome.MessageLeft), tried.Override, reason => Checked(
            current,
            tried with { IsLast = isLast, Override = reason },
            SinceClosing(nameof(FollowUpTried.TriedAt), tried.TriedAt, current, tried.At),
            Words(nameof(FollowUpTried.Note), tried.Note, required: isLast),
            Words(nameof(ContactOverride.Note), tried.Override?.Note, required: false)));
    }

    private static FieldProblem? SinceClosing(string field, DateTimeOffset at, Case current, DateTimeOffset now) =>
        When(field, at, current, now) ?? (at < current.Standing.Closed!.At - TimeSpan.FromMinutes(1) // What is to be followed up was closed.
            ? new FieldProblem(field, FieldProblemKind.BeforeClosing)
            : null);
}

/// <summary>There is no conversation to have after closing; nothing was changed.</summary>
public sealed record NothingToFollowUp : CaseOutcome;
