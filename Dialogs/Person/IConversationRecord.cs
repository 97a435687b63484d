using Microsoft.Bot.Schema;

namespace ReportBot.Dialogs.Person;

/// <summary>What was said in a conversation before this turn, for whoever takes it over.</summary>
public interface IConversationRecord
{
    /// <summary>The messages of a thread from a turn on, oldest first, as text and without return codes; the last 200 of them.</summary>
    Task<IList<Activity>> SaidAsync(string thread, int fromTurn, CancellationToken cancellationToken);
}
