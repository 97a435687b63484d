using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff;

public static partial class StaffWords
{
    /// <summary>What somebody has to do with a case, of oneself.</summary>
    public static string OfMine(ConflictKind kind) => kind switch
    {
        ConflictKind.Acquaintance => "I know somebody in it",
        ConflictKind.Neighbour => "I live near somebody in it",
        ConflictKind.Relation => "I am related to somebody in it, or live with them",
        ConflictKind.Reporter => "I reported it, or it happened to me",
        ConflictKind.Suspect => "It is about me",
        _ => kind.ToString(),
    };

    /// <summary>What somebody has to do with a case.</summary>
    public static string Of(ConflictKind kind) => kind switch
    {
        ConflictKind.Acquaintance => "They know somebody in it",
        ConflictKind.Neighbour => "They live near somebody in it",
        ConflictKind.Relation => "They are related to somebody in it, or live with them",
        ConflictKind.Reporter => "They reported it, or it happened to them",
        ConflictKind.Suspect => "It is about them",
        _ => kind.ToString(),
    };
}
