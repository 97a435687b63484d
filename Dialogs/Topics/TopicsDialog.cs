using System.Collections.Immutable;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;

namespace ReportBot.Dialogs.Topics;

/// <summary>
/// What the assistant can do, offered when nothing else is open. After a report was sent, whatever is written here goes to
/// staff with it; before that, it is the beginning of what happened.
/// </summary>
public sealed class TopicsDialog(AfterSending afterSending) : Dialog(DialogId)
{
    /// <summary>The stored id.</summary>
    public const string DialogId = "topics";

    /// <inheritdoc />
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        await AskAsync(ConversationTurn.Of(dc.Context), cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = ConversationTurn.Of(dc.Context);
        if (turn.Memory.Sent is null && turn.Input.Words.Length > 0)
        {
            turn.AddToAccount();
            return await dc.ReplaceDialogAsync(ReportDialog.DialogId, null, cancellationToken);
        }

        if (turn.Memory.Sent is not null && (turn.Input.Words.Length > 0 || !turn.Input.Files.IsEmpty))
            await afterSending.PassOnAsync(turn, cancellationToken);
        await AskAsync(turn, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await AskAsync(ConversationTurn.Of(dc.Context), cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        AskAsync(ConversationTurn.Of(turnContext), cancellationToken);

    private static Task AskAsync(ConversationTurn turn, CancellationToken cancellationToken)
    {
        var isSent = turn.Memory.Sent is not null;
        ImmutableArray<string> ways = isSent
            ? [Ways.FollowUp, Ways.Support, Ways.Policy, Ways.Person, Ways.NewReport]
            : [Ways.Report, Ways.Support, Ways.Policy, Ways.FollowUp];
        return turn.AskAsync(turn.Phrases[isSent ? "Topics_AfterSending" : "Topics_Ask"], new QuestionCard
        {
            Question = DialogId,
            Choices = [.. ways.Select(way => WaysCard.Of(turn, way))],
            LongAnswer = true,
            BoxLabel = turn.Phrases[isSent ? "Topics_BoxAfterSending" : "Account_Box"],
        }, cancellationToken);
    }
}
