using System.Collections.Immutable;
using Microsoft.Bot.Schema;
using ReportBot.Bot.Conversations;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Person;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Conversation;

/// <summary>Something that was said in a conversation.</summary>
/// <param name="Sequence">The turn it belongs to.</param>
/// <param name="At">When, UTC.</param>
/// <param name="IsPerson">True when the person said it, false for the assistant.</param>
/// <param name="Words">The words; a pressed choice in words.</param>
/// <param name="Files">Files that came with it.</param>
/// <param name="Staff">Who on staff said it; null when it was the person or the assistant.</param>
public sealed record Said(int Sequence, DateTimeOffset At, bool IsPerson, string Words, ImmutableArray<EvidenceFile> Files, string? Staff = null);

/// <summary>Reads a whole conversation for staff: every word in order, and never a return code.</summary>
public sealed class Transcript(ITurnStore turns, ActivityJson json)
{
    /// <summary>Everything said in the stretches of a thread a report was told in, and after it was sent.</summary>
    public async Task<ImmutableArray<Said>> ReadAsync(Report report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        var said = ImmutableArray.CreateBuilder<Said>();
        foreach (var turn in await turns.ReadAsync(report.Thread, report.Turns.First - 1, cancellationToken))
        {
            if (Person(turn) is { } person)
                said.Add(person);
            foreach (var reply in json.ReadList(turn.Replies.Span))
                if (reply.Type == ActivityTypes.Message && !string.IsNullOrWhiteSpace(reply.Text))
                    said.Add(new Said(turn.Sequence, turn.At, false, ReturnCodeMask.Hide(reply.Text), [], StaffMessage.NameOf(reply)));
        }

        return said.ToImmutable();
    }

    private Said? Person(Turn turn)
    {
        if (turn.Inbound.Length == 0 || json.Read(turn.Inbound.Span) is not { } inbound || inbound.Type != ActivityTypes.Message)
            return null;
        var input = UserInput.From(inbound, turn.At);
        var words = input.Words.Length > 0
            ? input.Words
            : string.Join(", ", input.Choices.Select(choice => StaffWords.Way(choice) ?? StaffWords.Choice(input.Question ?? "", choice)));
        return words.Length == 0 && input.Files.IsEmpty ? null : new Said(turn.Sequence, turn.At, true, ReturnCodeMask.Hide(words), input.Files);
    }
}
