using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.FollowUp;

/// <summary>Checking on a report: the one sent here, or by its return code. It tells how far staff are, never the account.</summary>
public sealed class FollowUpDialog(IReportDesk desk) : Dialog(DialogId)
{
    /// <summary>The stored id.</summary>
    public const string DialogId = "follow-up";

    /// <inheritdoc />
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = ConversationTurn.Of(dc.Context);
        if (turn.Memory.Sent is not { } sent)
        {
            await AskAsync(turn, "FollowUp_Ask", cancellationToken);
            return EndOfTurn;
        }

        var progress = await desk.ProgressAsync(sent.Id, cancellationToken);
        await TellAsync(turn, progress ?? new ReportProgress(sent.Reference, ReportStage.Received, sent.Promise), cancellationToken);
        return await dc.EndDialogAsync(null, cancellationToken);
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = ConversationTurn.Of(dc.Context);
        if (!ReturnCode.TryParse(turn.Input.Words, out var code))
        {
            await AskAsync(turn, ReferenceNumber.TryParse(turn.Input.Words, out _) ? "FollowUp_Reference" : "FollowUp_Retry", cancellationToken);
            return EndOfTurn;
        }

        switch (await desk.FindAsync(code, cancellationToken))
        {
            case null:
                await AskAsync(turn, "FollowUp_NotFound", cancellationToken);
                return EndOfTurn;
            case { Progress: { } progress }:
                await TellAsync(turn, progress, cancellationToken);
                break;
            default:
                await turn.SayAsync("FollowUp_Draft", cancellationToken);
                break;
        }

        return await dc.EndDialogAsync(null, cancellationToken);
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await AskAsync(ConversationTurn.Of(dc.Context), "FollowUp_Ask", cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        AskAsync(ConversationTurn.Of(turnContext), "FollowUp_Ask", cancellationToken);

    private static Task TellAsync(ConversationTurn turn, ReportProgress progress, CancellationToken cancellationToken) => turn.SayTextAsync(
        turn.Phrases.With($"FollowUp_{progress.Stage}", progress.Reference, PromiseWords.Of(turn.Phrases, progress.Promise)), cancellationToken);

    private static Task AskAsync(ConversationTurn turn, string key, CancellationToken cancellationToken) => turn.AskAsync(
        turn.Phrases[key],
        new QuestionCard { Question = DialogId, Choices = [new CardChoice(Ways.CarryOn, turn.Phrases["GoBack"])] },
        cancellationToken);
}
