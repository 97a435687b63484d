using System.Net;

namespace Microsoft.Rest;

/// <summary>What is kept of an answer over HTTP after the answer itself is gone.</summary>
public sealed class HttpResponseMessageWrapper
{
    /// <summary>Keeps this answer, whose body was read into a string.</summary>
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string content)
    {
        ArgumentNullException.ThrowIfNull(httpResponse);
        StatusCode = httpResponse.StatusCode;
        ReasonPhrase = httpResponse.ReasonPhrase;
        Content = content;
    }

    /// <summary>The status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The words beside the status.</summary>
    public string ReasonPhrase { get; }

    /// <summary>The body.</summary>
    public string Content { get; }
}
