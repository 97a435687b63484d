using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Which bodies may be told. Nothing is ticked: the default is no one.</summary>
public sealed class WhoMayBeTold() : ChoiceQuestion(Question.WhoMayBeTold, ToldOnwardChoice.All, several: true);
