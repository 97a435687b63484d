namespace Microsoft.Bot.Schema;

/// <summary>Types of activity that never leave the service.</summary>
public static class ActivityTypesEx
{
    /// <summary>The answer to an invoke; its value is an InvokeResponse.</summary>
    public const string InvokeResponse = "invokeResponse";
}
