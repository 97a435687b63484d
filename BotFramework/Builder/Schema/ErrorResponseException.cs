using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>
/// A channel refused a request: it answered, with a status that is not success. A request that got no answer throws
/// <see cref="HttpRequestException"/> or <see cref="TaskCanceledException"/> instead.
/// </summary>
public sealed class ErrorResponseException : RestException
{
    /// <summary>A refusal without words.</summary>
    public ErrorResponseException()
    {
    }

    /// <summary>A refusal with these words.</summary>
    public ErrorResponseException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal with these words, caused by another failure.</summary>
    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The answer, with its status.</summary>
    public HttpResponseMessageWrapper Response { get; set; }

    /// <summary>The body of the answer; null when it could not be read.</summary>
    public ErrorResponse Body { get; set; }
}
