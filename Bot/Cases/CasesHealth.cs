using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ReportBot.Bot.Cases;

/// <summary>Ready when a case could be read: the file opens and its key ring is there.</summary>
internal sealed class CasesHealth(ICaseStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await store.FindAsync(Guid.Empty, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
