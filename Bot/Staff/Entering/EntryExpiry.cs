namespace ReportBot.Bot.Staff.Entering;

/// <summary>Deletes what was begun and not sent, a day after it was last changed. It looks every hour, and when the service starts.</summary>
public sealed class EntryExpiry(EntryDrafts drafts, TimeProvider clock, ILogger<EntryExpiry> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await drafts.DeleteDueAsync();
            }
            catch (IOException exception)
            {
                // Nothing was deleted; it is not shown any more, and the next round deletes it.
                Log.EntriesNotDeleted(logger, exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
