using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Whom they would rather speak to, and where.</summary>
public sealed class PreferredWorker() : WordsQuestion(Question.PreferredWorker);
