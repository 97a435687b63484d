using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Was anyone hurt.</summary>
public sealed class Harm() : ChoiceQuestion(Question.Harm, HarmChoice.All, takesWords: true)
{
    /// <inheritdoc />
    public override Answer? FromAccount(Extraction extraction, DateTimeOffset now) =>
        extraction.Injury is { Value: true } ? new Answer { Question = QuestionId, Kind = AnswerKind.Given, Choices = [HarmChoice.Hurt], At = now } : null;
}
