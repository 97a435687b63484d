using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>
/// One thing that happens in a conversation: a message, an event, someone joining. Which members mean something depends on <see cref="Type"/>.
/// </summary>
public sealed partial class Activity : IConversationUpdateActivity, IMessageActivity, ITypingActivity,
    IEndOfConversationActivity, IEventActivity, IInvokeActivity, ITraceActivity
{
    /// <summary>The content type of an activity as JSON.</summary>
    public const string ContentType = "application/vnd.microsoft.activity";

    /// <inheritdoc />
    public string Type { get; set; }

    /// <inheritdoc />
    public string Id { get; set; }

    /// <inheritdoc />
    public DateTimeOffset? Timestamp { get; set; }

    /// <inheritdoc />
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The sender's time zone, as an IANA name.</summary>
    public string LocalTimezone { get; set; }

    /// <inheritdoc />
    public string ServiceUrl { get; set; }

    /// <inheritdoc />
    public string ChannelId { get; set; }

    /// <inheritdoc />
    public ChannelAccount From { get; set; }

    /// <inheritdoc />
    public ConversationAccount Conversation { get; set; }

    /// <inheritdoc />
    public ChannelAccount Recipient { get; set; }

    /// <inheritdoc />
    public string TextFormat { get; set; }

    /// <inheritdoc />
    public string AttachmentLayout { get; set; }

    /// <inheritdoc />
    public IList<ChannelAccount> MembersAdded { get; set; }

    /// <inheritdoc />
    public IList<ChannelAccount> MembersRemoved { get; set; }

    /// <inheritdoc />
    public string TopicName { get; set; }

    /// <inheritdoc />
    public bool? HistoryDisclosed { get; set; }

    /// <inheritdoc />
    public string Locale { get; set; }

    /// <inheritdoc cref="IMessageActivity.Text" />
    public string Text { get; set; }

    /// <inheritdoc />
    public string Speak { get; set; }

    /// <inheritdoc />
    public string InputHint { get; set; }

    /// <inheritdoc />
    public string Summary { get; set; }

    /// <inheritdoc />
    public SuggestedActions SuggestedActions { get; set; }

    /// <inheritdoc />
    public IList<Attachment> Attachments { get; set; }

    /// <inheritdoc />
    public IList<Entity> Entities { get; set; }

    /// <inheritdoc />
    public object ChannelData { get; set; }

    /// <summary>What was added or removed, for activities that say so by a word.</summary>
    public string Action { get; set; }

    /// <inheritdoc />
    public string ReplyToId { get; set; }

    /// <inheritdoc />
    public string Label { get; set; }

    /// <inheritdoc />
    public string ValueType { get; set; }

    /// <inheritdoc cref="IMessageActivity.Value" />
    public object Value { get; set; }

    /// <inheritdoc cref="IEventActivity.Name" />
    public string Name { get; set; }

    /// <inheritdoc cref="IEventActivity.RelatesTo" />
    public ConversationReference RelatesTo { get; set; }

    /// <inheritdoc />
    public string Code { get; set; }

    /// <inheritdoc />
    public DateTimeOffset? Expiration { get; set; }

    /// <inheritdoc />
    public string Importance { get; set; }

    /// <inheritdoc />
    public string DeliveryMode { get; set; }

    /// <summary>Who called the bot, when it was called by another bot.</summary>
    public string CallerId { get; set; }

    /// <summary>Members this class does not know, kept as they came and written again; null when there were none.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Properties { get; set; }
}
