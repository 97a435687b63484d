using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Dialogs.Interruptions;

/// <summary>Files may come at any time. They are taken into the report first, whatever question stands open.</summary>
public sealed class FilesInterruption : IInterruption
{
    /// <inheritdoc />
    public async Task<bool> TryAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Input.Files.IsEmpty || turn.Memory is { Sent: not null, Draft: null })
            return false;
        turn.KeepFiles();
        await turn.SayTextAsync(
            turn.Input.Files.Length == 1 ? turn.Phrases["Files_KeptOne"] : turn.Phrases.With("Files_Kept", turn.Input.Files.Length),
            cancellationToken);
        return false;
    }
}
