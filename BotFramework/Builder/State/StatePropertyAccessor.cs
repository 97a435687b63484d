namespace Microsoft.Bot.Builder;

/// <summary>One property of one state.</summary>
internal sealed class StatePropertyAccessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
{
    /// <inheritdoc />
    public string Name { get; } = name;

    /// <inheritdoc />
    public Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default) =>
        state.ReadAsync(turnContext, Name, defaultValueFactory, cancellationToken);

    /// <inheritdoc />
    public Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        state.ChangeAsync(turnContext, Name, null, true, cancellationToken);

    /// <inheritdoc />
    public Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default) =>
        state.ChangeAsync(turnContext, Name, value, false, cancellationToken);
}
