using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    /// <summary>Judges what it is. A judgement may be changed later, by whoever has seen the one before.</summary>
    /// <param name="current">The case.</param>
    /// <param name="judged">The judgement.</param>
    /// <param name="seen">The command of the judgement that whoever judges has seen; null when none was there.</param>
    public static CaseOutcome Judge(Case current, JudgementMade judged, Guid? seen)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(judged);
        return Overtaken(current.Standing.Judged, seen) ?? Checked(current, judged, Words(nameof(JudgementMade.Reason), judged.Reason, required: true));
    }

    /// <summary>Puts the case into another risk band. What was read stays beside it.</summary>
    /// <param name="current">The case.</param>
    /// <param name="set">The band.</param>
    /// <param name="seen">The command of the band set before that whoever sets it has seen; null when none was.</param>
    public static CaseOutcome SetRisk(Case current, RiskOverridden set, Guid? seen)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(set);
        return Overtaken(current.Standing.RiskSet, seen) ?? Checked(
            current,
            set,
            set.Band is not RiskBand.High && current.Standing.Unread.Any(message => message.IsUrgent) ? new FieldProblem(nameof(RiskOverridden.Band), FieldProblemKind.DangerUnread) : null,
            Words(nameof(RiskOverridden.Reason), set.Reason, required: true));
    }

    /// <summary>Records that somebody perceives it as hate. A case that was closed has to be opened first.</summary>
    public static CaseOutcome Perceive(Case current, PerceivedAsHate perceived)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(perceived);
        return Closed(current) ?? Checked(current, perceived, Words(nameof(PerceivedAsHate.Remark), perceived.Remark, required: false));
    }

    /// <summary>True when anyone perceives it as hate: by what a reporter chose or said, at once or when staff asked, or by what staff recorded of anybody (policy 3.5).</summary>
    public static bool IsPerceivedAsHate(Case current)
    {
        ArgumentNullException.ThrowIfNull(current);
        return !current.Standing.Perceived.IsEmpty || current.Reports.Select(current.Circumstances.With).Any(report =>
            !report.Told.Perceived.IsEmpty || !string.IsNullOrWhiteSpace(report.Told[Question.Perception]?.Words));
    }

    internal static CaseIncomplete Missing(string field) => new([new FieldProblem(field, FieldProblemKind.Missing)]);

    private static CaseDecidedMeanwhile? Overtaken(CaseEvent? latest, Guid? seen) =>
        latest is null || latest.Command == seen ? null : new CaseDecidedMeanwhile(latest.By!, latest.At); // Only staff decide.

    private static CaseIsClosed? Closed(Case current) =>
        current.Standing.Closed is { } closed ? new CaseIsClosed(closed.By!, closed.At) : null; // Only staff close.
}

/// <summary>Somebody else decided it while this page was open; nothing was changed.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
public sealed record CaseDecidedMeanwhile(StaffRef By, DateTimeOffset At) : CaseOutcome;

/// <summary>The case is closed, so it has to be opened first; nothing was changed.</summary>
/// <param name="By">Who closed it.</param>
/// <param name="At">When, UTC.</param>
public sealed record CaseIsClosed(StaffRef By, DateTimeOffset At) : CaseOutcome;
