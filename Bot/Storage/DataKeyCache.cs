using System.Diagnostics.CodeAnalysis;

namespace ReportBot.Bot.Storage;

/// <summary>
/// Opened data keys of what was used last, so that a turn does not unwrap its key each time. Bounded: two generations, the older dropped when
/// the younger is full. A dropped key may still be in use, so nobody disposes it here; its cipher clears itself once nobody holds it.
/// </summary>
internal sealed class DataKeyCache(int generation)
{
    private readonly Lock _generations = new();
    private Dictionary<string, DataKey> _young = new(generation);
    private Dictionary<string, DataKey> _old = [];

    public bool TryGet(string owner, [NotNullWhen(true)] out DataKey? key)
    {
        lock (_generations)
        {
            if (_young.TryGetValue(owner, out key))
                return true;
            if (!_old.TryGetValue(owner, out key))
                return false;
            Add(owner, key);
            return true;
        }
    }

    public void Put(string owner, DataKey key)
    {
        lock (_generations)
            Add(owner, key);
    }

    public void Forget(string owner)
    {
        lock (_generations)
        {
            _young.Remove(owner);
            _old.Remove(owner);
        }
    }

    private void Add(string owner, DataKey key)
    {
        if (_young.Count >= generation)
            (_old, _young) = (_young, new(generation));
        _young[owner] = key;
    }
}
