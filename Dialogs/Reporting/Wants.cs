using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>What they would like to happen.</summary>
public sealed class Wants() : WordsQuestion(Question.Wants, isLong: true);
