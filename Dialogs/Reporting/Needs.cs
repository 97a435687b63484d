using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Interpreter, sign language, large print, easy read.</summary>
public sealed class Needs() : ChoiceQuestion(Question.Needs, NeedChoice.All, several: true, takesWords: true);
