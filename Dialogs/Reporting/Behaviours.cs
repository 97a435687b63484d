using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Which of the behaviours of policy 3.5 happened; the list is not exhaustive, so words count too.</summary>
public sealed class Behaviours() : ChoiceQuestion(Question.Behaviours, BehaviourChoice.All, several: true, takesWords: true);
