using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;

namespace ReportBot.Dialogs.Interruptions;

/// <summary>Confirms that an answer given to an earlier question is to take the place of the one there.</summary>
public sealed class ConfirmChangeDialog(IEnumerable<QuestionDialog> questions) : ConfirmDialog(DialogId)
{
    /// <summary>The stored id.</summary>
    public const string DialogId = "confirm-change";

    private const string Question = "question";
    private const string Choices = "choices";
    private const string Typed = "words";

    private readonly Dictionary<string, QuestionDialog> _questions = questions.ToDictionary(question => question.QuestionId, StringComparer.Ordinal);

    /// <inheritdoc />
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = ConversationTurn.Of(dc.Context);
        dc.ActiveDialog.State[Question] = (string)options!; // begun with the question's id only
        dc.ActiveDialog.State[Choices] = string.Join(' ', turn.Input.Choices);
        dc.ActiveDialog.State[Typed] = turn.Input.Words;
        return base.BeginDialogAsync(dc, options, cancellationToken);
    }

    /// <inheritdoc />
    protected override string Words(ConversationTurn turn, DialogInstance instance)
    {
        var question = (string)instance.State[Question];
        var current = AnswerText.Of(turn.Phrases, turn.Draft[question]);
        var wanted = Answer(turn, instance) is { } answer ? AnswerText.Of(turn.Phrases, answer) : turn.Phrases["NotProvided"];
        return turn.Phrases.With("ConfirmChange_Ask", turn.Phrases[QuestionDialog.KeyOf(question) + "_Label"], current, wanted);
    }

    /// <inheritdoc />
    protected override Task<DialogTurnResult> YesAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (Answer(turn, dc.ActiveDialog) is { } answer)
            _questions[answer.Question].Keep(turn, answer);
        return dc.EndDialogAsync(null, cancellationToken);
    }

    // Read once more from what was sent then, by the question it was sent to.
    private Knowledge.Reporting.Answer? Answer(ConversationTurn turn, DialogInstance instance)
    {
        if (!_questions.TryGetValue((string)instance.State[Question], out var question))
            return null;
        var now = turn.Input;
        turn.Input = new UserInput
        {
            Words = (string)instance.State[Typed],
            Choices = [.. ((string)instance.State[Choices]).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        };
        var answer = question.Read(turn).Answer;
        turn.Input = now;
        return answer;
    }
}
