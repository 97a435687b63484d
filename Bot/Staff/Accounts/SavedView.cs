using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>A way of looking at the queue that a member of staff keeps under a name.</summary>
/// <param name="Name">The name, 1 to 40 characters.</param>
/// <param name="Show">How far the cases are, as addresses have it.</param>
/// <param name="Queue">The queue; null for all.</param>
/// <param name="Risk">The risk band; null for all.</param>
/// <param name="Who">Who has them, as addresses have it; null for anybody or nobody.</param>
/// <param name="Marks">What they have in common.</param>
public sealed record SavedView(string Name, string Show, Queue? Queue, RiskBand? Risk, string? Who = null, CaseMarkings Marks = CaseMarkings.None)
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 40;

    /// <summary>The most views of one member of staff.</summary>
    public const int Most = 12;
}
