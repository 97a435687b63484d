using System.Text.Json.Serialization;

namespace ReportBot.Dialogs.Conversation;

/// <summary>That a person waits for someone from staff in the conversation, or that one of them holds it.</summary>
public sealed record TalkState
{
    /// <summary>The report it is about.</summary>
    public required Guid Report { get; init; }

    /// <summary>True once someone from staff has joined: the assistant is silent from then on, danger excepted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required bool IsHeld { get; init; }

    /// <summary>The name of whoever joined; null while the person waits.</summary>
    public string? With { get; init; }

    /// <summary>Until when the person waits, UTC; null once someone joined.</summary>
    public DateTimeOffset? Until { get; init; }
}
