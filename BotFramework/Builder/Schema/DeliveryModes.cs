namespace Microsoft.Bot.Schema;

/// <summary>How the answers to an activity are delivered.</summary>
public static class DeliveryModes
{
    /// <summary>As messages of their own.</summary>
    public const string Normal = "normal";

    /// <summary>As a notification.</summary>
    public const string Notification = "notification";

    /// <summary>In the response to the request that brought the activity.</summary>
    public const string ExpectReplies = "expectReplies";

    /// <summary>Shown once and not kept.</summary>
    public const string Ephemeral = "ephemeral";
}
