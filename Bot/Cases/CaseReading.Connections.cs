using System.Collections.Immutable;

namespace ReportBot.Bot.Cases;

public sealed partial class CaseReading
{
    private const int MostShown = 10;
    private const int MostOfOneValue = 50;

    /// <summary>
    /// The cases that have something in common with one this person has open. Those walled off from them do not even count; of those in
    /// queues they may not see they learn only that there are some.
    /// </summary>
    public async Task<ConnectedCases> ConnectedAsync(StaffActor actor, Case full, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(full);
        var tied = await store.TiedAsync(actor.Who.Id, full.Id, CaseConnections.Values(full), MostOfOneValue, cancellationToken);
        var judged = CaseConnections.Judgements(full);
        var seen = tied.Where(one => actor.MaySee(one.Queue)).Select(one => one.Id).ToList();
        var open = judged.Keys.Concat(seen.Where(id => !judged.ContainsKey(id)).Take(MostShown)).ToList();
        var shown = ImmutableArray.CreateBuilder<CaseConnection>();
        foreach (var id in open)
            if (await store.FindAsync(id, cancellationToken) is { } other && actor.MaySee(other))
                shown.Add(CaseConnections.Of(full, other));
        return new ConnectedCases(
            [.. shown.OrderByDescending(one => one.Other.Standing.Opened)],
            seen.Count(id => !open.Contains(id)),
            tied.Any(one => !actor.MaySee(one.Queue) && judged.GetValueOrDefault(one.Id) is not { IsConnected: false }));
    }
}
