using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Dialogs.Interruptions;

/// <summary>Throws the draft away and begins again, once the person has said they mean it.</summary>
public sealed class StartAgainDialog() : ConfirmDialog(DialogId)
{
    /// <summary>The stored id.</summary>
    public const string DialogId = "start-again";

    /// <inheritdoc />
    protected override string Words(ConversationTurn turn, DialogInstance instance) => turn.Phrases["StartAgain_Ask"];

    /// <inheritdoc />
    protected override async Task<DialogTurnResult> YesAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        turn.Memory = turn.Memory with { Draft = null, Changing = null, Thanked = false, SharedWithStaff = false };
        turn.BeginDraft();
        await turn.SayAsync("StartAgain_Done", cancellationToken);
        await OpenQuestion.BeginAgainAsync(dc, turn, cancellationToken);
        return EndOfTurn;
    }
}
