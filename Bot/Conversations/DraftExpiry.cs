namespace ReportBot.Bot.Conversations;

/// <summary>Deletes what was never sent, seven days after its last answer: words, files and keys. It looks every hour.</summary>
public sealed class DraftExpiry(ITurnStore store, TimeProvider clock, ILogger<DraftExpiry> logger) : BackgroundService
{
    /// <summary>How long an unsent report is kept after its last answer.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Deletes what is due now; answers how many conversations went.</summary>
    public async Task<int> DeleteDueAsync(CancellationToken cancellationToken)
    {
        var deleted = await store.DeleteUnsentAsync(clock.GetUtcNow() - Kept, cancellationToken);
        if (deleted > 0)
            Log.DraftsExpired(logger, deleted);
        return deleted;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await DeleteDueAsync(stoppingToken);
            }
            catch (IOException exception)
            {
                // Nothing was deleted; the next round does it.
                Log.DraftExpiryFailed(logger, exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
