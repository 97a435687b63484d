using ReportBot.Bot.Cases;
using ReportBot.Bot.Conversations;
using ReportBot.Dialogs.Person;

namespace ReportBot.Bot.Handoff;

/// <summary>Puts what staff say and do into a thread, as turns of their own kind.</summary>
public sealed class StaffTurns(TurnRunner runner, ICaseStore store)
{
    /// <summary>Tells it; told before, it changes nothing. Null when there is no such thread, or nothing to tell any more.</summary>
    public Task<TranscriptTurn?> TellAsync(Guid id, string thread, ToldEvent told, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(told);
        return runner.TellAsync(thread, told.Command.ToString("N"), async (dialogs, turn, token) =>
        {
            switch (told)
            {
                case ReplySent reply:
                    await StaffMessage.SayAsync(turn, reply.By!.Name, reply.Words, token); // Only staff send replies.
                    return true;
                case PersonJoined joined:
                    if (!await IsThereAsync(id, joined, token))
                        return false;
                    await TalkTurns.JoinedAsync(turn, joined.Report, joined.By!.Name, token); // Only staff join.
                    return true;
                case PersonLeft left:
                    return await TalkTurns.LeftAsync(dialogs, turn, left.Report, left.Why, token);
                default:
                    throw new InvalidOperationException("There are no words for this.");
            }
        }, cancellationToken);
    }

    // Read while the thread can take no other turn: the person may have gone on alone since, and must not be left with nobody.
    private async Task<bool> IsThereAsync(Guid id, PersonJoined joined, CancellationToken cancellationToken) =>
        (await store.FindAsync(id, cancellationToken))?.Talk.Holding.GetValueOrDefault(joined.Report)?.Joined.Command == joined.Command;
}
