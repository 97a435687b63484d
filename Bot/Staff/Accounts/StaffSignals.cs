using ReportBot.Bot.Conversations;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>Tells what is open for a member of staff that their account changed, so that it asks at once whether their sign-in still holds.</summary>
public sealed class StaffSignals : Signals<int>
{
    /// <summary>What the streams of one account watch.</summary>
    public static string Of(Guid who) => who.ToString("N");

    /// <summary>Says that an account changed.</summary>
    internal void Changed(Guid who) => Give(Of(who), 0);
}
