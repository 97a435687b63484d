namespace ReportBot.Bot.Channels.Website;

/// <summary>What the cookie of a browser says: which conversation it may read, and how much of it.</summary>
/// <param name="Thread">The thread's id.</param>
/// <param name="Session">The session's number; older numbers than the thread's open nothing.</param>
/// <param name="HiddenThrough">The last turn that stays hidden until it is asked for; 0 when nothing is.</param>
/// <param name="OnlyStatus">True when it was opened by the code of a report already sent: status and messages, never the account.</param>
public sealed record ChatSession(string Thread, int Session, int HiddenThrough = 0, bool OnlyStatus = false);
