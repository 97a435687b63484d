namespace Microsoft.Bot.Builder;

/// <summary>Several states that are read and saved together, one after the other.</summary>
public sealed class BotStateSet
{
    /// <summary>These states.</summary>
    public BotStateSet(params BotState[] botStates) => BotStates = [.. botStates];

    /// <summary>The states, in the order they are saved.</summary>
    public List<BotState> BotStates { get; }

    /// <summary>Adds a state after those already there.</summary>
    public BotStateSet Add(BotState botState)
    {
        ArgumentNullException.ThrowIfNull(botState);
        BotStates.Add(botState);
        return this;
    }

    /// <summary>Reads all of them.</summary>
    public async Task LoadAllAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        foreach (var state in BotStates)
            await state.LoadAsync(turnContext, force, cancellationToken);
    }

    /// <summary>Saves all of them. The first that fails throws, and those after it are not saved.</summary>
    public async Task SaveAllChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        foreach (var state in BotStates)
            await state.SaveChangesAsync(turnContext, force, cancellationToken);
    }
}
