using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Anything that would help to know who did it.</summary>
public sealed class SuspectDetail() : WordsQuestion(Question.SuspectDetail, isLong: true);
