using ReportBot.Bot.Cases;
using ReportBot.Dialogs.Person;

namespace ReportBot.Bot.Handoff;

/// <summary>What staff do in a person's conversation, for the console, cards and interfaces alike. It knows no web.</summary>
public sealed class TalkCommands(CaseCommands commands, OutboundChannels channels, OutboxBell bell, HandoffOptions options)
{
    /// <summary>Writes to the person who reported. It is durable when this returns, and told as soon as its channel takes it.</summary>
    public Task<CaseOutcome> ReplyAsync(CaseCommand command, Guid report, string? words, CancellationToken cancellationToken) =>
        TellAsync(command, AuditAction.ReplySent, (current, at) => TalkRules.Reply(
            current,
            new ReplySent { Command = command.Id, At = at, By = command.Actor.Who, Report = report, Words = words?.Trim() ?? "" },
            ChannelOf(current, report)), cancellationToken);

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
