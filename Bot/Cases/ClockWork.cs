using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;

namespace ReportBot.Bot.Cases;

/// <summary>
/// Does what falls due by itself: warnings, missed promises, cases that go back or up, cases of staff who are away. What is due stands in an
/// index, and each thing is done once under an id of its own, so that stopping at any moment loses and repeats nothing.
/// </summary>
public sealed class ClockWork(ICaseStore store, IAbsences absences, CaseCommands commands, CaseSignals signals, TimeProvider clock, ILogger<ClockWork> logger) : BackgroundService
{
    // Well within the minute a deadline is told in.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private const int CasesAtOnce = 100;

    /// <summary>Does everything that is due now; answers how many things that were.</summary>
    public async Task<int> ActOnDueAsync(CancellationToken cancellationToken)
    {
        var done = await MoveAsync(cancellationToken);
        var now = clock.GetUtcNow();
        DueCase? after = null;
        IReadOnlyList<DueCase> due;
        do
        {
            due = await store.DueAsync(now, after, CasesAtOnce, cancellationToken);
            foreach (var one in due)
            {
                done += await TryAsync(() => commands.ActAsync(one.Id, cancellationToken));
                after = one;
            }
        }
        while (due.Count == CasesAtOnce);

        if (done > 0)
            signals.Changed();
        return done;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
            await TryAsync(() => ActOnDueAsync(stoppingToken));
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> MoveAsync(CancellationToken cancellationToken)
    {
        var moved = 0;
        foreach (var absence in await absences.DueAsync(cancellationToken))
            moved += await TryAsync(async () =>
            {
                var cases = await commands.MoveAsync(absence, cancellationToken);
                await absences.MovedAsync(absence.Id, cancellationToken);
                return cases;
            });
        return moved;
    }

    // What was not done is still due, and the next round does it. One case that does not open must not keep the others waiting.
    private async Task<int> TryAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is IOException or DbException or CryptographicException or JsonException or InvalidDataException or InvalidOperationException)
        {
            Log.ClockWorkFailed(logger, exception.GetType().Name);
            return 0;
        }
    }
}
