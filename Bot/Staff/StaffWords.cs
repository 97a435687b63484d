using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff;

/// <summary>The words the console uses for what is stored as values.</summary>
public static partial class StaffWords
{
    /// <summary>A role.</summary>
    public static string Of(StaffRole role) => role switch
    {
        StaffRole.Caseworker => "Caseworker",
        StaffRole.Manager => "Manager",
        StaffRole.Administrator => "Administrator",
        _ => role.ToString(),
    };
}
