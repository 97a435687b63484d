namespace Microsoft.Bot.Schema;

/// <summary>What a channel says went wrong.</summary>
public sealed class Error
{
    /// <summary>An empty error.</summary>
    public Error()
    {
    }

    /// <summary>The code of it.</summary>
    public string Code { get; set; }

    /// <summary>The words of it.</summary>
    public string Message { get; set; }
}
