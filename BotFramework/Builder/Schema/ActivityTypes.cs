namespace Microsoft.Bot.Schema;

/// <summary>The types of activity this service knows.</summary>
public static class ActivityTypes
{
    /// <summary>Someone joined or left.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The conversation is over.</summary>
    public const string EndOfConversation = "endOfConversation";

    /// <summary>Something happened; not shown.</summary>
    public const string Event = "event";

    /// <summary>The bot was added to or removed from a place.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A request that waits for its answer.</summary>
    public const string Invoke = "invoke";

    /// <summary>Something said.</summary>
    public const string Message = "message";

    /// <summary>A message was taken back.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>A reaction to a message.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>A message was changed.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A note for engineers, never shown.</summary>
    public const string Trace = "trace";

    /// <summary>Someone is typing.</summary>
    public const string Typing = "typing";
}
