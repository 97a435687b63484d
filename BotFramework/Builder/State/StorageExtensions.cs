namespace Microsoft.Bot.Builder;

/// <summary>Reads from a storage by type.</summary>
public static class StorageExtensions
{
    /// <summary>
    /// The documents under these keys; keys that have none are left out. Throws <see cref="InvalidOperationException"/> for a document of another type.
    /// </summary>
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(
        this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        ArgumentNullException.ThrowIfNull(storage);
        if (storage is MemoryStorage memory)
            return memory.Read<TStoreItem>(keys);
        var documents = new Dictionary<string, TStoreItem>(StringComparer.Ordinal);
        foreach (var (key, document) in await storage.ReadAsync(keys, cancellationToken))
            documents[key] = document as TStoreItem
                ?? throw new InvalidOperationException($"The document '{key}' is a {document?.GetType().Name ?? "null"}, not a {typeof(TStoreItem).Name}.");
        return documents;
    }
}
