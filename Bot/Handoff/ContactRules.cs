using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Reporting;
using ReportBot.Knowledge.Wording;

namespace ReportBot.Bot.Handoff;

/// <summary>Binds what reaches a person to what they said is safe, as pure functions.</summary>
public static class ContactRules
{
    /// <summary>Plans a call, a visit or a letter.</summary>
    public static CaseOutcome Plan(Case current, ContactPlanned plan)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(plan);
        if (current.ReportOf(plan.Report) is not { } report)
            return new CaseMissing();
        if (plan.PlannedFor < plan.At)
            return new CaseIncomplete([new FieldProblem(nameof(ContactPlanned.PlannedFor), FieldProblemKind.InPast)]);
        var dangers = Against(report, plan.Way, plan.PlannedFor, plan.MayLeaveMessage);
        return Refusal(report, dangers, plan.PlannedFor, plan.Override)
            ?? CaseRules.Checked(
                current,
                dangers.IsEmpty ? plan with { Override = null } : plan,
                CaseRules.Words(nameof(ContactOverride.Note), plan.Override?.Note, required: false));
    }

    /// <summary>What a message by a channel at that moment goes against; empty where the person comes for it themselves.</summary>
    public static ImmutableArray<ContactDanger> Against(Report report, IOutboundChannel channel, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.Way is { } way ? Against(report, way, at, mayLeaveMessage: false) : [];
    }

    /// <summary>The words that may not go out by a channel, because whoever holds the phone reads them.</summary>
    public static ImmutableArray<string> NotNeutral(IOutboundChannel channel, string words)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.Way is ContactWay.Text ? NeutralWording.Problems(words) : [];
    }

    /// <summary>The refusal of what would go against what they said, unless a reason is given that holds for what is still to come; null when nothing is to be refused.</summary>
    public static ContactRefused? Refusal(Report report, ImmutableArray<ContactDanger> dangers, DateTimeOffset at, ContactOverride? reason)
    {
        ArgumentNullException.ThrowIfNull(report);
        return dangers.IsEmpty || (reason is not null && ContactOverride.Ahead.Contains(reason.Reason)) ? null : new ContactRefused(dangers, ContactSafety.NextTime(report.Told, at));
    }

    /// <summary>
    /// Records that somebody was reached, or tried: against what they said is safe only with a named reason, since what happened has to stand on record
    /// as it was. A case can hold reports of several people; whoever was reached, what any of them said is safe is kept to.
    /// </summary>
    /// <param name="current">The case.</param>
    /// <param name="reach">How, and when.</param>
    /// <param name="reason">Why it went against what they said is safe; null for none.</param>
    /// <param name="record">Records it with the reason where that was needed, and with null where nothing went against anything.</param>
    internal static CaseOutcome Reached(Case current, Reach reach, ContactOverride? reason, Func<ContactOverride?, CaseOutcome> record)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(reach);
        ArgumentNullException.ThrowIfNull(record);
        foreach (var report in current.Reports.Select(current.Circumstances.With))
            if (Against(report, reach.Way, reach.At, reach.LeavesMessage) is { IsEmpty: false } dangers)
                return reason is null ? new ContactRefused(dangers, ContactSafety.NextTime(report.Told, reach.At)) : record(reason);
        return record(null);
    }

    /// <summary>What reaching somebody in a way at that moment goes against; empty where nothing they said does.</summary>
    internal static ImmutableArray<ContactDanger> Against(Report report, ContactWay way, DateTimeOffset at, bool mayLeaveMessage) => ContactSafety.Against(
        report.Told,
        way switch
        {
            ContactWay.Call => ChannelChoice.Call,
            ContactWay.Visit => ChannelChoice.Visit,
            ContactWay.Text => ChannelChoice.Text,
            ContactWay.Email => ChannelChoice.Email,
            ContactWay.Letter => ChannelChoice.Letter,
            ContactWay.Chat => ChannelChoice.ReturnCode,
            _ => throw new InvalidOperationException("There is no other way."),
        },
        at,
        mayLeaveMessage);
}

/// <summary>How and when somebody was reached, or tried.</summary>
/// <param name="Way">How.</param>
/// <param name="At">When, UTC.</param>
/// <param name="LeavesMessage">True when a message was left.</param>
public sealed record Reach(ContactWay Way, DateTimeOffset At, bool LeavesMessage);

/// <summary>It goes against what the person said is safe; nothing was sent, planned or recorded. A named reason may override it.</summary>
/// <param name="Dangers">What it goes against.</param>
/// <param name="NextTime">The next moment their safe times allow, UTC; null when they named none that could be read.</param>
public sealed record ContactRefused(ImmutableArray<ContactDanger> Dangers, DateTimeOffset? NextTime) : CaseOutcome;

/// <summary>Words in it say what it is about to whoever holds the phone; nothing was sent.</summary>
/// <param name="Telling">The words.</param>
public sealed record WordingRefused(ImmutableArray<string> Telling) : CaseOutcome;
