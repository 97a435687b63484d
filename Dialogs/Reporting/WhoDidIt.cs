using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Who did it, as far as they know. Staff and contractors are asked about so that the report is kept from them.</summary>
public sealed class WhoDidIt() : ChoiceQuestion(Question.WhoDidIt, WhoDidItChoice.All, several: true, takesWords: true)
{
    /// <inheritdoc />
    public override Answer? FromAccount(Extraction extraction, DateTimeOffset now) =>
        extraction.WhoDidIt is { } found && Values.Contains(found.Value) ? new Answer { Question = QuestionId, Kind = AnswerKind.Given, Choices = [found.Value], At = now } : null;
}
