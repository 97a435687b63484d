using ReportBot.Bot.Cases;

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
        if (current.Reports.All(report => report.Id != reply.Report))
            return new CaseMissing();
        if (channel is null)
            return new NoWayToReply();
        return CaseRules.Checked(current, reply, CaseRules.Words(nameof(ReplySent.Words), reply.Words, required: true));
    }
}

/// <summary>Nothing can be sent by the channel the report came by; nothing was changed.</summary>
public sealed record NoWayToReply : CaseOutcome;
