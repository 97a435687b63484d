using System.Security.Cryptography;
using System.Threading.Channels;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Alerts;

/// <summary>Says that something waits in the outbox of alerts. A ring that is lost costs a moment: each lane looks by itself.</summary>
public sealed class AlertBell
{
    private readonly Channel<bool>[] _lanes = [.. Enum.GetValues<AlertWayKind>().Select(_ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }))];

    /// <summary>Rings.</summary>
    public void Ring()
    {
        foreach (var lane in _lanes)
            lane.Writer.TryWrite(true);
    }

    internal ChannelReader<bool> Of(AlertWayKind way) => _lanes[(int)way].Reader;
}

/// <summary>
/// Works the outbox of alerts, each way in a lane of its own, so that one that is slow or dead holds up no other. Something is noted as sent
/// after it was taken: at least once, and after a crash between the two once more.
/// </summary>
public sealed class AlertDelivery(
    AlertStore store, AlertCases cases, AlertPeople people, AlertWays ways, AlertsOptions options, AlertBell bell, TimeProvider clock, ILogger<AlertDelivery> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TriedFor = TimeSpan.FromDays(1);

    /// <summary>
    /// How long is waited after so many failed attempts: twice as long each time, 10 minutes at most, and by chance up to a half less, so that
    /// not everything comes back at once.
    /// </summary>
    public static TimeSpan PauseAfter(int attempts)
    {
        var longest = Math.Min(FirstPause.TotalMilliseconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, 10)), LongestPause.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(longest - RandomNumberGenerator.GetInt32((int)(longest / 2) + 1));
    }

    /// <summary>Tries once what is due of a way; answers how many were sent. When the way itself is down, the rest waits for the next look.</summary>
    public async Task<int> SendDueAsync(IAlertWay way, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(way);
        var sent = 0;
        foreach (var send in store.Due(way.Kind, clock.GetUtcNow()))
        {
            var result = await TryAsync(way, send, cancellationToken);
            if (result.Outcome is WayOutcome.Sent)
            {
                await store.SentAsync(send.Id, clock.GetUtcNow());
                sent++;
                continue;
            }

            if (result.Outcome is WayOutcome.Dropped)
            {
                await DropAsync(way, send);
                continue;
            }

            await FailAsync(way, send, result);
            if (result.Outcome is WayOutcome.Down)
                break;
        }

        return sent;
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ways.All.Select(way => LaneAsync(way, stoppingToken)));

    private async Task LaneAsync(IAlertWay way, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SendDueAsync(way, stoppingToken);
                using var look = new CancellationTokenSource(Look, clock);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(look.Token, stoppingToken);
                await bell.Of(way.Kind).ReadAsync(either.Token);
            }
            catch (OperationCanceledException)
            {
                // It is time to look, or the service stops.
            }
            catch (Exception exception) when (exception is IOException or CryptographicException or InvalidDataException)
            {
                Log.AlertOutboxFailed(logger, way.Kind, exception.GetType().Name);
                await Task.Delay(Look, clock, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }

    private async Task<WayResult> TryAsync(IAlertWay way, AlertSend send, CancellationToken cancellationToken)
    {
        if (store.Find(send.Alert) is not { Closed: null } alert)
            return WayResult.Nowhere;
        var to = way.TellsApart && send.Staff is { } who ? await people.FindAsync(who, cancellationToken) : null;
        if (way.TellsApart && (to is null || !way.Reaches(to)))
            return WayResult.Nowhere;
        // Asked at the last moment: since it was queued, they may have been kept from the case.
        if (to is not null && await cases.OpenAsync(alert.Case, cancellationToken) is { } full && !(to.IsReady && AlertRules.MaySeeTo(full, alert.Kind, new StaffActor(to.Ref(), to.Role))))
            return WayResult.Dropped;
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await way.SendAsync(AlertMessage.Of(send, alert.Queue, options.Site!), to, either.Token); // Checked at start.
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return WayResult.Down("timed-out");
        }
    }

    // Whoever was passed over cannot come, so the next is told without waiting for them.
    private async Task DropAsync(IAlertWay way, AlertSend send)
    {
        await store.FailedAsync(send.Id, AlertSend.DroppedCode, again: null);
        await store.HurryAsync(send.Alert, clock.GetUtcNow());
        Log.AlertDropped(logger, send.Alert, way.Kind);
    }

    private async Task FailAsync(IAlertWay way, AlertSend send, WayResult result)
    {
        var attempts = send.Attempts + 1;
        var again = clock.GetUtcNow() + PauseAfter(attempts);
        var isOver = result.Outcome is WayOutcome.Nowhere || again > send.Made + TriedFor;
        await store.FailedAsync(send.Id, result.Failure ?? "failed", isOver ? null : again);
        Log.AlertNotSent(logger, way.Kind, result.Failure ?? "failed", attempts);
    }
}
