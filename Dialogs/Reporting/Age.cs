using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Is the person it happened to under 18.</summary>
public sealed class Age() : ChoiceQuestion(Question.Age, YesNoChoice.All);
