using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff;
using ReportBot.Dialogs.Person;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Handoff;

/// <summary>What the console says of a conversation with a person.</summary>
public static class TalkWords
{
    /// <summary>How far something that has to be told is.</summary>
    public static string Of(ToldEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Outcome switch
        {
            SendOutcome.Delivered => "Delivered",
            SendOutcome.Failed => "Not delivered: it could not be sent. Send it again, or reach them another safe way.",
            SendOutcome.Unknown => "Not known whether it arrived. It is not sent again by itself.",
            SendOutcome.NotYet => "Waiting: the channel cannot take it now. It goes by itself, in order.",
            SendOutcome.NotSafeNow => "Waiting for a time that is safe for them. It goes by itself then.",
            SendOutcome.Dropped => "Not needed any more",
            _ => "Sent, on its way",
        };
    }

    /// <summary>A line of the case's history; null for what has no line of its own there.</summary>
    public static string? Of(CaseEvent happened, string who) => happened switch
    {
        ReplySent reply => $"{who} wrote to the person.{Of(reply.Override)}",
        ContactPlanned plan => $"{who} planned: {StaffWords.Inside(StaffWords.Of(plan.Way))}, {StaffTime.Full(plan.PlannedFor)}.{(plan.MayLeaveMessage ? " A message may be left." : "")}{Of(plan.Override)}",
        PersonJoined => $"{who} joined the conversation.",
        PersonLeft { Why: TalkEnd.SteppedOut } => $"{who} left the conversation.",
        PersonLeft { Why: TalkEnd.Idle } => $"{who} had not written for a while. The assistant took the conversation back.",
        PersonLeft => "Nobody joined in time. The assistant has said so.",
        WentOnAlone => "The person went on without somebody from staff.",
        SendEnded { Outcome: SendOutcome.Failed } => "A message to the person could not be delivered.",
        SendEnded { Outcome: SendOutcome.Unknown } => "It is not known whether a message to the person arrived.",
        _ => null,
    };

    /// <summary>What is said of a command that was not carried out.</summary>
    public static string Of(CaseOutcome outcome, DateTimeOffset now) => outcome switch
    {
        TalkHeld held => $"{held.Holder.Name} has been in this conversation since {StaffTime.Of(held.Since, now)}. Nothing was sent.",
        ContactRefused refused => $"{Of(refused.Dangers)}{(refused.NextTime is { } next && next > now ? $" The next safe time is {StaffTime.Of(next, now)}." : "")} Nothing was sent, planned or recorded. If it must be so, or has happened, give the reason below: it goes on record.",
        WordingRefused refused => $"A text message is read by whoever holds the phone, so it must not say what this is about. Write it without: {string.Join(", ", refused.Telling)}. Nothing was sent.",
        NotAskedFor => "They have not sent their report and do not wait for anybody, so you cannot join. You can write to them.",
        NoWayToReply => "This report came a way that cannot be answered from here. Nothing was sent.",
        _ => "",
    };

    /// <summary>A named reason to go against what a person said is safe.</summary>
    public static string Of(OverrideReason reason) => reason switch
    {
        OverrideReason.RiskToLife => "Someone's life or safety is at serious risk",
        OverrideReason.TheyAsked => "They have asked for it themselves since",
        OverrideReason.KeepsToTheirWords => "I have read their own words, and this keeps to them",
        OverrideReason.LawRequires => "The law requires it",
        OverrideReason.ByMistake => "It was a mistake, and it happened",
        _ => reason.ToString(),
    };

    /// <summary>What a contact goes against.</summary>
    public static string Of(IEnumerable<ContactDanger> dangers) => string.Join(" ", dangers.Select(Of));

    /// <summary>What a line of the history adds where something went against what the person said is safe; empty elsewhere.</summary>
    internal static string Of(ContactOverride? reason) => reason is null
        ? ""
        : $" Against what they said is safe, because: {StaffWords.Inside(Of(reason.Reason))}.{(string.IsNullOrWhiteSpace(reason.Note) ? "" : $" {reason.Note}")}";

    private static string Of(ContactDanger danger) => danger switch
    {
        ContactDanger.Anonymous => "They stay anonymous and are answered through their return code only.",
        ContactDanger.WayNotSafe => "They said that this way of reaching them is not safe.",
        ContactDanger.WayInTheirWords => "They said in their own words which ways are safe. Read them first.",
        ContactDanger.TimeNotSafe => "They said that this time is not safe.",
        ContactDanger.TimeInTheirWords => "They said in their own words which times are safe. Read them first.",
        ContactDanger.MessageNotSafe => "They said that no message may be left, or none that says who we are.",
        ContactDanger.MessageNotAsked => "They have not said whether a message is safe, so none may be left.",
        _ => danger.ToString(),
    };
}
