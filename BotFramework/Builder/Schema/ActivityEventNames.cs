namespace Microsoft.Bot.Schema;

/// <summary>Names of events the framework itself makes.</summary>
public static class ActivityEventNames
{
    /// <summary>The service speaks first in a conversation it already has.</summary>
    public const string ContinueConversation = "ContinueConversation";

    /// <summary>The service opened a conversation.</summary>
    public const string CreateConversation = "CreateConversation";
}
