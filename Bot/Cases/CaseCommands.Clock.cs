using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public sealed partial class CaseCommands
{
    /// <summary>Says why a promise was missed.</summary>
    /// <param name="command">The command.</param>
    /// <param name="due">The promise, by when it fell due, UTC.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public Task<CaseOutcome> ExplainMissAsync(CaseCommand command, DateTimeOffset due, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditAction.MissExplained, (current, at) => CaseRules.Explain(
            current, new MissExplained { Command = command.Id, At = at, By = command.Actor.Who, Due = due, Reason = reason ?? "" }), cancellationToken);
    }

    /// <summary>Does to a case what its clock has due, each thing once; answers how many things that were.</summary>
    public async Task<int> ActAsync(Guid id, CancellationToken cancellationToken)
    {
        var (done, tries) = (0, 0);
        while (await store.FindAsync(id, cancellationToken) is { } current)
        {
            var now = clock.GetUtcNow();
            if (current.Standing.Next is not { } next || next.At > now)
            {
                // A row from before the clock, or one whose answer was lost, may say that something is due when nothing is.
                await store.RefreshAsync(id, cancellationToken);
                return done;
            }

            var happened = CaseRules.Act(current, next, now, times);
            var write = await store.TryReplaceAsync(current.With(happened), new AuditEntry(now, null, AuditEntry.ActionOf(happened), id), cancellationToken);
            if (write is CaseWrite.Done)
                (done, tries) = (done + 1, 0);
            else if (++tries == MostTries)
                throw new IOException("The case could not be stored.");
        }

        return done;
    }

    /// <summary>
    /// Moves the cases of somebody who is away, to a colleague or back to their queues; answers how many. Doing it again moves what is left.
    /// </summary>
    /// <param name="absence">Who is away.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public async Task<int> MoveAsync(Absence absence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(absence);
        var deputy = absence.Deputy is { } id ? await staff.FindAsync(id, cancellationToken) : null;
        var isGone = await staff.FindAsync(absence.Who, cancellationToken) is null;
        var moved = 0;
        foreach (var held in await HeldAsync(absence.Who, [.. Enum.GetValues<Queue>()], cancellationToken))
            moved += await MoveAsync(held, absence, deputy, isGone, cancellationToken) ? 1 : 0;
        return moved;
    }

    private async Task<bool> MoveAsync(Guid id, Absence absence, Colleague? deputy, bool isGone, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await store.FindAsync(id, cancellationToken) is not { } current || current.Standing.Holder is not { } holder || holder.Id != absence.Who)
                return false;
            var now = clock.GetUtcNow();
            var happened = Away(current, holder, absence, deputy, now);
            // Whoever is away may still be typing; whoever has no account any more is not, and nobody is kept waiting for them.
            var left = isGone ? CaseRules.LeftBy(current, absence.Who, now) : current;
            if (await store.TryReplaceAsync(left.With(happened), new AuditEntry(now, absence.By, AuditEntry.ActionOf(happened), id), cancellationToken) is not CaseWrite.Done)
                continue;
            signals.Changed();
            return true;
        }

        throw new IOException("The case could not be stored.");
    }

    // A deputy who is away too, or may not see the case, is none.
    private CaseEvent Away(Case current, StaffRef holder, Absence absence, Colleague? deputy, DateTimeOffset now)
    {
        var command = Case.IdOf(FormattableString.Invariant($"{current.Id:N}/away/{absence.Id:N}"));
        return deputy is { IsAway: false, Actor: { Works: true } actor } && actor.MaySee(current)
            ? new CaseTransferred { Command = command, At = now, To = actor.Who, Queue = current.Standing.Queue, Cause = MoveCause.Absence, ReturnAt = times.ReturnAt(current, now) }
            : new CaseReturned { Command = command, At = now, From = holder, Cause = MoveCause.Absence };
    }
}
