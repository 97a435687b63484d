using ReportBot.Bot.Conversations;
using ReportBot.Dialogs.Person;

namespace ReportBot.Bot.Handoff;

/// <summary>Puts what staff say and do into a thread, as turns of their own kind.</summary>
public sealed class StaffTurns(TurnRunner runner)
{
    /// <summary>Tells it; told before, it changes nothing. Null when there is no such thread, or nothing to tell any more.</summary>
    public Task<TranscriptTurn?> TellAsync(string thread, ToldEvent told, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(told);
        return runner.TellAsync(thread, told.Command.ToString("N"), async (_, turn, token) =>
        {
            switch (told)
            {
                case ReplySent reply:
                    await StaffMessage.SayAsync(turn, reply.By!.Name, reply.Words, token); // Only staff send replies.
                    return true;
                default:
                    throw new InvalidOperationException("There are no words for this.");
            }
        }, cancellationToken);
    }
}
