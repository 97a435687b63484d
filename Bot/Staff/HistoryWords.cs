using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;

namespace ReportBot.Bot.Staff;

/// <summary>A line of a case's history as it is shown.</summary>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="What">What happened.</param>
/// <param name="Note">What staff wrote with it; null when nothing.</param>
public sealed record HistoryLine(DateTimeOffset At, string What, string? Note);

/// <summary>Says what happened to a case.</summary>
public static partial class HistoryWords
{
    /// <summary>The line of something that happened; null for what has none. Words of the person, and to them, are never in it.</summary>
    public static HistoryLine? Of(CaseEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var who = happened.By?.Name ?? "The person";
        return happened switch
        {
            ReportReceived { By: null, IsFinished: true } => new(happened.At, "The report came in.", null),
            ReportReceived { By: null } => new(happened.At, "The person asked for somebody and shared what they had told so far.", null),
            CaseClaimed => new(happened.At, $"{who} took the case.", null),
            CaseReleased released => new(happened.At, $"{who} gave the case back to its queue.", released.Reason),
            CaseTransferred moved => new(happened.At, Moved(moved, who), moved.Reason),
            CaseReturned { Cause: MoveCause.Absence } back => new(happened.At, $"{back.From.Name} is away, so the case went back to its queue.", null),
            CaseReturned { Cause: MoveCause.Role } back => new(happened.At, $"{back.From.Name} has another role now and cannot work on this case, so it went back to its queue.", null),
            CaseReturned back => new(happened.At, $"{back.From.Name} had not reached the person in the time set for it, so the case went back to its queue.", null),
            CaseEscalated { Cause: MoveCause.Asked } up => new(happened.At, $"{who} asked {StaffWords.Inside(StaffWords.Of(up.Level))} about it.", up.Reason),
            CaseEscalated up => new(happened.At, $"The person was still not reached, so it went to {StaffWords.Inside(StaffWords.Of(up.Level))}.", null),
            PromiseWarned warned => new(happened.At, $"Warning: contact is due {StaffTime.Full(warned.Due)}.", null),
            PromiseMissed missed => new(happened.At, $"The promise of contact by {StaffTime.Full(missed.Due)} was missed. {StaffWords.Of(missed.Cause, missed.Holder)}", null),
            MissExplained explained => new(happened.At, $"{who} said why the promise of {StaffTime.Full(explained.Due)} was missed.", explained.Reason),
            ContactAttempted tried => new(happened.At, $"{who} tried to reach them. {StaffWords.Of(tried.Way)}, {StaffTime.Full(tried.TriedAt)}: {StaffWords.Inside(StaffWords.Of(tried.Outcome))}.{TalkWords.Of(tried.Override)}", tried.Note),
            FirstContactMade made => new(happened.At, $"{who} spoke with them. {StaffWords.Of(made.Way)}, {StaffTime.Full(made.SpokeAt)}.{(made.LateReason is null ? "" : $" After the promised time, because: {made.LateReason}")}{TalkWords.Of(made.Override)}", made.Outcome),
            NoteAdded note => new(happened.At, $"{who} wrote a note.", note.Words),
            MessageReceived message => new(happened.At, Message(message), null),
            ConflictDeclared wall when wall.Who.Id == wall.By?.Id => new(happened.At, $"{who} has a conflict of interest, and the case is kept from them. {StaffWords.Of(wall.Kind)}.", wall.Reason),
            ConflictDeclared wall => new(happened.At, $"{who} had the case kept from {wall.Who.Name}, who has a conflict of interest. {StaffWords.Of(wall.Kind)}.", wall.Reason),
            ConflictLifted lifted => new(happened.At, $"{who} let {lifted.Who.Name} see the case again.", lifted.Reason),
            InvolvedAdded added => new(happened.At, $"{who} added {StaffWords.One(added.Person.Role)} to the people involved.", null),
            InvolvedChanged changed => new(happened.At, $"{who} changed what is recorded of {StaffWords.One(changed.Person.Role)}.", changed.Reason),
            InvolvedRemoved removed => new(happened.At, $"{who} took {StaffWords.One(removed.Role)} out of the people involved.", removed.Reason),
            ConnectionJudged judged => new(happened.At, $"{who} {(judged.IsConnected ? "confirmed that another case is connected" : "found that another case is not connected")}. {StaffWords.Of(judged.Ties)}", null),
            MessagesSeen => new(happened.At, $"{who} read what the person wrote.", null),
            _ when Work(happened, who) is { } work => work,
            _ => DecisionWords.Of(happened, who) is { } decided ? decided : TalkWords.Of(happened, who) is { } talk ? new(happened.At, talk, null) : StaffWords.OfIntake(happened, who),
        };
    }

    private static string Moved(CaseTransferred moved, string who) => (moved.Cause, moved.To) switch
    {
        (MoveCause.Absence, { } to) => $"Whoever had the case is away, so it went to {to.Name}.",
        (_, { } to) => $"{who} handed the case to {to.Name}, in the queue {StaffWords.Inside(StaffWords.Of(moved.Queue))}.",
        _ => $"{who} put the case into the queue {StaffWords.Inside(StaffWords.Of(moved.Queue))}.",
    };

    private static string Message(MessageReceived message)
    {
        var what = message.Files.IsEmpty ? "The person wrote again." : $"The person sent {message.Files.Length} more file{(message.Files.Length == 1 ? "" : "s")}.";
        if (message.IsUrgent)
            what += " It speaks of danger.";
        return message.AsksForPerson ? $"{what} They ask for a person." : what;
    }
}
