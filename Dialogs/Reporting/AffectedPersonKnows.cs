using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Does that person know of the report.</summary>
public sealed class AffectedPersonKnows() : ChoiceQuestion(Question.AffectedPersonKnows, YesNoChoice.All, takesWords: true);
