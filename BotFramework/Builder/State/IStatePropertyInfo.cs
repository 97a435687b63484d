namespace Microsoft.Bot.Builder;

/// <summary>A property of the state.</summary>
public interface IStatePropertyInfo
{
    /// <summary>Its name in the document.</summary>
    string Name { get; }
}
