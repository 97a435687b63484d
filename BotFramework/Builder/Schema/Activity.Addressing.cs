namespace Microsoft.Bot.Schema;

public sealed partial class Activity
{
    /// <summary>A message that answers this activity, addressed to whoever sent it.</summary>
    public Activity CreateReply(string text = null, string locale = null)
    {
        var reply = new Activity { Type = ActivityTypes.Message, Text = text ?? string.Empty, Locale = locale ?? Locale, Attachments = [], Entities = [] };
        return reply.ApplyConversationReference(GetConversationReference());
    }

    /// <inheritdoc />
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = CanBeRepliedTo() ? Id : null,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>A reference whose answers go under a reply that was just sent.</summary>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <inheritdoc />
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        if (isIncoming)
        {
            From = reference.User;
            Recipient = reference.Bot;
            Id = reference.ActivityId ?? Id;
        }
        else
        {
            From = reference.Bot;
            Recipient = reference.User;
            ReplyToId = reference.ActivityId ?? ReplyToId;
        }

        return this;
    }

    // Direct Line and Web Chat drop a reply to the activity that opened the conversation: they never showed it.
    private bool CanBeRepliedTo() =>
        Type != ActivityTypes.ConversationUpdate || ChannelId is not (Connector.Channels.Directline or Connector.Channels.Webchat);
}
