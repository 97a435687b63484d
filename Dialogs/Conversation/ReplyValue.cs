using System.Collections.Immutable;

namespace ReportBot.Dialogs.Conversation;

/// <summary>
/// What a channel puts in the Value of an inbound message when something was pressed: the question it stood under and what was chosen.
/// </summary>
public sealed record ReplyValue
{
    /// <summary>The id of the question the form or card stood under; null when the channel cannot say.</summary>
    public string? Question { get; init; }

    /// <summary>The values chosen; empty when only text was typed.</summary>
    public ImmutableArray<string> Choices { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The topic the page was opened with, one of <see cref="Ways"/>; it only counts for the first message of a thread.</summary>
    public string? Topic { get; init; }
}
