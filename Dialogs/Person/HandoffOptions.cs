using System.ComponentModel.DataAnnotations;

namespace ReportBot.Dialogs.Person;

/// <summary>How long people wait for each other in a conversation.</summary>
public sealed record HandoffOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Handoff";

    /// <summary>How long someone who asks for a person waits in the conversation, in minutes, 1 to 120. 10 by default.</summary>
    [Range(1, 120)]
    public int WaitMinutes { get; init; } = 10;

    /// <summary>After how long without a word from staff the assistant takes the conversation back, in minutes, 1 to 240. 15 by default.</summary>
    [Range(1, 240)]
    public int IdleMinutes { get; init; } = 15;
}
