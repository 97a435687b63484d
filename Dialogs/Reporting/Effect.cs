using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>What it has done to them and the people they live with.</summary>
public sealed class Effect() : WordsQuestion(Question.Effect, isLong: true);
