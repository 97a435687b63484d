using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Alerts;

/// <summary>Who is to be told of something, and by which ways they can be.</summary>
public sealed class AlertPeople(AlertStore store, IStaffDirectory staff, AlertWays ways, IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly ImmutableArray<IAlertWay> _ways = ways.All;

    /// <summary>True when a way is turned on.</summary>
    public bool HasWays => !_ways.IsEmpty;

    /// <summary>
    /// Who is told next: the first on call who was not told yet, is there, may see to it and can be reached, and after the last of them
    /// every manager of whom the same is true; when all managers are away, they are told all the same. Nobody when all were told.
    /// </summary>
    /// <param name="may">Who may see to it.</param>
    /// <param name="told">Whom the alert was sent to already, by account.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public async Task<Telling> NextAsync(Func<StaffActor, bool> may, IReadOnlyCollection<Guid> told, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(told);
        var now = clock.GetUtcNow();
        var everybody = (await staff.ListAsync(cancellationToken)).Where(one => may(one.Actor)).ToList();
        foreach (var who in Rota.OnCall(await store.ShiftsAsync(now, cancellationToken), now))
            if (!told.Contains(who) && everybody.Find(one => one.Actor.Who.Id == who) is { IsAway: false } && await WithWaysAsync(who, cancellationToken) is { Ways.IsEmpty: false } reached)
                return new Telling(told.Count == 0 ? AlertStep.OnCall : AlertStep.Next, [reached]);

        var managers = everybody.FindAll(one => one.Actor.Oversees);
        var there = managers.FindAll(one => !one.IsAway);
        var reachable = ImmutableArray.CreateBuilder<Reached>();
        foreach (var manager in there.Count > 0 ? there : managers)
            if (await WithWaysAsync(manager.Actor.Who.Id, cancellationToken) is { Ways.IsEmpty: false } reached)
                reachable.Add(reached);
        return new Telling(AlertStep.Managers, reachable.ToImmutable());
    }

    /// <summary>The ways that lead to somebody; none for whoever has no account.</summary>
    public async Task<Reached> WithWaysAsync(Guid who, CancellationToken cancellationToken) =>
        await FindAsync(who, cancellationToken) is { } member ? new Reached(who, [.. _ways.Where(way => way.Reaches(member))]) : new Reached(who, []);

    /// <summary>Somebody's account; null when there is none.</summary>
    public async Task<StaffMember?> FindAsync(Guid who, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StaffStore>().FindAsync(who, cancellationToken);
    }
}

/// <summary>Somebody, and the ways that lead to them.</summary>
/// <param name="Who">Their account.</param>
/// <param name="Ways">The ways.</param>
public sealed record Reached(Guid Who, ImmutableArray<IAlertWay> Ways);

/// <summary>Who is told at one step.</summary>
/// <param name="Step">The step.</param>
/// <param name="People">The people; none when no way leads to any.</param>
public sealed record Telling(AlertStep Step, ImmutableArray<Reached> People)
{
    /// <summary>What has to go out: one sending a person and way, and one in all by a way that tells nobody apart.</summary>
    public ImmutableArray<AlertSend> Sends(Alert alert, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var sends = ImmutableArray.CreateBuilder<AlertSend>();
        foreach (var (who, ways) in People)
            foreach (var way in ways)
                if (way.TellsApart || !sends.Any(send => send.Way == way.Kind))
                    sends.Add(new AlertSend(Guid.NewGuid(), alert.Id, way.Kind, Step, who, at, 0, at, null, null));
        return sends.ToImmutable();
    }
}
