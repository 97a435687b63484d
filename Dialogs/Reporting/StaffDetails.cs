using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>The name and team of staff or a partner who reports.</summary>
public sealed class StaffDetails() : WordsQuestion(Question.StaffDetails);
