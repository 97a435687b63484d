using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    /// <summary>Takes the case, unless somebody else has it.</summary>
    public static CaseOutcome Claim(Case current, CaseClaimed claim)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(claim);
        var standing = current.Standing;
        if (standing.Holder is null)
            return new CaseDone(current.With(claim));
        return standing.Holder.Id == claim.By?.Id ? new CaseDone(current) : Held(standing);
    }

    /// <summary>Gives the case back to its queue: whoever has it, or somebody who oversees.</summary>
    public static CaseOutcome Release(Case current, CaseReleased release, bool oversees)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(release);
        var standing = current.Standing;
        if (standing.Holder is null)
            return new CaseNotHeld();
        if (standing.Holder.Id != release.By?.Id && !oversees)
            return Held(standing);
        return Checked(current, release, Words(nameof(CaseReleased.Reason), release.Reason, required: false));
    }

    /// <summary>Hands the case to a colleague, to another queue, or both: whoever has it, somebody who oversees, or anyone while nobody has it.</summary>
    /// <param name="current">The case.</param>
    /// <param name="transfer">Where it goes.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="to">The colleague; null when it waits in the queue, or when there is no such colleague.</param>
    public static CaseOutcome Transfer(Case current, CaseTransferred transfer, StaffActor actor, Colleague? to)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(transfer);
        ArgumentNullException.ThrowIfNull(actor);
        var standing = current.Standing;
        if (standing.Holder is { } holder && holder.Id != actor.Who.Id && !actor.Oversees)
            return Held(standing);
        return Checked(current, transfer, Target(current, transfer, to), Words(nameof(CaseTransferred.Reason), transfer.Reason, required: true));
    }

    /// <summary>Asks the next level up, whoever has the case; they keep it.</summary>
    public static CaseOutcome Escalate(Case current, CaseEscalated escalation)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(escalation);
        return current.Standing.Level is CaseLevel.CommunitySafetyManager
            ? new CaseAtTop()
            : Checked(current, escalation, Words(nameof(CaseEscalated.Reason), escalation.Reason, required: true));
    }

    private static FieldProblem? Target(Case current, CaseTransferred transfer, Colleague? to)
    {
        const string Field = nameof(CaseTransferred.To);
        var standing = current.Standing;
        if (transfer.Queue is not Queue.StaffConduct && current.Involved.Any(one => one.Person.IsOurs))
            return new FieldProblem(Field, FieldProblemKind.StaysThere);
        if (transfer.To is null)
            return standing.Holder is null && standing.Queue == transfer.Queue ? new FieldProblem(Field, FieldProblemKind.Missing) : null;
        if (to is null || !to.Actor.Works)
            return new FieldProblem(Field, FieldProblemKind.NobodyThere);
        if (to.IsAway)
            return new FieldProblem(Field, FieldProblemKind.Away);
        if (!to.Actor.MaySee(transfer.Queue))
            return new FieldProblem(Field, FieldProblemKind.NotTheirQueue);
        if (current.Walls.KeepOut(to.Actor.Who.Id))
            return new FieldProblem(Field, FieldProblemKind.WalledOff);
        return standing.Holder?.Id == to.Actor.Who.Id && standing.Queue == transfer.Queue ? new FieldProblem(Field, FieldProblemKind.HasIt) : null;
    }

    private static CaseHeld Held(CaseStanding standing) =>
        new(standing.Holder!, standing.HeldSince!.Value); // Callers have seen that there is a holder.
}
