using System.Text.Json;

namespace Microsoft.Bot.Schema;

public sealed partial class Activity
{
    /// <summary>A new message, with lists ready to be added to.</summary>
    public static IMessageActivity CreateMessageActivity() =>
        new Activity { Type = ActivityTypes.Message, Attachments = [], Entities = [] };

    /// <summary>A new change of the conversation, with lists ready to be added to.</summary>
    public static IConversationUpdateActivity CreateConversationUpdateActivity() =>
        new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [], MembersRemoved = [] };

    /// <summary>A new sign of typing.</summary>
    public static ITypingActivity CreateTypingActivity() => new Activity { Type = ActivityTypes.Typing };

    /// <summary>A new end of the conversation.</summary>
    public static IEndOfConversationActivity CreateEndOfConversationActivity() => new Activity { Type = ActivityTypes.EndOfConversation };

    /// <summary>A new event.</summary>
    public static IEventActivity CreateEventActivity() => new Activity { Type = ActivityTypes.Event };

    /// <summary>A new invoke.</summary>
    public static IInvokeActivity CreateInvokeActivity() => new Activity { Type = ActivityTypes.Invoke };

    /// <summary>A new trace.</summary>
    public static ITraceActivity CreateTraceActivity(string name, string valueType = null, object value = null, string label = null) =>
        new Activity { Type = ActivityTypes.Trace, Name = name, Label = label, ValueType = valueType ?? value?.GetType().Name, Value = value };

    /// <inheritdoc />
    public IMessageActivity AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    /// <inheritdoc />
    public IConversationUpdateActivity AsConversationUpdateActivity() => IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    /// <inheritdoc />
    public ITypingActivity AsTypingActivity() => IsActivity(ActivityTypes.Typing) ? this : null;

    /// <inheritdoc />
    public IEndOfConversationActivity AsEndOfConversationActivity() => IsActivity(ActivityTypes.EndOfConversation) ? this : null;

    /// <inheritdoc />
    public IEventActivity AsEventActivity() => IsActivity(ActivityTypes.Event) ? this : null;

    /// <inheritdoc />
    public IInvokeActivity AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    /// <summary>This activity as a trace; null when it is none.</summary>
    public ITraceActivity AsTraceActivity() => IsActivity(ActivityTypes.Trace) ? this : null;

    /// <inheritdoc />
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments is { Count: > 0 } || ChannelData is not null;

    /// <inheritdoc />
    public Mention[] GetMentions()
    {
        List<Mention> mentions = null;
        foreach (var entity in Entities ?? [])
            if (AsMention(entity) is { } mention)
                (mentions ??= []).Add(mention);
        return mentions?.ToArray() ?? [];
    }

    private static Mention AsMention(Entity entity) => entity switch
    {
        Mention mention => mention,
        { Type: "mention", Properties: { } read } => new Mention(Account(read.GetValueOrDefault("mentioned")), Words(read.GetValueOrDefault("text"))),
        _ => null,
    };

    // Anyone can send anything in an entity, so what has another shape is not there.
    private static ChannelAccount Account(JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? new ChannelAccount(Member(json, "id"), Member(json, "name"), Member(json, "role"), Member(json, "aadObjectId"))
        : null;

    private static string Member(JsonElement json, string name) => json.TryGetProperty(name, out var member) ? Words(member) : null;

    private static string Words(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;

    /// <summary>True for that type and for the types under it, such as <c>message/special</c> under <c>message</c>.</summary>
    private bool IsActivity(string activityType) =>
        Type is { } type && type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase)
        && (type.Length == activityType.Length || type[activityType.Length] == '/');
}
