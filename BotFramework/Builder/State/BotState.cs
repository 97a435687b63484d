using System.Text.Json;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Properties that belong together and are stored as one document: read once a turn, and written over the version that was
/// read, so that of two turns at once the one that comes second fails instead of undoing the first.
/// </summary>
public abstract class BotState : IPropertyManager
{
    private readonly IStorage _storage;
    private readonly string _contextServiceKey;

    /// <summary>State in this storage, kept during a turn under this key.</summary>
    protected BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentException.ThrowIfNullOrEmpty(contextServiceKey);
        _storage = storage;
        _contextServiceKey = contextServiceKey;
    }

    /// <inheritdoc />
    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new StatePropertyAccessor<T>(this, name);
    }

    /// <summary>Reads the state, unless this turn has it already; with <paramref name="force"/>, reads it again and forgets changes.</summary>
    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (!force && Loaded(turnContext) is not null)
            return;
        var key = GetStorageKey(turnContext);
        var stored = await _storage.ReadAsync([key], cancellationToken);
        var document = stored.TryGetValue(key, out var value) && value is not null ? StateDocument.From(key, value) : new StateDocument();
        turnContext.TurnState.Set(_contextServiceKey, new LoadedState(document));
    }

    /// <summary>
    /// Writes the state where this turn may have changed it, or always with <paramref name="force"/>; does nothing when it was never read.
    /// Throws what the storage throws when another turn has written it since.
    /// </summary>
    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (Loaded(turnContext) is not { } state || !(force || state.MayHaveChanged))
            return;
        await _storage.WriteAsync(new Dictionary<string, object>(1) { [GetStorageKey(turnContext)] = state.Document }, cancellationToken);
        state.Saved();
    }

    /// <summary>Removes every property; stored when the state is saved.</summary>
    public virtual async Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await LoadAsync(turnContext, false, cancellationToken);
        Loaded(turnContext).Clear();
    }

    /// <summary>Deletes the stored document at once, and forgets it in this turn.</summary>
    public virtual Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        return _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    internal async Task<T> ReadAsync<T>(ITurnContext turnContext, string name, Func<T> defaultValueFactory, CancellationToken cancellationToken)
    {
        await LoadAsync(turnContext, false, cancellationToken);
        var state = Loaded(turnContext);
        T value;
        if (state.Document.TryGetValue(name, out var kept) && kept is not null)
            value = Typed<T>(state, name, kept);
        else if (defaultValueFactory is null)
            return default;
        else
            state.Set(name, value = defaultValueFactory());
        state.HandOut(value);
        return value;
    }

    internal async Task ChangeAsync(ITurnContext turnContext, string name, object value, bool remove, CancellationToken cancellationToken)
    {
        await LoadAsync(turnContext, false, cancellationToken);
        if (remove)
            Loaded(turnContext).Remove(name);
        else
            Loaded(turnContext).Set(name, value);
    }

    /// <summary>The key of the document this turn's state is in.</summary>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <summary>A property; the default of its type when there is none.</summary>
    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default) =>
        ReadAsync<T>(turnContext, propertyName, null, cancellationToken);

    /// <summary>Removes a property.</summary>
    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default) =>
        ChangeAsync(turnContext, propertyName, null, true, cancellationToken);

    /// <summary>Sets a property.</summary>
    protected Task SetPropertyValueAsync(ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default) =>
        ChangeAsync(turnContext, propertyName, value, false, cancellationToken);

    private static T Typed<T>(LoadedState state, string name, object kept)
    {
        if (kept is T typed)
            return typed;
        if (kept is not JsonElement json || state.Document.Source is not { } source)
            throw new InvalidOperationException($"The stored property '{name}' is a {kept.GetType().Name}, not a {typeof(T).Name}.");
        typed = source.Read<T>(json);
        state.Document[name] = typed;
        return typed;
    }

    private LoadedState Loaded(ITurnContext turnContext) => turnContext.TurnState.Get<LoadedState>(_contextServiceKey);
}
