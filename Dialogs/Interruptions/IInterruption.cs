using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Dialogs.Interruptions;

/// <summary>Something that is looked for before the open question reads what was sent. They are tried in order.</summary>
public interface IInterruption
{
    /// <summary>True when it took the turn: nothing else looks at what was sent then.</summary>
    Task<bool> TryAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken);
}
