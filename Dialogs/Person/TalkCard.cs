using Microsoft.Bot.Schema;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Dialogs.Person;

/// <summary>What stands beside the text box while someone from staff holds the conversation.</summary>
public static class TalkCard
{
    /// <summary>The id its form carries. A stored format.</summary>
    public const string Question = "talk";

    /// <summary>The card.</summary>
    public static QuestionCard For(ConversationTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return new QuestionCard
        {
            Question = Question,
            Progress = turn.Memory.Talk?.With is { } name ? turn.Phrases.With("Talk_With", name) : null,
            Ways = [new CardChoice(Ways.NoPerson, turn.Phrases["Way_no-person"]), new CardChoice(Ways.Leave, turn.Phrases["Way_leave"])],
        };
    }

    /// <summary>Offers it without a word.</summary>
    public static Task OfferAsync(ConversationTurn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Context.SendActivityAsync(
            new Activity { Type = ActivityTypes.Event, Name = Question, Attachments = [ConversationTurn.Card(QuestionCard.ContentType, For(turn))] }, cancellationToken);
    }
}
