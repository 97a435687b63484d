using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>A question answered in words: whatever was typed is the answer, kept as it is.</summary>
/// <param name="question">The question's id.</param>
/// <param name="isLong">True when the answer is likely more than a line.</param>
public abstract class WordsQuestion(string question, bool isLong = false) : QuestionDialog(question)
{
    /// <inheritdoc />
    public override Reading Read(ConversationTurn turn)
    {
        if (turn.Input.Words.Length == 0)
            return Reading.AskAgain("TypeOrSkip_Retry");
        if (turn.Phrases.Means("Words_NotSure", turn.Input.Words))
            return Reading.Of(Passed(AnswerKind.NotSure, turn));
        return Reading.Of(Given(turn));
    }

    /// <inheritdoc />
    protected override QuestionCard CardFor(ConversationTurn turn) => base.CardFor(turn) with { LongAnswer = isLong };
}
