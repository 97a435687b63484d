namespace Microsoft.Rest;

/// <summary>A call of a web service failed.</summary>
public class RestException : Exception
{
    /// <summary>A failure without words.</summary>
    public RestException()
    {
    }

    /// <summary>A failure with these words.</summary>
    public RestException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with these words, caused by another failure.</summary>
    public RestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
