using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>What they do not want us to do.</summary>
public sealed class DoesNotWant() : WordsQuestion(Question.DoesNotWant, isLong: true);
