using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Dialogs.Person;

/// <summary>What a member of staff says in the conversation: under their own name and marked as a person, never as the assistant.</summary>
public static class StaffMessage
{
    /// <summary>The name of the member of staff who said this; null when it was not one.</summary>
    public static string? NameOf(Activity said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return said.From?.Role == RoleTypes.User ? said.From.Name : null;
    }

    /// <summary>Says it.</summary>
    public static async Task SayAsync(ConversationTurn turn, string name, string words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var message = MessageFactory.Text(words);
        await turn.Context.SendActivityAsync(message, cancellationToken);
        // Set once it is held, because a turn context signs whatever it sends as the assistant.
        message.From = new ChannelAccount("staff", name, RoleTypes.User);
    }
}
