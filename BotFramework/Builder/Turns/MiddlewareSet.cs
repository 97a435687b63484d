using System.Collections;

namespace Microsoft.Bot.Builder;

/// <summary>Middleware in the order turns pass it; itself a middleware.</summary>
public sealed class MiddlewareSet : IMiddleware, IEnumerable<IMiddleware>
{
    private readonly List<IMiddleware> _middleware = [];

    /// <summary>Adds a middleware after those already there.</summary>
    public MiddlewareSet Use(IMiddleware middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _middleware.Add(middleware);
        return this;
    }

    /// <inheritdoc />
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(next);
        return FromAsync(0, turnContext, (_, token) => next(token), cancellationToken);
    }

    /// <summary>Takes a turn through all of it and then to the callback, where there is one.</summary>
    public Task ReceiveActivityWithStatusAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        FromAsync(0, turnContext, callback, cancellationToken);

    /// <inheritdoc />
    public IEnumerator<IMiddleware> GetEnumerator() => _middleware.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Task FromAsync(int place, ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        place < _middleware.Count
            ? ThroughAsync(place, turnContext, callback, cancellationToken)
            : callback?.Invoke(turnContext, cancellationToken) ?? Task.CompletedTask;

    private Task ThroughAsync(int place, ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        _middleware[place].OnTurnAsync(turnContext, token => FromAsync(place + 1, turnContext, callback, token), cancellationToken);
}
