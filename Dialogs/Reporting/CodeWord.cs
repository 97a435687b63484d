using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>A word we use so that they know it is us.</summary>
public sealed class CodeWord() : WordsQuestion(Question.CodeWord);
