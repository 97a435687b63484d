namespace Microsoft.Bot.Schema;

/// <summary>What a channel answers to something sent: its id there.</summary>
public sealed class ResourceResponse
{
    /// <summary>An answer without an id.</summary>
    public ResourceResponse()
    {
    }

    /// <summary>An answer with this id.</summary>
    public ResourceResponse(string id = null) => Id = id;

    /// <summary>The id on the channel; null when it gave none.</summary>
    public string Id { get; set; }
}
