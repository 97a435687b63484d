namespace Microsoft.Bot.Builder;

/// <summary>Something every turn passes on its way to the bot and back.</summary>
public interface IMiddleware
{
    /// <summary>Takes part in a turn. Only <paramref name="next"/> takes it further; not calling it ends the turn here.</summary>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
