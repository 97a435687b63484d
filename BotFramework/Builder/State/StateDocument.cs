namespace Microsoft.Bot.Builder;

/// <summary>The properties of one state as one document, with the version they were read at.</summary>
internal sealed class StateDocument : Dictionary<string, object>, IStoreItem
{
    private const string AnyVersion = "*";

    /// <summary>Properties nobody stored yet.</summary>
    public StateDocument()
        : base(StringComparer.Ordinal)
    {
    }

    private StateDocument(IDictionary<string, object> properties)
        : base(properties, StringComparer.Ordinal)
    {
    }

    /// <inheritdoc />
    public string ETag { get; set; }

    /// <summary>What turns properties that are still JSON into their types; null where the storage answered typed values.</summary>
    public MemoryStorage Source { get; init; }

    /// <summary>
    /// What a storage answered, as properties. A storage that names no version decides about versions by itself, so its document is
    /// written over any.
    /// </summary>
    public static StateDocument From(string key, object stored) => stored switch
    {
        StateDocument document => document,
        IDictionary<string, object> properties => new(properties) { ETag = (stored as IStoreItem)?.ETag ?? AnyVersion },
        _ => throw new InvalidOperationException(
            $"The storage answered a {stored.GetType().Name} for '{key}', where state is a dictionary of names and objects."),
    };
}
