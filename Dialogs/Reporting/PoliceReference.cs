using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>The police crime or incident number.</summary>
public sealed class PoliceReference() : WordsQuestion(Question.PoliceReference)
{
    /// <inheritdoc />
    public override Answer? FromAccount(Extraction extraction, DateTimeOffset now) =>
        extraction.PoliceReference is { } found ? new Answer { Question = QuestionId, Kind = AnswerKind.Given, Words = found.Value, At = now } : null;
}
