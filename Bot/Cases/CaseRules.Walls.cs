using ReportBot.Bot.Handoff;
using ReportBot.Dialogs.Person;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    /// <summary>
    /// Walls a case off from a member of staff: from oneself, or from anybody by somebody who oversees. They are let go of the case and of
    /// its conversations with it.
    /// </summary>
    /// <param name="current">The case.</param>
    /// <param name="declared">Whose conflict of interest it is, and why.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="who">The member of staff; null when there is no such one.</param>
    /// <param name="overseers">Everybody who oversees.</param>
    public static CaseOutcome Declare(Case current, ConflictDeclared declared, StaffActor actor, Colleague? who, IEnumerable<StaffActor> overseers)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(declared);
        ArgumentNullException.ThrowIfNull(actor);
        if (declared.Who.Id != actor.Who.Id && !actor.Oversees)
            return new ManagerNeeded();
        // A case nobody could oversee would be lost.
        if (!overseers.Any(one => one.Who.Id != declared.Who.Id && one.MaySee(current)))
            return new NobodyLeft();
        return Checked(
            Released(current, who => who == declared.Who.Id, declared.At),
            declared,
            who is null ? new FieldProblem(nameof(ConflictDeclared.Who), FieldProblemKind.NobodyThere) : null,
            current.Walls.KeepOut(declared.Who.Id) ? new FieldProblem(nameof(ConflictDeclared.Who), FieldProblemKind.WalledOff) : null,
            Words(nameof(ConflictDeclared.Reason), declared.Reason, required: true));
    }

    /// <summary>Takes a wall down: somebody who oversees, and never whoever is behind it, who does not see the case at all.</summary>
    public static CaseOutcome Lift(Case current, ConflictLifted lifted, StaffActor actor)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(lifted);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Oversees || lifted.Who.Id == actor.Who.Id)
            return new ManagerNeeded();
        return current.Walls.KeepOut(lifted.Who.Id)
            ? Checked(current, lifted, Words(nameof(ConflictLifted.Reason), lifted.Reason, required: true))
            : new NoWall();
    }

    /// <summary>Lets go of a case's conversations whoever could not see the case in that queue.</summary>
    /// <param name="current">The case.</param>
    /// <param name="queue">The queue it goes to.</param>
    /// <param name="everybody">Everybody on staff.</param>
    /// <param name="at">When, UTC.</param>
    public static Case LeftBehind(Case current, Queue queue, IReadOnlyList<Colleague> everybody, DateTimeOffset at) =>
        Released(current, who => everybody.Any(one => one.Actor.Who.Id == who && !one.Actor.MaySee(queue)), at);

    /// <summary>Lets go of a case's conversations somebody who is not there any more.</summary>
    public static Case LeftBy(Case current, Guid who, DateTimeOffset at) => Released(current, one => one == who, at);

    // Lets some of staff go of the conversations. The person is told that they left: nobody is kept waiting for an answer that cannot come.
    private static Case Released(Case current, Func<Guid, bool> isOut, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(current);
        foreach (var (report, held) in current.Talk.Holding)
            if (held.Joined.By is { } by && isOut(by.Id))
                current = current.With(new PersonLeft { Command = Case.IdOf($"walled:{held.Joined.Command:N}"), At = at, By = by, Report = report, Why = TalkEnd.SteppedOut });
        return current;
    }
}

/// <summary>Only somebody who oversees may do that; nothing was changed.</summary>
public sealed record ManagerNeeded : CaseOutcome;

/// <summary>Nobody who oversees would be left to see the case; nothing was changed.</summary>
public sealed record NobodyLeft : CaseOutcome;

/// <summary>The case is not walled off from that member of staff; nothing was changed.</summary>
public sealed record NoWall : CaseOutcome;
