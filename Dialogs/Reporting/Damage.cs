using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Was anything damaged, and does anything need making safe.</summary>
public sealed class Damage() : ChoiceQuestion(Question.Damage, DamageChoice.All, several: true, takesWords: true)
{
    /// <inheritdoc />
    public override Answer? FromAccount(Extraction extraction, DateTimeOffset now) =>
        extraction.Damage is { Value: true } ? new Answer { Question = QuestionId, Kind = AnswerKind.Given, Choices = [DamageChoice.Damaged], At = now } : null;
}
