using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Telling us what happened: asks the first open question until none is left, then checks the answers.</summary>
public sealed class ReportDialog() : Dialog(DialogId)
{
    /// <summary>The stored id.</summary>
    public const string DialogId = "report";

    /// <inheritdoc />
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        NextAsync(dc, cancellationToken);

    /// <inheritdoc />
    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        NextAsync(dc, cancellationToken);

    /// <inheritdoc />
    public override Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        result as string == CheckAnswersDialog.Sent ? dc.EndDialogAsync(null, cancellationToken) : NextAsync(dc, cancellationToken);

    /// <summary>The dialog to open for a draft as it is now: the question being changed, the next open one, or the check.</summary>
    public static string Next(ConversationTurn turn)
    {
        if (turn.Memory.Changing is { } changing)
            return QuestionDialog.IdOf(changing);
        return QuestionOrder.Next(turn.Draft) is { } question ? QuestionDialog.IdOf(question) : CheckAnswersDialog.DialogId;
    }

    private static Task<DialogTurnResult> NextAsync(DialogContext dc, CancellationToken cancellationToken) =>
        dc.BeginDialogAsync(Next(ConversationTurn.Of(dc.Context)), null, cancellationToken);
}
