using Microsoft.Bot.Schema;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Conversations;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Handoff;

/// <summary>
/// Tells people what waits in their cases, each case's entries one after the other in order. It may stop anywhere: what was not recorded
/// as told is told again where that shows once, and is recorded as unknown where it might show twice.
/// </summary>
public sealed class Outbox(ICaseStore store, CaseCommands commands, OutboundChannels channels, StaffTurns turns, ThreadSignals signals, TimeProvider clock)
{
    /// <summary>How long a channel may take before nobody knows whether a message went.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How long something that surely did not go is tried again before it has failed.</summary>
    public static readonly TimeSpan Tried = TimeSpan.FromHours(24);

    private readonly ThreadGates _oneAtATime = new();

    /// <summary>Tells what waits in a case. False when something could not go yet and has to be tried later.</summary>
    public async Task<bool> WorkAsync(Guid id, CancellationToken cancellationToken)
    {
        using var pass = await _oneAtATime.EnterAsync(id.ToString("N"), cancellationToken);
        while (await store.FindAsync(id, cancellationToken) is { } current)
        {
            var over = TalkRules.Over(current, clock.GetUtcNow()).ToList();
            foreach (var left in over)
                await RecordAsync(id, AuditAction.TalkLeft, left, cancellationToken);
            if (over.Count > 0)
                continue;
            if (current.Talk.Next is not { } entry)
                return true;
            var report = current.ReportOf(entry.Event.Report)!; // Only what belongs to a report of the case is told.
            var isOver = await TellAsync(current, report, entry, cancellationToken);
            signals.Grew(report.Thread, 0);
            if (!isOver)
                return false;
        }

        return true;
    }

    private async Task<bool> TellAsync(Case current, Report report, ToldEntry entry, CancellationToken cancellationToken)
    {
        if (channels.Find(report.Channel) is not { } channel)
            return await EndAsync(current.Id, entry, SendOutcome.Failed, cancellationToken);
        if (entry.IsUnderway && !channel.KnowsRepeats)
            return await EndAsync(current.Id, entry, SendOutcome.Unknown, cancellationToken);
        if (await turns.TellAsync(current.Id, report.Thread, entry.Event, cancellationToken) is not { } turn)
            return await EndAsync(current.Id, entry, entry.Event is ReplySent ? SendOutcome.Failed : SendOutcome.Dropped, cancellationToken);
        if (Holdback(channel, report, entry, turn.Replies) is { } holdback)
            return holdback == entry.Outcome ? false : await EndAsync(current.Id, entry, holdback, cancellationToken);
        if (!channel.KnowsRepeats)
        {
            await RecordAsync(current.Id, AuditAction.ReplyHandedOver, new SendStarted { Command = Guid.NewGuid(), At = clock.GetUtcNow(), Told = entry.Event.Command }, cancellationToken);
            if (Holdback(channel, report, entry, turn.Replies) is { } late) // A busy disk takes its time, and a safe hour can end in it.
                return await EndAsync(current.Id, entry, late, cancellationToken);
        }

        var outcome = await SendAsync(channel, new OutboundMessage(entry.Event.Command, report.Thread, turn.Replies), cancellationToken);
        if (outcome is SendOutcome.NotYet && clock.GetUtcNow() - entry.Event.At > Tried)
            outcome = SendOutcome.Failed;
        return await EndAsync(current.Id, entry, outcome, cancellationToken);
    }

    // The last look before it goes, because it may have waited: what was safe when it was written need not be safe now.
    private SendOutcome? Holdback(IOutboundChannel channel, Report report, ToldEntry entry, IReadOnlyList<Activity> said)
    {
        if (said.Any(one => one.Text is { } words && !ContactRules.NotNeutral(channel, words).IsEmpty))
            return SendOutcome.Failed;
        var isOverridden = entry.Event is IContactEvent { Override: not null };
        return isOverridden || ContactRules.Against(report, channel, clock.GetUtcNow()).IsEmpty ? null : SendOutcome.NotSafeNow;
    }

    private async Task<SendOutcome> SendAsync(IOutboundChannel channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await channel.SendAsync(message, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return SendOutcome.Unknown;
        }
    }

    private async Task<bool> EndAsync(Guid id, ToldEntry entry, SendOutcome outcome, CancellationToken cancellationToken)
    {
        await RecordAsync(id, AuditAction.ReplyHandedOver, new SendEnded { Command = Guid.NewGuid(), At = clock.GetUtcNow(), Told = entry.Event.Command, Outcome = outcome }, cancellationToken);
        return outcome is not (SendOutcome.NotYet or SendOutcome.NotSafeNow);
    }

    private async Task RecordAsync(Guid id, AuditAction action, CaseEvent happened, CancellationToken cancellationToken) =>
        await commands.ReceiveAsync(id, action, (current, _) => current!.HasDone(happened.Command) ? null : current.With(happened), cancellationToken);
}
