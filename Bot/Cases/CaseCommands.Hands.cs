using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public sealed partial class CaseCommands
{
    /// <summary>The cases in which somebody from staff may be in a conversation: those that the outbox has to look at sooner or later.</summary>
    public async Task<IReadOnlyList<Guid>> ListTalksAsync(CancellationToken cancellationToken)
    {
        var cases = new List<Guid>();
        WakeUp? after = null;
        do
        {
            var found = await store.ToWakeAsync(DateTimeOffset.MaxValue, after, cancellationToken);
            cases.AddRange(found.Select(one => one.Case));
            after = found.Count == 0 ? null : found[^1];
        }
        while (after is not null);
        return cases;
    }

    /// <summary>Gives a case's conversations that somebody is in back to the assistant; false when they are in none. Doing it again changes nothing.</summary>
    /// <param name="id">The case.</param>
    /// <param name="who">The account of whoever is in them.</param>
    /// <param name="by">The account that ends them; null from the command line.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public async Task<bool> EndTalksAsync(Guid id, Guid who, Guid? by, CancellationToken cancellationToken)
    {
        var isIn = false;
        await ReceiveAsync(id, by, AuditAction.TalkLeft, (current, at) =>
        {
            var left = CaseRules.LeftBy(current!, who, at); // Only a case that is there is listed, and none is deleted.
            isIn = !ReferenceEquals(left, current);
            return isIn ? left : null;
        }, cancellationToken);
        return isIn;
    }

    /// <summary>Gives back to their queues the cases that somebody has and, in the role they have now, may not see or not work on. Doing it again changes nothing.</summary>
    /// <param name="actor">Who has them, in that role.</param>
    /// <param name="by">The account that made it so; null from the command line.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public async Task GiveBackAsync(StaffActor actor, Guid? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        foreach (var held in await HeldAsync(actor.Who.Id, [.. Enum.GetValues<Queue>().Where(queue => !MayHave(actor, queue))], cancellationToken))
            await ReceiveAsync(held, by, AuditAction.CaseReturned, (current, at) => current!.Standing is { Holder: { } holder } standing && holder.Id == actor.Who.Id && !MayHave(actor, standing.Queue) // It was listed.
                ? CaseRules.LeftBy(current, holder.Id, at).With(new CaseReturned { Command = Guid.NewGuid(), At = at, From = holder, Cause = MoveCause.Role })
                : null, cancellationToken);
    }

    private static bool MayHave(StaffActor actor, Queue queue) => actor.Works && actor.MaySee(queue);

    // What is closed waits for nobody; when it is to be followed up, managers see it too.
    private async Task<IReadOnlyList<Guid>> HeldAsync(Guid who, ImmutableArray<Queue> queues, CancellationToken cancellationToken)
    {
        var held = new List<Guid>();
        if (queues.IsEmpty)
            return held;
        var filter = new CaseFilter { Queues = queues, States = [.. CaseFilter.Open, CaseState.FollowUp], Holder = who };
        CasePlace? after = null;
        do
        {
            var page = await store.ListAsync(filter, after, 100, cancellationToken);
            held.AddRange(page.Lines.Select(line => line.Id));
            after = page.Next;
        }
        while (after is not null);
        return held;
    }
}
