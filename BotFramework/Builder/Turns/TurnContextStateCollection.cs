namespace Microsoft.Bot.Builder;

/// <summary>Things kept for the length of one turn. Those that can be disposed are, when the turn ends.</summary>
public sealed class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    private bool _disposed;

    /// <summary>Nothing kept.</summary>
    public TurnContextStateCollection()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>What is kept under this key; the default when there is none. Throws <see cref="InvalidCastException"/> when it is something else.</summary>
    public T Get<T>(string key)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(key);
        return TryGetValue(key, out var value) ? (T)value : default;
    }

    /// <summary>What is kept under its type's name; the default when there is none.</summary>
    public T Get<T>() => Get<T>(typeof(T).FullName);

    /// <summary>Keeps something new. Throws <see cref="ArgumentException"/> when the key is taken.</summary>
    public void Add<T>(string key, T value)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(value);
        base.Add(key, value);
    }

    /// <summary>Keeps something new under its type's name.</summary>
    public void Add<T>(T value) => Add(typeof(T).FullName, value);

    /// <summary>Keeps something, in place of what was there.</summary>
    public void Set<T>(string key, T value)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(key);
        this[key] = value;
    }

    /// <summary>Keeps something under its type's name, in place of what was there.</summary>
    public void Set<T>(T value) => Set(typeof(T).FullName, value);

    /// <summary>Disposes what is kept.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        foreach (var value in Values)
            (value as IDisposable)?.Dispose();
    }
}
