using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff;

public static partial class StaffWords
{
    /// <summary>Who is asked about a case.</summary>
    public static string Of(CaseLevel level) => level switch
    {
        CaseLevel.Team => "The team",
        CaseLevel.Manager => "The managers",
        CaseLevel.CommunitySafetyManager => "The community safety manager",
        _ => level.ToString(),
    };

    /// <summary>What stands on the audit record: the name it is stored under, as words.</summary>
    public static string Of(AuditAction action)
    {
        var name = action.ToString();
        return name[0] + string.Concat(name.Skip(1).Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
    }

    /// <summary>How a case stood when its promise was missed.</summary>
    public static string Of(MissCause cause, StaffRef? holder) => cause switch
    {
        MissCause.NobodyHadIt => "Nobody had the case.",
        MissCause.NotTried => $"{holder?.Name} had the case and had recorded no attempt.",
        MissCause.NotReached => "Attempts were recorded; none reached the person.",
        MissCause.EnteredLate => "It had fallen due when the report was entered.",
        _ => cause.ToString(),
    };
}
