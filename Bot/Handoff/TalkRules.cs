using ReportBot.Bot.Cases;
using ReportBot.Dialogs.Person;

namespace ReportBot.Bot.Handoff;

/// <summary>What staff may say and do in a person's conversation, as pure functions.</summary>
public static class TalkRules
{
    /// <summary>Writes to the person.</summary>
    /// <param name="current">The case as it was read.</param>
    /// <param name="reply">What is written.</param>
    /// <param name="channel">The channel the report came by; null when nothing can be sent by it.</param>
    public static CaseOutcome Reply(Case current, ReplySent reply, IOutboundChannel? channel)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(reply);
        if (current.ReportOf(reply.Report) is not { } report)
            return new CaseMissing();
        if (channel is null)
            return new NoWayToReply();
        if (current.Talk.Holding.GetValueOrDefault(reply.Report) is { } held && held.Joined.By?.Id != reply.By?.Id)
            return new TalkHeld(held.Joined.By!, held.Joined.At); // Only staff join.
        if (ContactRules.NotNeutral(channel, reply.Words) is { IsEmpty: false } telling)
            return new WordingRefused(telling);
        var dangers = ContactRules.Against(report, channel, reply.At);
        if (ContactRules.Refusal(report, dangers, reply.At, reply.Override) is { } refused)
            return refused;
        return CaseRules.Checked(current, dangers.IsEmpty ? reply with { Override = null } : reply, CaseRules.Words(nameof(ReplySent.Words), reply.Words, required: true));
    }

    /// <summary>Takes the conversation over: whenever the person waits for somebody, and by oneself once they have sent their report.</summary>
    public static CaseOutcome Join(Case current, PersonJoined join, IOutboundChannel? channel)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(join);
        if (current.ReportOf(join.Report) is not { } report)
            return new CaseMissing();
        if (channel is null)
            return new NoWayToReply();
        if (current.Talk.Holding.GetValueOrDefault(join.Report) is { } held)
            return held.Joined.By?.Id == join.By?.Id ? new CaseDone(current) : new TalkHeld(held.Joined.By!, held.Joined.At); // Only staff join.
        if (!report.IsFinished && !current.Talk.Waiting.ContainsKey(join.Report))
            return new NotAskedFor();
        // Whoever waits for somebody wants them now; nobody is stepped in on at a time that is not safe.
        var dangers = current.Talk.Waiting.ContainsKey(join.Report) ? [] : ContactRules.Against(report, channel, join.At);
        return ContactRules.Refusal(report, dangers, join.At, reason: null) is { } refused ? refused : new CaseDone(current.With(join));
    }

    /// <summary>Gives the conversation back to the assistant: whoever holds it, or somebody who oversees.</summary>
    public static CaseOutcome Leave(Case current, PersonLeft left, bool oversees)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(left);
        if (current.Talk.Holding.GetValueOrDefault(left.Report) is not { } held)
            return new CaseDone(current);
        return held.Joined.By?.Id == left.By?.Id || oversees ? new CaseDone(current.With(left)) : new TalkHeld(held.Joined.By!, held.Joined.At);
    }

    /// <summary>What has ended by itself: waits in which nobody came, and conversations in which staff were silent for too long.</summary>
    public static IEnumerable<PersonLeft> Over(Case current, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(current);
        foreach (var (report, asked) in current.Talk.Waiting)
            if (asked.WaitsUntil <= now)
                yield return new PersonLeft { Command = Case.IdOf($"nobody-came:{asked.Command:N}"), At = now, Report = report, Why = TalkEnd.NobodyCame };
        foreach (var (report, held) in current.Talk.Holding)
            if (held.Until <= now)
                yield return new PersonLeft { Command = Case.IdOf($"idle:{held.Joined.Command:N}"), At = now, By = held.Joined.By, Report = report, Why = TalkEnd.Idle };
    }
}

/// <summary>Somebody else holds the conversation; nothing was changed.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record TalkHeld(StaffRef Holder, DateTimeOffset Since) : CaseOutcome;

/// <summary>The person has not sent their report and does not wait for anybody; nothing was changed.</summary>
public sealed record NotAskedFor : CaseOutcome;

/// <summary>Nothing can be sent by the channel the report came by; nothing was changed.</summary>
public sealed record NoWayToReply : CaseOutcome;
