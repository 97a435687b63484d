using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Interruptions;

/// <summary>A yes or no that stands above the open question. "Yes and no" is asked again; anything else is a no that loses nothing.</summary>
public abstract class ConfirmDialog(string id) : Dialog(id)
{
    /// <inheritdoc />
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        await AskAsync(ConversationTurn.Of(dc.Context), dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = ConversationTurn.Of(dc.Context);
        var yes = turn.Input.Choices.Contains(YesNoChoice.Yes) || turn.Phrases.Means("Words_Yes", turn.Input.Words);
        var no = turn.Input.Choices.Contains(YesNoChoice.No) || turn.Phrases.Means("Words_No", turn.Input.Words);
        if (yes == no)
        {
            await turn.SayAsync("Confirm_Retry", cancellationToken);
            await AskAsync(turn, dc.ActiveDialog, cancellationToken);
            return EndOfTurn;
        }

        return yes ? await YesAsync(dc, turn, cancellationToken) : await NoAsync(dc, turn, cancellationToken);
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await AskAsync(ConversationTurn.Of(dc.Context), dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        AskAsync(ConversationTurn.Of(turnContext), instance, cancellationToken);

    /// <summary>The words the yes or no is asked with.</summary>
    protected abstract string Words(ConversationTurn turn, DialogInstance instance);

    /// <summary>What yes does.</summary>
    protected abstract Task<DialogTurnResult> YesAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken);

    /// <summary>What no does: by default nothing, and the question below is asked again.</summary>
    protected virtual Task<DialogTurnResult> NoAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken) =>
        dc.EndDialogAsync(null, cancellationToken);

    private Task AskAsync(ConversationTurn turn, DialogInstance instance, CancellationToken cancellationToken) => turn.AskAsync(
        Words(turn, instance),
        new QuestionCard
        {
            Question = Id,
            Choices = [new CardChoice(YesNoChoice.Yes, turn.Phrases["Yes"]), new CardChoice(YesNoChoice.No, turn.Phrases["No"])],
        },
        cancellationToken);
}
