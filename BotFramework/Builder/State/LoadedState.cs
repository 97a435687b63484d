namespace Microsoft.Bot.Builder;

/// <summary>
/// State while a turn works on it. What was set is known to have changed; an object that was handed out may change at any time
/// after, so it counts as changed until the turn ends. Nothing is written out and compared to find that out.
/// </summary>
internal sealed class LoadedState(StateDocument document)
{
    private bool _changed;
    private bool _handedOut;

    /// <summary>The properties.</summary>
    public StateDocument Document { get; } = document;

    /// <summary>True when saving would store something else than was read.</summary>
    public bool MayHaveChanged => _changed || _handedOut;

    /// <summary>Sets a property.</summary>
    public void Set(string name, object value)
    {
        Document[name] = value;
        _changed = true;
    }

    /// <summary>Removes a property.</summary>
    public void Remove(string name) => _changed |= Document.Remove(name);

    /// <summary>Removes all properties.</summary>
    public void Clear()
    {
        Document.Clear();
        _changed = true;
    }

    /// <summary>Notes that a property was given to someone who may change it in place.</summary>
    public void HandOut<T>(T value) => _handedOut |= !typeof(T).IsValueType && value is not (null or string);

    /// <summary>Notes that the storage has it as it is now.</summary>
    public void Saved() => _changed = false;
}
