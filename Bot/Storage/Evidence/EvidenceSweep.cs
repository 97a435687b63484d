using ReportBot.Bot.Conversations;

namespace ReportBot.Bot.Storage.Evidence;

/// <summary>Deletes, once a day, the files whose conversation is not there, and what a crash left in the folder. What is younger than a day is left alone.</summary>
public sealed class EvidenceSweep(EvidenceStore evidence, ITurnStore turns, TimeProvider clock, ILogger<EvidenceSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>Deletes what is due now; answers how many files went.</summary>
    public async Task<int> SweepDueAsync(CancellationToken cancellationToken)
    {
        var swept = await evidence.SweepAsync(
            clock.GetUtcNow() - Pause, async (file, token) => await turns.LatestAsync(file.Thread, token) is not null, cancellationToken);
        if (swept > 0)
            Log.FilesSwept(logger, swept);
        return swept;
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
