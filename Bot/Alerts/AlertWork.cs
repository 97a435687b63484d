using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Alerts;

/// <summary>
/// Decides what people are alerted to. What may need a person is read from the audit record, which is written in one step with what
/// happened, and how far it was read stands beside what was decided: stopping at any moment loses and repeats nothing. People are told
/// while nobody who may see the queue has a console open, one after the other, until the case no longer needs a person.
/// </summary>
public sealed class AlertWork(
    AlertStore store, IAuditLog audit, AlertCases cases, AlertPeople people, ConsolePresence presence, AlertsOptions options, AlertBell bell, TimeProvider clock, ILogger<AlertWork> logger)
    : BackgroundService
{
    private const int LinesAtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // What is older when it is first read, as after ways were turned on, is for the queue to show.
    private static readonly TimeSpan News = TimeSpan.FromDays(1);

    /// <summary>Decides everything there is to decide now, and tells whoever is to be told; answers how many were told of something.</summary>
    public async Task<int> RoundAsync(CancellationToken cancellationToken)
    {
        await DecideAsync(cancellationToken);
        var told = 0;
        foreach (var alerts in store.Open().GroupBy(alert => alert.Case))
            told += await StepAsync(alerts.Key, [.. alerts], cancellationToken);
        if (told > 0)
            bell.Ring();
        return told;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!people.HasWays)
            return;
        using var timer = new PeriodicTimer(Pause, clock);
        do
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is IOException or CryptographicException or DbException or InvalidDataException)
            {
                // Nothing that was not decided is noted as decided: the next round decides it.
                Log.AlertsNotDecided(logger, exception.GetType().Name);
            }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DecideAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<AuditLine> lines;
        do
        {
            lines = await audit.AfterAsync(store.DecidedUpTo(), LinesAtOnce, cancellationToken);
            if (lines.Count == 0)
                return;
            var oldest = clock.GetUtcNow() - News;
            var triggers = new HashSet<AlertTrigger>();
            foreach (var (_, entry) in lines)
                if (entry is { Subject: { } id } && entry.At >= oldest && AlertRules.Raises(entry.Action) is { Count: > 0 } kinds && await cases.OpenAsync(id, cancellationToken) is { } full)
                    triggers.UnionWith(kinds.Where(kind => AlertRules.Needs(full, kind)).Select(kind => new AlertTrigger(id, kind, full.Standing.Queue)));
            await store.DecideAsync(triggers, lines[^1].Number, clock.GetUtcNow());
        }
        while (lines.Count == LinesAtOnce);
    }

    // What one case needs people for at the same time is told once: an alert says no more than that something waits.
    private async Task<int> StepAsync(Guid id, IReadOnlyList<Alert> open, CancellationToken cancellationToken)
    {
        if (await cases.OpenAsync(id, cancellationToken) is not { } full)
            return 0;
        var now = clock.GetUtcNow();
        var isCutShort = false;
        foreach (var over in open.Where(alert => !AlertRules.Needs(full, alert.Kind)))
        {
            isCutShort |= store.Of(over.Id).Any(send => send.Due is not null);
            await store.CloseAsync(over.Id, now);
        }

        // What had not gone yet for what is over may have stood for the rest too, which is then told anew.
        var needed = open.Where(alert => AlertRules.Needs(full, alert.Kind)).Select(alert => isCutShort ? alert with { Next = now } : alert).ToImmutableArray();
        var told = 0;
        // A second person is somebody else than for the rest.
        foreach (var group in needed.GroupBy(alert => alert.Kind is AlertKind.SecondPerson))
            told += await TellAsync(full, [.. group], cancellationToken);
        return told;
    }

    private async Task<int> TellAsync(Case full, ImmutableArray<Alert> open, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = open.Where(alert => alert.Next <= now).ToImmutableArray();
        if (due.IsEmpty || presence.IsOpen(May))
            return 0;
        var since = due.Min(alert => alert.Raised);
        var told = open.SelectMany(alert => store.Of(alert.Id)).Where(send => send.Made >= since && send.Staff is not null).Select(send => send.Staff!.Value).ToHashSet(); // Only those with somebody.
        var telling = await people.NextAsync(May, told, cancellationToken);
        var sends = telling.Sends(due[0], now);
        if (sends.IsEmpty)
            Log.AlertReachesNobody(logger, due[0].Id);
        else
            Log.AlertTold(logger, due[0].Id, sends.Length, telling.Step);
        var isLast = telling.Step is AlertStep.Managers && !sends.IsEmpty;
        // From the next step on it goes together with what is being told already.
        var next = open.Select(alert => alert.Next).Where(at => at > now).Append(now + options.NextAfter).Min();
        await store.TellAsync([.. due.Select(alert => alert with { Queue = full.Standing.Queue, Next = isLast ? null : next })], sends);
        return sends.Length;

        bool May(StaffActor actor) => AlertRules.MaySeeTo(full, open[0].Kind, actor);
    }
}
