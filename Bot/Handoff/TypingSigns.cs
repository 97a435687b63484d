using ReportBot.Bot.Conversations;

namespace ReportBot.Bot.Handoff;

/// <summary>That somebody is typing in a thread, and who: passed on while it happens, and stored nowhere.</summary>
public sealed class TypingSigns : Signals<string>
{
    /// <summary>The person who reported is typing.</summary>
    public void Person(string thread) => Give(OfPerson(thread), "");

    /// <summary>Someone from staff is typing.</summary>
    public void Staff(string thread, string name) => Give(OfStaff(thread), name);

    /// <summary>What staff watch.</summary>
    public static string OfPerson(string thread) => $"person:{thread}";

    /// <summary>What the person's page watches.</summary>
    public static string OfStaff(string thread) => $"staff:{thread}";
}
