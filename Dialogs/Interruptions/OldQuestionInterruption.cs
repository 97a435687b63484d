using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Interruptions;

/// <summary>
/// A form or button of a question that is no longer open: another tab, the back button, a card further up. It changes that
/// answer, once confirmed; it never answers the open question by mistake.
/// </summary>
public sealed class OldQuestionInterruption(IEnumerable<QuestionDialog> questions) : IInterruption
{
    private readonly Dictionary<string, QuestionDialog> _questions = questions.ToDictionary(question => question.QuestionId, StringComparer.Ordinal);

    /// <inheritdoc />
    public async Task<bool> TryAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Input.Question is not { } asked || asked == OpenQuestion.Of(dc) || turn.Input.IsEmpty)
            return false;
        if (asked == Question.Account)
            return await MoreOfTheAccountAsync(dc, turn, cancellationToken);
        if (_questions.TryGetValue(asked, out var question) && turn.Memory.Draft is { } draft && draft.HasAnswered(asked))
            return await ChangeAsync(dc, turn, question, cancellationToken);
        if (turn.Input.Words.Length > 0 && turn.Input.Choices.IsEmpty)
            return false;
        await turn.SayAsync(asked == CheckAnswersDialog.DialogId && turn.Memory.Sent is not null ? "Old_AlreadySent" : "Old_Passed", cancellationToken);
        await OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);
        return true;
    }

    private static async Task<bool> MoreOfTheAccountAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Memory.Draft is null)
            return false;
        if (turn.Input.Words.Length > 0)
        {
            turn.AddToAccount();
            await turn.SayAsync("KeptWithAccount", cancellationToken);
        }

        await OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);
        return true;
    }

    private static async Task<bool> ChangeAsync(DialogContext dc, ConversationTurn turn, QuestionDialog question, CancellationToken cancellationToken)
    {
        var current = turn.Draft[question.QuestionId];
        if (question.Read(turn).Answer is not { } answer)
        {
            await turn.SayAsync("Old_Passed", cancellationToken);
            await OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);
        }
        else if (current is not null && current.Choices.SequenceEqual(answer.Choices) && current.Words == answer.Words)
        {
            await OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);
        }
        else
        {
            await dc.BeginDialogAsync(ConfirmChangeDialog.DialogId, question.QuestionId, cancellationToken);
        }

        return true;
    }
}
