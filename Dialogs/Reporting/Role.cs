using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Did it happen to them, did they see it, or do they speak for someone.</summary>
public sealed class Role() : ChoiceQuestion(Question.Role, RoleChoice.All)
{
    /// <inheritdoc />
    public override Answer? FromAccount(Extraction extraction, DateTimeOffset now) =>
        extraction.Role is { } found && Values.Contains(found.Value) ? new Answer { Question = QuestionId, Kind = AnswerKind.Given, Choices = [found.Value], At = now } : null;
}
