using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Where they live, and whether it is one of our homes.</summary>
public sealed class Address() : WordsQuestion(Question.Address);
