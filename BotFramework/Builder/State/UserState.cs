namespace Microsoft.Bot.Builder;

/// <summary>State that belongs to a person on a channel, in all their conversations.</summary>
public sealed class UserState : BotState
{
    /// <summary>State in this storage.</summary>
    public UserState(IStorage storage)
        : base(storage, nameof(UserState))
    {
    }

    /// <inheritdoc />
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var channel = activity.ChannelId ?? throw new InvalidOperationException("The activity names no channel.");
        var user = activity.From?.Id ?? throw new InvalidOperationException("The activity names no sender.");
        return $"{channel}/users/{user}";
    }
}
