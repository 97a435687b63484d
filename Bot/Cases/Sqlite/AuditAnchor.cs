using Microsoft.EntityFrameworkCore;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>
/// Keeps where the audit record ends, every few seconds and when the service stops. It goes on only from an end that is still in the record:
/// otherwise lines were cut off or changed, and the end that shows it is left as it is.
/// </summary>
public sealed class AuditAnchor(CaseDatabases databases, KeptAuditEnd kept, TimeProvider clock, ILogger<AuditAnchor> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private bool _isBroken;

    /// <summary>Keeps where the record ends now; false when the end kept before is not in it any more.</summary>
    public async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        if (await EndAsync(cancellationToken) is not { } end)
            return await IsInItAsync(cancellationToken);
        if (!await IsInItAsync(cancellationToken))
            return false;
        if (kept.Read() != end)
            kept.Keep(end);
        return true;
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await TryAsync(stoppingToken);
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await KeepAsync(cancellationToken))
                Tell();
        }
        catch (InvalidDataException)
        {
            Tell();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            // A full disk must not stop the service; the next round keeps it.
            Log.AuditEndNotKept(logger, failure.GetType().Name);
        }
    }

    // Once: it stays so until somebody has looked.
    private void Tell()
    {
        if (!_isBroken)
            Log.AuditIsCut(logger);
        _isBroken = true;
    }

    private async Task<AuditEnd?> EndAsync(CancellationToken cancellationToken) => await databases.ReadAsync(
        async database => await database.Audit.OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken) is { } row ? AuditVerification.EndOf(row.Id, row.Hash) : null,
        cancellationToken);

    private async Task<bool> IsInItAsync(CancellationToken cancellationToken)
    {
        if (kept.Read() is not { } end)
            return true;
        var row = await databases.ReadAsync(database => database.Audit.SingleOrDefaultAsync(row => row.Id == end.Number, cancellationToken), cancellationToken);
        return row is not null && AuditVerification.EndOf(row.Id, row.Hash) == end;
    }
}
