using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Who they have told.</summary>
public sealed class ToldAnyone() : ChoiceQuestion(Question.ToldAnyone, ToldChoice.All, several: true, takesWords: true)
{
    /// <inheritdoc />
    public override Answer? FromAccount(Extraction extraction, DateTimeOffset now) =>
        extraction.PoliceTold is { Value: true } ? new Answer { Question = QuestionId, Kind = AnswerKind.Given, Choices = [ToldChoice.Police], At = now } : null;
}
