namespace Microsoft.Bot.Schema;

/// <summary>A place in a conversation, enough to speak there later.</summary>
public sealed class ConversationReference
{
    /// <summary>An empty reference.</summary>
    public ConversationReference()
    {
    }

    /// <summary>A reference with these members.</summary>
    public ConversationReference(
        string activityId = null, ChannelAccount user = null, ChannelAccount bot = null,
        ConversationAccount conversation = null, string channelId = null, string serviceUrl = null)
    {
        ActivityId = activityId;
        User = user;
        Bot = bot;
        Conversation = conversation;
        ChannelId = channelId;
        ServiceUrl = serviceUrl;
    }

    /// <summary>The activity an answer goes under.</summary>
    public string ActivityId { get; set; }

    /// <summary>The person.</summary>
    public ChannelAccount User { get; set; }

    /// <summary>The bot.</summary>
    public ChannelAccount Bot { get; set; }

    /// <summary>The conversation.</summary>
    public ConversationAccount Conversation { get; set; }

    /// <summary>The channel.</summary>
    public string ChannelId { get; set; }

    /// <summary>The language, such as <c>en-GB</c>.</summary>
    public string Locale { get; set; }

    /// <summary>The address replies go to.</summary>
    public string ServiceUrl { get; set; }

    /// <summary>The event by which the bot enters this conversation to speak first.</summary>
    public Activity GetContinuationActivity() => new()
    {
        Type = ActivityTypes.Event,
        Name = ActivityEventNames.ContinueConversation,
        Id = Guid.NewGuid().ToString(),
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Recipient = Bot,
        From = User,
        RelatesTo = this,
    };
}
