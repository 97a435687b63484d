namespace Microsoft.Bot.Schema;

/// <summary>Names of the events by which a conversation goes to a person.</summary>
public static class HandoffEventNames
{
    /// <summary>The bot asks for a person.</summary>
    public const string InitiateHandoff = "handoff.initiate";

    /// <summary>How far that is.</summary>
    public const string HandoffStatus = "handoff.status";
}
