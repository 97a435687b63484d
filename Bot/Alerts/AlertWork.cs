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
    AlertStore store, IAuditLog audit, ICaseStore cases, AlertPeople people, ConsolePresence presence, AlertsOptions options, AlertBell bell, TimeProvider clock, ILogger<AlertWork> logger)
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
        foreach (var alert in store.Open())
            told += await StepAsync(alert, cancellationToken);
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
                if (entry is { Subject: { } id } && entry.At >= oldest && AlertRules.Raises(entry.Action) is { Count: > 0 } kinds && await OpenAsync(id, cancellationToken) is { } full)
                    triggers.UnionWith(kinds.Where(kind => AlertRules.Needs(full, kind)).Select(kind => new AlertTrigger(id, kind, full.Standing.Queue)));
            await store.DecideAsync(triggers, lines[^1].Number, clock.GetUtcNow());
        }
        while (lines.Count == LinesAtOnce);
    }

    private async Task<int> StepAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (await OpenAsync(alert.Case, cancellationToken) is not { } full)
            return 0;
        var now = clock.GetUtcNow();
        if (!AlertRules.Needs(full, alert.Kind))
        {
            await store.CloseAsync(alert.Id, now);
            return 0;
        }

        if (alert.Next is not { } next || next > now || presence.IsOpen(May))
            return 0;
        var told = store.Of(alert.Id).Where(send => send.Made >= alert.Raised && send.Staff is not null).Select(send => send.Staff!.Value).ToHashSet(); // Only those with somebody.
        var telling = await people.NextAsync(May, told, cancellationToken);
        var sends = telling.Sends(alert, now);
        if (sends.IsEmpty)
            Log.AlertReachesNobody(logger, alert.Id);
        else
            Log.AlertTold(logger, alert.Id, sends.Length, telling.Step);
        var isLast = telling.Step is AlertStep.Managers && !sends.IsEmpty;
        await store.TellAsync(alert with { Queue = full.Standing.Queue, Next = isLast ? null : now + options.NextAfter }, sends);
        return sends.Length;

        bool May(StaffActor actor) => AlertRules.MaySeeTo(full, alert.Kind, actor);
    }

    // One case that does not open must not keep the others from being alerted to.
    private async Task<Case?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await cases.FindAsync(id, cancellationToken);
        }
        catch (Exception exception) when (exception is CryptographicException or InvalidDataException or System.Text.Json.JsonException)
        {
            Log.AlertCaseNotOpened(logger, id, exception.GetType().Name);
            return null;
        }
    }
}
