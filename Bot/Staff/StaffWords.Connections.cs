using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff;

public static partial class StaffWords
{
    /// <summary>What two cases have in common; empty when nothing.</summary>
    public static string Of(ImmutableArray<ConnectionTie> ties) => ties.IsEmpty ? "" : $"{string.Join("; ", ties.Select(Of))}.";

    /// <summary>One thing two cases have in common.</summary>
    public static string Of(ConnectionTie tie)
    {
        var same = tie.Kind switch
        {
            FindableKind.Address => "Same address",
            FindableKind.Phone => "Same phone number",
            FindableKind.Person => "Same name",
            _ => tie.Kind.ToString(),
        };
        return tie.Here == tie.There ? $"{same}, {Of(tie.Here)} in both" : $"{same}, {Of(tie.Here)} here and {Of(tie.There)} there";
    }

    /// <summary>How often a case is met again, in words; empty when there is nothing to say.</summary>
    public static string Of(ImmutableArray<CaseConnection> connections)
    {
        var counted = connections.Where(one => one.Judged is not { IsConnected: false }).ToList();
        string[] said =
        [
            Times(counted.Count(one => one.IsRepeatVictim), "The same person or home is affected"),
            Times(counted.Count(one => one.IsRepeatSuspect), "The same suspect is named"),
            Times(counted.Count(one => one.IsRising), "It was getting worse from the earlier to the later case"),
        ];
        return string.Join(' ', said.Where(words => words.Length > 0));
    }

    private static string Times(int cases, string what) => cases switch
    {
        0 => "",
        1 => $"{what} in 1 other case.",
        _ => $"{what} in {cases} other cases.",
    };

    private static string Of(MarkRole role) => role switch
    {
        MarkRole.Affected => "affected",
        MarkRole.Reporter => "reporting",
        MarkRole.Suspect => "suspect",
        MarkRole.Witness => "witness",
        MarkRole.Place => "where it happened",
        _ => "otherwise involved",
    };
}
