namespace Microsoft.Bot.Builder;

/// <summary>A document that knows which version of it was read.</summary>
public interface IStoreItem
{
    /// <summary>The version: null for a document that is new, <c>*</c> to write over any.</summary>
    string ETag { get; set; }
}
