using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Who the person it happened to is.</summary>
public sealed class AffectedPerson() : WordsQuestion(Question.AffectedPerson);
