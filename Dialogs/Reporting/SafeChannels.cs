using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Which ways of reaching them are safe.</summary>
public sealed class SafeChannels() : ChoiceQuestion(Question.SafeChannels, ChannelChoice.All, several: true, takesWords: true);
