using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Has it happened before.</summary>
public sealed class Before() : ChoiceQuestion(Question.Before, BeforeChoice.All, takesWords: true)
{
    /// <inheritdoc />
    public override Answer? FromAccount(Extraction extraction, DateTimeOffset now) =>
        extraction.Repeat is { Value: true } ? new Answer { Question = QuestionId, Kind = AnswerKind.Given, Choices = [BeforeChoice.Before], At = now } : null;
}
