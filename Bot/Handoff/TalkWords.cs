using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff;
using ReportBot.Dialogs.Person;

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
            SendOutcome.Dropped => "Not needed any more",
            _ => "Sent, on its way",
        };
    }

    /// <summary>A line of the case's history; null for what has no line of its own there.</summary>
    public static string? Of(CaseEvent happened, string who) => happened switch
    {
        ReplySent => $"{who} wrote to the person.",
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
        NotAskedFor => "They have not sent their report and do not wait for anybody, so you cannot join. You can write to them.",
        NoWayToReply => "This report came a way that cannot be answered from here. Nothing was sent.",
        _ => "",
    };
}
