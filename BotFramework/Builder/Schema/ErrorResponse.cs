namespace Microsoft.Bot.Schema;

/// <summary>The body of a refusal by a channel.</summary>
public sealed class ErrorResponse
{
    /// <summary>An empty refusal.</summary>
    public ErrorResponse()
    {
    }

    /// <summary>A refusal for this reason.</summary>
    public ErrorResponse(Error error = null) => Error = error;

    /// <summary>What went wrong.</summary>
    public Error Error { get; set; }
}
