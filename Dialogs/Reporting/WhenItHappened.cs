using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>When it happened, asked only when nothing said so far does. Words that are no time we can read still stand.</summary>
public sealed class WhenItHappened(Extractor extractor) : WordsQuestion(Question.When)
{
    /// <inheritdoc />
    public override Reading Read(ConversationTurn turn)
    {
        if (turn.Input is { Words.Length: 0, Files.IsEmpty: false })
            return Reading.AskAgain("When_File");
        var reading = base.Read(turn);
        return reading.Answer is { Kind: AnswerKind.Given } answer && turn.Language is null
            ? Reading.Of(answer with { When = extractor.When(turn.Input.Words, turn.Now) })
            : reading;
    }
}
