using Microsoft.Bot.Schema;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Staff.Conversation;
using ReportBot.Dialogs.Person;

namespace ReportBot.Bot.Handoff;

/// <summary>What was said in a thread, read back from its turns for whoever takes it over.</summary>
public sealed class ConversationRecord(ITurnStore turns, ActivityJson json) : IConversationRecord
{
    private const int Most = 200;

    /// <inheritdoc />
    public async Task<IList<Activity>> SaidAsync(string thread, int fromTurn, CancellationToken cancellationToken)
    {
        var said = new List<Activity>();
        foreach (var turn in await turns.ReadAsync(thread, fromTurn - 1, cancellationToken))
        {
            if (!turn.Inbound.IsEmpty)
                Add(said, json.Read(turn.Inbound.Span), turn.At);
            foreach (var reply in json.ReadList(turn.Replies.Span))
                Add(said, reply, turn.At);
        }

        return said.Count <= Most ? said : said[^Most..];
    }

    private static void Add(List<Activity> said, Activity activity, DateTimeOffset at)
    {
        if (activity.Type == ActivityTypes.Message && !string.IsNullOrWhiteSpace(activity.Text))
            said.Add(new Activity { Type = ActivityTypes.Message, Id = activity.Id, From = activity.From, Timestamp = at, Text = ReturnCodeMask.Hide(activity.Text) });
    }
}
