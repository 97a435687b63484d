namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    /// <summary>Says why a promise was missed, while nobody has.</summary>
    public static CaseOutcome Explain(Case current, MissExplained explained)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(explained);
        return current.Standing.Missed.Any(missed => missed.Due == explained.Due && missed.Reason is null)
            ? Checked(current, explained, Words(nameof(MissExplained.Reason), explained.Reason, required: true))
            : new CaseNotMissed();
    }

    /// <summary>What the clock does to a case when its moment has come: the event that goes into the history.</summary>
    /// <param name="current">The case.</param>
    /// <param name="act">What is due.</param>
    /// <param name="now">Now, UTC: the act may be late when the service was down.</param>
    /// <param name="times">Works out when the clock acts next.</param>
    public static CaseEvent Act(Case current, ClockAct act, DateTimeOffset now, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(times);
        var standing = current.Standing;
        // One act of a case has one id, so that it is done once however often it is tried.
        var command = Case.IdOf(FormattableString.Invariant($"{current.Id:N}/{act.Kind}/{act.At.UtcTicks}"));
        return act.Kind switch
        {
            // A warning that comes too late to be one is not given.
            ClockActKind.Warn when now > standing.Due => Missed(current, command, now, times),
            ClockActKind.Warn => new PromiseWarned { Command = command, At = now, Due = standing.Due, Planned = act.At },
            ClockActKind.Return => new CaseReturned
            {
                Command = command, At = now, From = standing.Holder!, Cause = MoveCause.NoContact, EscalateAt = times.ManagerAt(now), // Only what somebody has can be due back.
            },
            ClockActKind.Miss => Missed(current, command, now, times),
            ClockActKind.Escalate => Up(standing.Level, command, now, times),
            ClockActKind.FollowUp => new FollowUpFellDue { Command = command, At = now },
            _ => throw new InvalidOperationException("The clock does nothing else."),
        };
    }

    private static PromiseMissed Missed(Case current, Guid command, DateTimeOffset now, CaseTimes times)
    {
        var standing = current.Standing;
        var isTried = current.History.Reverse().TakeWhile(happened => happened is not FirstContactMade).Any(happened => happened is ContactAttempted);
        return new PromiseMissed
        {
            Command = command,
            At = now,
            Due = standing.Due,
            Cause = current.History.OfType<ReportReceived>().Any(report => report.Due == standing.Due && report.At > report.Due) ? MissCause.EnteredLate
                : isTried ? MissCause.NotReached
                : standing.Holder is null ? MissCause.NobodyHadIt
                : MissCause.NotTried,
            Holder = standing.Holder,
            EscalateAt = times.CommunitySafetyManagerAt(now),
        };
    }

    private static CaseEscalated Up(CaseLevel from, Guid command, DateTimeOffset now, CaseTimes times) => from is CaseLevel.Team
        ? new CaseEscalated { Command = command, At = now, Level = CaseLevel.Manager, Cause = MoveCause.NoContact, EscalateAt = times.CommunitySafetyManagerAt(now) }
        : new CaseEscalated { Command = command, At = now, Level = CaseLevel.CommunitySafetyManager, Cause = MoveCause.NoContact };
}
