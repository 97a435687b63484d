using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Dialogs;

namespace ReportBot.Dialogs.Conversation;

/// <summary>The whole state of a conversation after a turn: the dialog stack and what is remembered. Stored with the turn.</summary>
public sealed record StoredState
{
    /// <summary>The open dialogs, the active one first.</summary>
    [JsonConverter(typeof(DialogStateConverter))]
    public required DialogState Stack { get; init; }

    /// <summary>What is remembered beside them.</summary>
    public required ConversationMemory Memory { get; init; }

    /// <summary>A conversation in which nothing was said yet.</summary>
    public static StoredState New() => new() { Stack = new DialogState(), Memory = new ConversationMemory() };
}
