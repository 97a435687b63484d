namespace Microsoft.Bot.Builder;

/// <summary>The answer to an invoke, sent as the value of an activity of type <see cref="Schema.ActivityTypesEx.InvokeResponse"/>.</summary>
public sealed class InvokeResponse
{
    /// <summary>The status, as of HTTP.</summary>
    public int Status { get; set; }

    /// <summary>What is answered.</summary>
    public object Body { get; set; }
}
