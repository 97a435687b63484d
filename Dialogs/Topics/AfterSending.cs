using ReportBot.Dialogs.Conversation;

namespace ReportBot.Dialogs.Topics;

/// <summary>What a person writes after sending goes to staff with the report, durably, before it is acknowledged.</summary>
public sealed class AfterSending(IReportDesk desk)
{
    /// <summary>Passes on what was sent in this turn. False, and said so, when it could not be stored.</summary>
    public async Task<bool> PassOnAsync(ConversationTurn turn, bool asksForPerson, CancellationToken cancellationToken, bool isUrgent = false)
    {
        var sent = turn.Memory.Sent ?? throw new InvalidOperationException("No report was sent in this conversation.");
        var message = new ReporterMessage(
            $"{turn.Thread}-{turn.Sequence}", turn.Input.Words, turn.Input.Files, turn.Now, asksForPerson, isUrgent);
        try
        {
            await desk.AddMessageAsync(sent.Id, message, cancellationToken);
        }
        catch (IOException)
        {
            // Not stored: the words are still in the conversation, and the person is told to send them again.
            await turn.SayAsync("AfterSending_NotKept", cancellationToken);
            return false;
        }

        if (!asksForPerson && !isUrgent)
            await turn.SayTextAsync(turn.Phrases.With("AfterSending_Kept", sent.Reference), cancellationToken);
        return true;
    }
}
