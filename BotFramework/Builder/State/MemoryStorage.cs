using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Keeps documents in memory, as the JSON any other storage would keep: what is read is never the object that was written.
/// Versions are checked for every document that has one. Meant for tests and for trying things out.
/// </summary>
public sealed class MemoryStorage : IStorage
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly JsonSerializerOptions _options;
    private long _version;

    /// <summary>A storage for dialog stacks, strings, numbers and the types of the schema.</summary>
    public MemoryStorage()
        : this(StateJsonContext.Default.Options)
    {
    }

    /// <summary>A storage for the types these options know how to write.</summary>
    public MemoryStorage(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <inheritdoc />
    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        var documents = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (key, entry) in Find(keys))
            documents[key] = entry.IsState ? Properties(entry) : Element(entry);
        return Task.FromResult<IDictionary<string, object>>(documents);
    }

    /// <summary>
    /// Writes all changes or none. Throws <see cref="ArgumentException"/> when a document has another version than the stored one.
    /// </summary>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var written = new List<(string Key, IStoreItem Item, Entry Entry)>(changes.Count);
        foreach (var (key, document) in changes)
            written.Add((key, document as IStoreItem, new Entry(Json(document), document is StateDocument)));
        lock (_gate)
        {
            foreach (var (key, item, _) in written)
                RefuseStale(key, item, nameof(changes));
            foreach (var (key, item, entry) in written)
            {
                entry.ETag = (++_version).ToString(CultureInfo.InvariantCulture);
                _entries[key] = entry;
                if (item is not null)
                    item.ETag = entry.ETag;
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_gate)
            foreach (var key in keys)
                _entries.Remove(key);
        return Task.CompletedTask;
    }

    internal T Read<T>(JsonElement json) => json.Deserialize(TypeInfo<T>());

    internal IDictionary<string, T> Read<T>(string[] keys)
        where T : class
    {
        var documents = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, entry) in Find(keys))
        {
            var document = JsonSerializer.Deserialize(entry.Json, TypeInfo<T>());
            if (document is IStoreItem item)
                item.ETag = entry.ETag;
            documents[key] = document;
        }

        return documents;
    }

    private List<(string Key, Entry Entry)> Find(string[] keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new List<(string, Entry)>(keys.Length);
        lock (_gate)
            foreach (var key in keys)
                if (_entries.TryGetValue(key, out var entry))
                    found.Add((key, entry));
        return found;
    }

    private void RefuseStale(string key, IStoreItem item, string parameter)
    {
        if (item is null || item.ETag == "*" || item.ETag == _entries.GetValueOrDefault(key)?.ETag)
            return;
        throw new ArgumentException($"The document '{key}' was written by another turn since it was read.", parameter);
    }

    private StateDocument Properties(Entry entry)
    {
        var document = new StateDocument { ETag = entry.ETag, Source = this };
        foreach (var property in Element(entry).EnumerateObject())
            document[property.Name] = property.Value.ValueKind == JsonValueKind.Null ? null : property.Value;
        return document;
    }

    private byte[] Json(object document) => document is StateDocument properties
        ? JsonSerializer.SerializeToUtf8Bytes(properties, TypeInfo<IDictionary<string, object>>())
        : JsonSerializer.SerializeToUtf8Bytes(document, _options.GetTypeInfo(document.GetType()));

    private JsonElement Element(Entry entry) => JsonSerializer.Deserialize(entry.Json, TypeInfo<JsonElement>());

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)_options.GetTypeInfo(typeof(T));

    private sealed class Entry(byte[] json, bool isState)
    {
        public byte[] Json { get; } = json;

        public bool IsState { get; } = isState;

        public string ETag { get; set; }
    }
}
