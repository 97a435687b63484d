namespace Microsoft.Bot.Builder;

/// <summary>Keeps documents by their keys.</summary>
public interface IStorage
{
    /// <summary>The documents under these keys; keys that have none are left out.</summary>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes documents under their keys. A document that is an <see cref="IStoreItem"/> is written only over the version it names.
    /// </summary>
    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    /// <summary>Deletes the documents under these keys; keys that have none are passed over.</summary>
    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}
