namespace ReportBot.Bot.Conversations;

/// <summary>
/// Tells open pages that a thread has grown. A signal is only a nudge: the page then fetches what came after what it has,
/// so a lost one loses nothing.
/// </summary>
public sealed class ThreadSignals : Signals<int>
{
    /// <summary>Says that a thread has a turn of this sequence; 0 for something that no turn shows.</summary>
    public void Grew(string thread, int sequence) => Give(thread, sequence);
}
