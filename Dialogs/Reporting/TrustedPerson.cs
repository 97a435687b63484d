using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Someone they trust whom we may speak to.</summary>
public sealed class TrustedPerson() : WordsQuestion(Question.TrustedPerson);
