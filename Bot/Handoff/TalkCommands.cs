using ReportBot.Bot.Cases;
using ReportBot.Dialogs.Person;

namespace ReportBot.Bot.Handoff;

/// <summary>What staff do in a person's conversation, for the console, cards and interfaces alike. It knows no web.</summary>
public sealed class TalkCommands(CaseCommands commands, OutboundChannels channels, OutboxBell bell, HandoffOptions options)
{
    /// <summary>Writes to the person who reported. It is durable when this returns, and told as soon as its channel takes it.</summary>
    /// <param name="command">Who writes, and where.</param>
    /// <param name="report">The report whose person it is.</param>
    /// <param name="words">What is written.</param>
    /// <param name="reason">Why it may go against what they said is safe; null for none, which then refuses it.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public Task<CaseOutcome> ReplyAsync(CaseCommand command, Guid report, string? words, ContactOverride? reason, CancellationToken cancellationToken) =>
        TellAsync(command, AuditAction.ReplySent, (current, at) => TalkRules.Reply(
            current,
            new ReplySent { Command = command.Id, At = at, By = command.Actor.Who, Report = report, Words = words?.Trim() ?? "", Override = reason },
            ChannelOf(current, report)), cancellationToken);

    /// <summary>Plans to call, visit or write to the person.</summary>
    public Task<CaseOutcome> PlanAsync(CaseCommand command, Guid report, ContactPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return commands.ChangeAsync(command, AuditAction.ContactPlanned, (current, at) => ContactRules.Plan(current, new ContactPlanned
        {
            Command = command.Id, At = at, By = command.Actor.Who, Report = report,
            Way = plan.Way, PlannedFor = plan.At, MayLeaveMessage = plan.MayLeaveMessage, Override = plan.Reason,
        }), cancellationToken);
    }

    /// <summary>Takes the conversation over from the assistant.</summary>
    public Task<CaseOutcome> JoinAsync(CaseCommand command, Guid report, CancellationToken cancellationToken) =>
        TellAsync(command, AuditAction.TalkJoined, (current, at) => TalkRules.Join(
            current,
            new PersonJoined
            {
                Command = command.Id, At = at, By = command.Actor.Who, Report = report, IdleAfter = TimeSpan.FromMinutes(options.IdleMinutes),
            },
            ChannelOf(current, report)), cancellationToken);

    /// <summary>Gives the conversation back to the assistant.</summary>
    public Task<CaseOutcome> LeaveAsync(CaseCommand command, Guid report, CancellationToken cancellationToken) =>
        TellAsync(command, AuditAction.TalkLeft, (current, at) => TalkRules.Leave(
            current,
            new PersonLeft { Command = command.Id, At = at, By = command.Actor.Who, Report = report, Why = TalkEnd.SteppedOut },
            command.Actor.Oversees), cancellationToken);

    private async Task<CaseOutcome> TellAsync(
        CaseCommand command, AuditAction action, Func<Case, DateTimeOffset, CaseOutcome> rule, CancellationToken cancellationToken)
    {
        var outcome = await commands.ChangeAsync(command, action, rule, cancellationToken);
        if (outcome is CaseDone)
            bell.Ring(command.Case);
        return outcome;
    }

    private IOutboundChannel? ChannelOf(Case current, Guid report) =>
        current.Reports.FirstOrDefault(known => known.Id == report) is { } found ? channels.Find(found.Channel) : null;
}

/// <summary>A planned contact as staff fill it in.</summary>
/// <param name="Way">How.</param>
/// <param name="At">When, UTC.</param>
/// <param name="MayLeaveMessage">True when a message may be left if nobody answers.</param>
/// <param name="Reason">Why it may go against what the person said is safe; null for none.</param>
public sealed record ContactPlan(ContactWay Way, DateTimeOffset At, bool MayLeaveMessage, ContactOverride? Reason);
