using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff;

public static partial class StaffWords
{
    /// <summary>What somebody is in a case.</summary>
    public static string Of(InvolvedRole role) => role switch
    {
        InvolvedRole.Suspect => "Suspect",
        InvolvedRole.Witness => "Witness",
        InvolvedRole.Affected => "Affected by it",
        InvolvedRole.Other => "Otherwise involved",
        _ => role.ToString(),
    };

    /// <summary>Somebody who is that in a case, inside a sentence.</summary>
    public static string One(InvolvedRole role) => role switch
    {
        InvolvedRole.Suspect => "a suspect",
        InvolvedRole.Witness => "a witness",
        InvolvedRole.Affected => "somebody affected",
        _ => "somebody",
    };

    /// <summary>Whether somebody works for the association.</summary>
    public static string Of(WorksForUs work) => work switch
    {
        WorksForUs.No => "Does not work for us",
        WorksForUs.Staff => "Works for us",
        WorksForUs.Contractor => "Works for a contractor of ours",
        _ => work.ToString(),
    };
}
