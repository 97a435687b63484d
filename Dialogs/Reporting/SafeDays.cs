using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Which days and times are safe.</summary>
public sealed class SafeDays() : WordsQuestion(Question.SafeTimes);
