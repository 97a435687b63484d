using Microsoft.Bot.Schema;

namespace ReportBot.Bot.Conversations;

/// <summary>A turn as it is shown.</summary>
/// <param name="Sequence">Its place in the thread, from 1; 0 for an opening that nothing was answered to yet.</param>
/// <param name="At">When it was taken, UTC.</param>
/// <param name="Inbound">What came in; null for an opening.</param>
/// <param name="Opening">What the assistant said before it, in the first turn only.</param>
/// <param name="Replies">What the assistant answered.</param>
/// <param name="Session">The number of the session that may read the thread.</param>
public sealed record TranscriptTurn(
    int Sequence, DateTimeOffset At, Activity? Inbound, IReadOnlyList<Activity> Opening, IReadOnlyList<Activity> Replies, int Session);
