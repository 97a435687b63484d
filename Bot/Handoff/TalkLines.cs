using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff;
using ReportBot.Bot.Staff.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Handoff;

/// <summary>Something that was said or done between staff and the person, as staff see it.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who on staff; null when it was the person, or nobody.</param>
/// <param name="Words">The words; null when nothing was said and <paramref name="What"/> stands for it.</param>
/// <param name="What">What happened, in a few words; null when the words speak for themselves.</param>
/// <param name="Files">Files that came with it.</param>
public sealed record TalkLine(DateTimeOffset At, StaffRef? By, string? Words, string? What, ImmutableArray<EvidenceFile> Files);

/// <summary>Reads a case's history as the conversation between staff and one person. The account and what the assistant asked are not in it.</summary>
public static class TalkLines
{
    /// <summary>The lines of a report, oldest first.</summary>
    public static ImmutableArray<TalkLine> Of(Case full, Guid report)
    {
        ArgumentNullException.ThrowIfNull(full);
        var told = full.Talk.Told.ToDictionary(entry => entry.Event.Command);
        var lines = ImmutableArray.CreateBuilder<TalkLine>();
        foreach (var happened in full.History)
            if (Of(happened, report, told) is { } line)
                lines.Add(line);
        return lines.ToImmutable();
    }

    private static TalkLine? Of(CaseEvent happened, Guid report, Dictionary<Guid, ToldEntry> told) => happened switch
    {
        MessageReceived message when message.Report == report => new TalkLine(
            message.At, null, message.Words.Length == 0 ? null : ReturnCodeMask.Hide(message.Words), Marks(message), message.Files),
        ReplySent reply when reply.Report == report => new TalkLine(reply.At, reply.By, reply.Words, TalkWords.Of(told[reply.Command]), []),
        ContactPlanned plan when plan.Report == report => Event(plan),
        PersonJoined joined when joined.Report == report => Event(joined),
        PersonLeft left when left.Report == report => Event(left),
        WentOnAlone alone when alone.Report == report => Event(alone),
        _ => null,
    };

    private static TalkLine Event(CaseEvent happened) =>
        new(happened.At, null, null, TalkWords.Of(happened, happened.By?.Name ?? "The person"), []);

    private static string? Marks(MessageReceived message) => (message.IsUrgent, message.AsksForPerson) switch
    {
        (_, true) when message.WaitsUntil is { } until => $"Asks for a person, and waits in the conversation until {StaffTime.Clock(until)}.",
        (true, _) => "Speaks of danger. The assistant has said to call 999.",
        (_, true) => "Asks for a person.",
        _ => null,
    };
}
