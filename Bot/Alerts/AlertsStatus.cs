using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ReportBot.Bot.Alerts;

/// <summary>How a way does.</summary>
/// <param name="Kind">The way.</param>
/// <param name="LastSent">When something last went by it within a day, UTC; null when nothing did.</param>
/// <param name="Failing">How many sendings of the last day wait after a failure or were given up.</param>
/// <param name="Failure">Why the last of them failed, as a code; null when none did.</param>
public sealed record WayStatus(AlertWayKind Kind, DateTimeOffset? LastSent, int Failing, string? Failure);

/// <summary>How alerts do, for managers and for whoever watches the service.</summary>
public sealed class AlertsStatus(AlertStore store, AlertWays ways, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Each way that is on.</summary>
    public ImmutableArray<WayStatus> Ways()
    {
        var sends = store.Since(clock.GetUtcNow() - Day);
        return [.. ways.All.Select(way => Of(way.Kind, [.. sends.Where(send => send.Way == way.Kind)]))];
    }

    /// <summary>Alerts that should be told and have led to nobody.</summary>
    public int Untold() => store.Open().Count(alert => alert.Next < clock.GetUtcNow() + Day && alert.Next > alert.Raised && store.Of(alert.Id).IsEmpty);

    private static WayStatus Of(AlertWayKind kind, ImmutableArray<AlertSend> sends)
    {
        var failing = sends.Where(send => send.Sent is null && send.Failure is not null && !send.IsDropped).ToList();
        return new WayStatus(kind, sends.Max(send => send.Sent), failing.Count, failing.FirstOrDefault()?.Failure);
    }
}

/// <summary>Degraded, and still ready to serve, while an alert could not be sent or leads to nobody.</summary>
internal sealed class AlertsHealth(AlertsStatus status) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        status.Untold() > 0 || status.Ways().Any(way => way.Failing > 0)
            ? HealthCheckResult.Degraded("An alert to staff could not be sent, or leads to nobody.")
            : HealthCheckResult.Healthy());
}
