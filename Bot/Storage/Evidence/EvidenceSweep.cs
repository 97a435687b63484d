namespace ReportBot.Bot.Storage.Evidence;

/// <summary>Deletes, once a day, the files that nothing refers to, and what a crash left in the folder. What is younger than a day is left alone.</summary>
public sealed class EvidenceSweep(EvidenceStore evidence, IEnumerable<IHoldsFiles> holders, TimeProvider clock, ILogger<EvidenceSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>Deletes what is due now; answers how many files went.</summary>
    public async Task<int> SweepDueAsync(CancellationToken cancellationToken)
    {
        var swept = await evidence.SweepAsync(clock.GetUtcNow() - Pause, IsHeldAsync, cancellationToken);
        if (swept > 0)
            Log.FilesSwept(logger, swept);
        return swept;
    }

    private async ValueTask<bool> IsHeldAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        foreach (var holder in holders)
            if (await holder.HoldsAsync(file, cancellationToken))
                return true;
        return false;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await SweepDueAsync(stoppingToken);
            }
            catch (IOException exception)
            {
                // What was not deleted is found again the next day.
                Log.SweepFailed(logger, exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
