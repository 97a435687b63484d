namespace Microsoft.Bot.Builder;

/// <summary>State that belongs to a conversation on a channel.</summary>
public sealed class ConversationState : BotState
{
    /// <summary>State in this storage.</summary>
    public ConversationState(IStorage storage)
        : base(storage, nameof(ConversationState))
    {
    }

    /// <inheritdoc />
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var channel = activity.ChannelId ?? throw new InvalidOperationException("The activity names no channel.");
        var conversation = activity.Conversation?.Id ?? throw new InvalidOperationException("The activity names no conversation.");
        return $"{channel}/conversations/{conversation}";
    }
}
