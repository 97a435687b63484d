using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Were children there.</summary>
public sealed class Children() : ChoiceQuestion(Question.Children, YesNoChoice.All, takesWords: true)
{
    /// <inheritdoc />
    public override Answer? FromAccount(Extraction extraction, DateTimeOffset now) =>
        extraction.Children is { Value: true } ? new Answer { Question = QuestionId, Kind = AnswerKind.Given, Choices = [YesNoChoice.Yes], At = now } : null;
}
