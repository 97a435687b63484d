using ReportBot.Dialogs.Conversation;

namespace ReportBot.Dialogs.Topics;

/// <summary>How something is passed on to staff.</summary>
/// <param name="AsksForPerson">True when the person asks for someone from staff.</param>
/// <param name="IsUrgent">True when it speaks of danger.</param>
/// <param name="IsOnlyAsking">True when the words and files of this turn are not meant for staff: they are left out.</param>
/// <param name="WaitsUntil">Until when they wait for someone in the conversation, UTC; null when they do not.</param>
public readonly record struct PassedOn(bool AsksForPerson = false, bool IsUrgent = false, bool IsOnlyAsking = false, DateTimeOffset? WaitsUntil = null);

/// <summary>What a person writes to staff goes to them with the report, durably, before it is acknowledged.</summary>
public sealed class AfterSending(IReportDesk desk)
{
    /// <summary>Passes on what was sent in this turn, and says that it is kept. False, and said so, when it could not be stored.</summary>
    public async Task<bool> PassOnAsync(ConversationTurn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var sent = turn.Memory.Sent ?? throw new InvalidOperationException("No report was sent in this conversation.");
        if (!await PassAsync(turn, sent.Id, new PassedOn(), cancellationToken))
            return false;
        await turn.SayTextAsync(turn.Phrases.With("AfterSending_Kept", sent.Reference), cancellationToken);
        return true;
    }

    /// <summary>Passes on what was sent in this turn, without a word. False, and said so, when it could not be stored.</summary>
    public async Task<bool> PassAsync(ConversationTurn turn, Guid report, PassedOn how, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var message = new ReporterMessage(
            $"{turn.Thread}-{turn.Sequence}", how.IsOnlyAsking ? "" : turn.Input.Words, how.IsOnlyAsking ? [] : turn.Input.Files,
            turn.Now, how.AsksForPerson, how.IsUrgent, how.WaitsUntil);
        try
        {
            await desk.AddMessageAsync(report, message, cancellationToken);
            return true;
        }
        catch (IOException)
        {
            // Not stored: the words are still in the conversation, and the person is told to send them again.
            await turn.SayAsync("AfterSending_NotKept", cancellationToken);
            return false;
        }
    }
}
