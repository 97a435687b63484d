using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Where it happened, asked only when nothing said so far does.</summary>
public sealed class WhereItHappened() : WordsQuestion(Question.Where)
{
    /// <inheritdoc />
    public override Reading Read(ConversationTurn turn)
    {
        var reading = base.Read(turn);
        return reading.Answer is { Kind: AnswerKind.Given } answer ? Reading.Of(answer with { Place = answer.Words }) : reading;
    }
}
