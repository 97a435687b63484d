using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Interruptions;

namespace ReportBot.Dialogs;

/// <summary>
/// The conversation, one turn at a time: interruptions in order, then the open dialog, then whatever comes next. It knows no
/// channel and holds nothing of anyone.
/// </summary>
public sealed class Assistant(IEnumerable<IInterruption> interruptions)
{
    private readonly IInterruption[] _interruptions = [.. interruptions];

    /// <summary>The first words of a conversation: who speaks, then the first question, or the topic it was opened with.</summary>
    public async Task WelcomeAsync(DialogContext dc, string? topic, CancellationToken cancellationToken)
    {
        var turn = ConversationTurn.Of(dc.Context);
        await turn.SayAsync("Welcome", cancellationToken);
        if (topic is not (Ways.Support or Ways.Policy or Ways.FollowUp))
            turn.BeginDraft();
        else
            turn.Input = new UserInput { Words = "", Choices = [topic] };
        await (turn.Input.Way is null ? OpenQuestion.BeginAsync(dc, turn, cancellationToken) : TakeAsync(dc, turn, cancellationToken));
    }

    /// <summary>Takes one message.</summary>
    public async Task TurnAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return;
        var turn = ConversationTurn.Of(dc.Context);
        if (!OpenQuestion.CanResume(dc))
        {
            // The stack speaks of a question this version does not have: the draft is kept, its next open question is asked.
            await dc.CancelAllDialogsAsync(cancellationToken);
            await turn.SayAsync("Resumed", cancellationToken);
        }

        await TakeAsync(dc, turn, cancellationToken);
    }

    private async Task TakeAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        foreach (var interruption in _interruptions)
            if (await interruption.TryAsync(dc, turn, cancellationToken))
            {
                await ContinueWhenNothingIsOpenAsync(dc, turn, cancellationToken);
                return;
            }

        if (dc.ActiveDialog is null)
            await OpenQuestion.BeginAsync(dc, turn, cancellationToken);
        else
            await dc.ContinueDialogAsync(cancellationToken);
        await ContinueWhenNothingIsOpenAsync(dc, turn, cancellationToken);
    }

    // A dialog that ended with nothing below it leaves the person with something to do next, always.
    private static Task ContinueWhenNothingIsOpenAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken) =>
        dc.ActiveDialog is null ? OpenQuestion.BeginAsync(dc, turn, cancellationToken) : Task.CompletedTask;
}
