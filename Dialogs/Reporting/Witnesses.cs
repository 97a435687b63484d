using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Did anyone else see or hear it, and may we ask them.</summary>
public sealed class Witnesses() : WordsQuestion(Question.Witnesses);
