using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Handoff;

/// <summary>
/// Works the outbox for as long as the service runs: at once for a case it is rung for, and every few seconds for whatever waits, as after
/// a restart. A case that could not go is left alone for longer each time; the others do not wait for it.
/// </summary>
public sealed class OutboxWorker(ICaseStore store, Outbox outbox, OutboxBell bell, TimeProvider clock, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, Task> _atWork = [];
    private readonly ConcurrentDictionary<Guid, Rest> _resting = [];

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            using var round = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            round.CancelAfter(Round);
            try
            {
                while (true)
                    Begin(await bell.Rung.ReadAsync(round.Token), stoppingToken);
            }
            catch (OperationCanceledException)
            {
                // The round is over, or the service stops.
            }
        }

        await Task.WhenAll(_atWork.Values);
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            WakeUp? after = null;
            do
            {
                var found = await store.ToWakeAsync(clock.GetUtcNow(), after, cancellationToken);
                foreach (var (_, id) in found)
                    Begin(id, cancellationToken);
                after = found.Count == 0 ? null : found[^1];
            }
            while (after is not null);
        }
        catch (Exception failure) when (failure is IOException or DbException)
        {
            Log.OutboxNotRead(logger, failure.GetType().Name);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private void Begin(Guid id, CancellationToken cancellationToken)
    {
        if (_resting.TryGetValue(id, out var rest) && clock.GetUtcNow() < rest.Until)
            return;
        var work = new Task<Task>(() => WorkAsync(id, cancellationToken));
        if (!_atWork.TryAdd(id, work.Unwrap()))
            return;
        work.Start(TaskScheduler.Default);
    }

    private async Task WorkAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            if (await outbox.WorkAsync(id, cancellationToken))
                _resting.TryRemove(id, out _);
            else
                LeaveAlone(id);
        }
        catch (Exception failure) when (failure is IOException or DbException or CryptographicException or JsonException or InvalidDataException or InvalidOperationException)
        {
            // One case that cannot be told must not keep the others from it. It is tried again, and says so each time.
            Log.OutboxFailed(logger, id, failure.GetType().Name);
            LeaveAlone(id);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops. Whatever was not recorded is looked at after the next start.
        }
        finally
        {
            _atWork.TryRemove(id, out _);
        }
    }

    private void LeaveAlone(Guid id)
    {
        var pause = _resting.TryGetValue(id, out var rest) ? TimeSpan.FromTicks(Math.Min(rest.Pause.Ticks * 2, LongestPause.Ticks)) : FirstPause;
        _resting[id] = new Rest(clock.GetUtcNow() + pause, pause);
    }

    private sealed record Rest(DateTimeOffset Until, TimeSpan Pause);
}
