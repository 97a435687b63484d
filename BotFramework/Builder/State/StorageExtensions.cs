namespace Microsoft.Bot.Builder;

/// <summary>Reads from a storage by type.</summary>
public static class StorageExtensions
{
    /// <summary>The documents of this type under these keys; keys that have none, or have something else, are left out.</summary>
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(
        this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        ArgumentNullException.ThrowIfNull(storage);
        if (storage is MemoryStorage memory)
            return memory.Read<TStoreItem>(keys);
        var documents = new Dictionary<string, TStoreItem>(StringComparer.Ordinal);
        foreach (var (key, document) in await storage.ReadAsync(keys, cancellationToken))
            if (document is TStoreItem item)
                documents[key] = item;
        return documents;
    }
}
