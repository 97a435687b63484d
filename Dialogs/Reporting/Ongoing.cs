using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Does it still go on.</summary>
public sealed class Ongoing() : ChoiceQuestion(Question.Ongoing, YesNoChoice.All, takesWords: true);
