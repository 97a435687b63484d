using ReportBot.Bot.Conversations;

namespace ReportBot.Bot.Cases;

/// <summary>Tells open lists that some case has changed. It says nothing else: a list then reads what it may show, so a lost nudge loses nothing.</summary>
public sealed class CaseSignals : Signals<int>
{
    /// <summary>What lists watch.</summary>
    public const string Any = "any";

    /// <summary>Says that a case has changed.</summary>
    public void Changed() => Give(Any, 0);
}
