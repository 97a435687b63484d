using System.Collections.Immutable;
using ReportBot.Bot.Handoff;

namespace ReportBot.Bot.Cases;

/// <summary>What keeps a case from being closed.</summary>
public enum ClosingBlock
{
    /// <summary>The person's own view of what was done is not recorded.</summary>
    NoView,

    /// <summary>The person wrote, and nobody has read it.</summary>
    Unread,

    /// <summary>Somebody from staff is in a conversation with the person, or the person waits for one.</summary>
    Talking,

    /// <summary>Something staff wrote has not reached the person.</summary>
    Undelivered,

    /// <summary>Nobody has spoken with the person, and nobody has tried often enough.</summary>
    NoContact,
}

public static partial class CaseRules
{
    /// <summary>What keeps a case from being closed in any way; empty when nothing does.</summary>
    public static ImmutableArray<ClosingBlock> Blocks(Case current, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(times);
        var (standing, talk) = (current.Standing, current.Talk);
        (ClosingBlock Block, bool Holds)[] blocks =
        [
            (ClosingBlock.NoContact, standing.Contact is null && !times.MayGiveUp(current)),
            (ClosingBlock.Unread, !standing.Unread.IsEmpty),
            (ClosingBlock.Talking, !talk.Holding.IsEmpty || !talk.Waiting.IsEmpty),
            (ClosingBlock.Undelivered, talk.Told.Any(entry => entry.IsOpen || IsLost(current, entry))),
            (ClosingBlock.NoView, standing.View is null),
        ];
        return [.. blocks.Where(block => block.Holds).Select(block => block.Block)];
    }

    /// <summary>Closes the case, unless a second person has to agree.</summary>
    /// <param name="current">The case.</param>
    /// <param name="closed">How it ends.</param>
    /// <param name="actor">Who closes it.</param>
    /// <param name="times">Knows how often somebody has to be tried.</param>
    public static CaseOutcome Close(Case current, CaseClosed closed, StaffActor actor, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(closed);
        if (Unclosable(current, actor, times) is { } refused)
            return refused;
        var problem = OutcomeProblem(current, closed.Outcome, times);
        var reason = Words(nameof(CaseClosed.Reason), closed.Reason, required: true);
        // It was told as hate, or nobody was asked: to have passed over a question unmakes no perception (policy 3.5).
        return closed.Outcome is ClosingOutcome.NotHate
            ? Checked(current, new NotHateProposed { Command = closed.Command, At = closed.At, By = closed.By, Reason = closed.Reason }, problem, reason)
            : Checked(current, closed, problem, reason);
    }

    /// <summary>Agrees, as a second person who oversees, that a case is plain nuisance: it is closed so.</summary>
    public static CaseOutcome ConfirmNotHate(Case current, CaseClosed closed, StaffActor actor, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(closed);
        if (Second(current, actor) is { } refused)
            return refused;
        return Blocks(current, times) is { IsEmpty: false } blocks
            ? new ClosingBlocked(blocks)
            : Checked(current, closed with { ProposedBy = current.Standing.Proposal!.By }, Words(nameof(CaseClosed.Reason), closed.Reason, required: true)); // Second has seen the proposal.
    }

    /// <summary>Does not agree, as a second person who oversees. The case stays open and a case of hate.</summary>
    public static CaseOutcome RefuseNotHate(Case current, NotHateRefused refusal, StaffActor actor)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(refusal);
        return Second(current, actor) ?? Checked(current, refusal, Words(nameof(NotHateRefused.Reason), refusal.Reason, required: true));
    }

    /// <summary>Opens a closed case again.</summary>
    public static CaseOutcome Reopen(Case current, CaseReopened reopened)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(reopened);
        return current.Standing.Closed is null ? new CaseIsOpen() : Checked(current, reopened, Words(nameof(CaseReopened.Reason), reopened.Reason, required: true));
    }

    /// <summary>Records the person's own view of what was done, in their words.</summary>
    public static CaseOutcome RecordView(Case current, ViewRecorded view)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(view);
        return Closed(current) ?? Checked(
            current,
            view,
            Words(nameof(ViewRecorded.Said), view.Said, required: view.View is not Satisfaction.DidNotSay));
    }

    private static CaseOutcome? Unclosable(Case current, StaffActor actor, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(actor);
        if (Closed(current) is { } closed)
            return closed;
        var standing = current.Standing;
        if (standing.Holder?.Id != actor.Who.Id && !actor.Oversees)
            return standing.Holder is null ? new CaseNotTaken() : Held(standing);
        return Blocks(current, times) is { IsEmpty: false } blocks ? new ClosingBlocked(blocks) : null;
    }

    private static FieldProblem? OutcomeProblem(Case current, ClosingOutcome outcome, CaseTimes times)
    {
        const string Field = nameof(CaseClosed.Outcome);
        return outcome switch
        {
            ClosingOutcome.NotReached when !times.MayGiveUp(current) => new FieldProblem(Field, FieldProblemKind.NotTriedEnough),
            // What nobody has heard from the person, nobody can say of them.
            ClosingOutcome.Resolved or ClosingOutcome.NoFurtherContact or ClosingOutcome.NotHate when current.Standing.Contact is null => new FieldProblem(Field, FieldProblemKind.NotSpoken),
            _ => null,
        };
    }

    private static CaseOutcome? Second(Case current, StaffActor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (current.Standing.Proposal is not { } proposal)
            return new NothingToConfirm();
        return actor.Oversees && actor.Who.Id != proposal.By?.Id ? null : new SecondPersonNeeded(proposal.By!); // Only staff ask.
    }

    // Once something else was told, tried or written down after it, staff know and have acted on it.
    private static bool IsLost(Case current, ToldEntry entry) => entry is { Event: ReplySent, Outcome: SendOutcome.Failed or SendOutcome.Unknown }
        && !current.History.SkipWhile(happened => happened.Command != entry.Event.Command).Skip(1)
            .Any(happened => happened is ReplySent or ContactAttempted or FirstContactMade or Cases.SpokeAgain or UpdateGiven or NoteAdded);
}

/// <summary>Something keeps the case from being closed; nothing was changed.</summary>
/// <param name="Blocks">What; at least one.</param>
public sealed record ClosingBlocked(ImmutableArray<ClosingBlock> Blocks) : CaseOutcome;

/// <summary>Nobody has the case, so it has to be taken first; nothing was changed.</summary>
public sealed record CaseNotTaken : CaseOutcome;

/// <summary>The case is open; nothing was changed.</summary>
public sealed record CaseIsOpen : CaseOutcome;

/// <summary>Nothing waits for a second person; nothing was changed.</summary>
public sealed record NothingToConfirm : CaseOutcome;

/// <summary>It takes somebody else, who oversees; nothing was changed.</summary>
/// <param name="First">Who asked for it.</param>
public sealed record SecondPersonNeeded(StaffRef First) : CaseOutcome;
