using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>May we leave a voicemail, and say who we are.</summary>
public sealed class Voicemail() : ChoiceQuestion(Question.Voicemail, VoicemailChoice.All);
