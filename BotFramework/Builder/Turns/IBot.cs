namespace Microsoft.Bot.Builder;

/// <summary>Something that takes turns in a conversation.</summary>
public interface IBot
{
    /// <summary>Takes one turn: reads the activity of the context and answers through it.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
