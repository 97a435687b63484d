using System.Collections.Immutable;
using ReportBot.Bot.Handoff;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    /// <summary>Records the conversation after closing; it ends what was to be followed up.</summary>
    public static CaseOutcome FollowUp(Case current, FollowUpMade made)
    {
        ArgumentNullException.ThrowIfNull(made);
        return NotSafe(current, made.Way, made.SpokeAt, leavesMessage: false, made.Override, safe => Checked(
            current,
            safe ? made with { Override = null } : made,
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
        var isLast = current.Standing.FollowUp?.Tries + 1 >= times.FollowUpAttempts;
        return NotSafe(current, tried.Way, tried.TriedAt, tried.Outcome is AttemptOutcome.MessageLeft, tried.Override, safe => Checked(
            current,
            tried with { IsLast = isLast, Override = safe ? null : tried.Override },
            SinceClosing(nameof(FollowUpTried.TriedAt), tried.TriedAt, current, tried.At),
            Words(nameof(FollowUpTried.Note), tried.Note, required: isLast),
            Words(nameof(ContactOverride.Note), tried.Override?.Note, required: false)));
    }

    // A case can hold reports of several people; whoever is reached, what any of them said is safe is kept to.
    private static CaseOutcome NotSafe(Case current, ContactWay way, DateTimeOffset at, bool leavesMessage, ContactOverride? reason, Func<bool, CaseOutcome> record)
    {
        ArgumentNullException.ThrowIfNull(current);
        if (current.Standing.FollowUp is null)
            return new NothingToFollowUp();
        Report? unsafeFor = null;
        ImmutableArray<ContactDanger> dangers = [];
        foreach (var report in current.Reports.Select(current.Circumstances.With).Where(_ => dangers.IsEmpty))
            (unsafeFor, dangers) = (report, ContactRules.Against(report, way, at, leavesMessage));
        return ContactRules.Refusal(unsafeFor!, dangers, at, reason) ?? record(dangers.IsEmpty); // A case has a report.
    }

    private static FieldProblem? SinceClosing(string field, DateTimeOffset at, Case current, DateTimeOffset now) =>
        When(field, at, current, now) ?? (at < current.Standing.Closed!.At - TimeSpan.FromMinutes(1) // What is to be followed up was closed.
            ? new FieldProblem(field, FieldProblemKind.BeforeClosing)
            : null);
}

/// <summary>There is no conversation to have after closing; nothing was changed.</summary>
public sealed record NothingToFollowUp : CaseOutcome;
