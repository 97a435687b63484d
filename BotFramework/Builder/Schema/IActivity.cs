namespace Microsoft.Bot.Schema;

/// <summary>What every activity carries, whatever its type.</summary>
public interface IActivity
{
    /// <summary>What kind of activity it is, from <see cref="ActivityTypes"/>.</summary>
    string Type { get; set; }

    /// <summary>Its id, unique within its conversation only; null where the channel gives none.</summary>
    string Id { get; set; }

    /// <summary>The address replies go to.</summary>
    string ServiceUrl { get; set; }

    /// <summary>When the channel took it, UTC.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>When it was sent, on the sender's clock.</summary>
    DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The channel it came by.</summary>
    string ChannelId { get; set; }

    /// <summary>Who sent it.</summary>
    ChannelAccount From { get; set; }

    /// <summary>The conversation it belongs to.</summary>
    ConversationAccount Conversation { get; set; }

    /// <summary>Who it is for.</summary>
    ChannelAccount Recipient { get; set; }

    /// <summary>The id of the activity it answers.</summary>
    string ReplyToId { get; set; }

    /// <summary>Facts about it, such as mentions.</summary>
    IList<Entity> Entities { get; set; }

    /// <summary>What only this channel understands; a <see cref="System.Text.Json.JsonElement"/> once read.</summary>
    object ChannelData { get; set; }

    /// <summary>This activity as a message; null when it is none.</summary>
    IMessageActivity AsMessageActivity();

    /// <summary>This activity as a change of the conversation; null when it is none.</summary>
    IConversationUpdateActivity AsConversationUpdateActivity();

    /// <summary>This activity as a sign of typing; null when it is none.</summary>
    ITypingActivity AsTypingActivity();

    /// <summary>This activity as the end of the conversation; null when it is none.</summary>
    IEndOfConversationActivity AsEndOfConversationActivity();

    /// <summary>This activity as an event; null when it is none.</summary>
    IEventActivity AsEventActivity();

    /// <summary>This activity as an invoke; null when it is none.</summary>
    IInvokeActivity AsInvokeActivity();

    /// <summary>Where this activity came from, to answer it later.</summary>
    ConversationReference GetConversationReference();

    /// <summary>Addresses this activity by a reference: to the bot when it is incoming, else from the bot.</summary>
    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);
}
