using System.Collections.Frozen;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>The roles as they are typed, on the command line and in settings.</summary>
public static class StaffRoleNames
{
    /// <summary>Each role by its name, in any case.</summary>
    public static readonly FrozenDictionary<string, StaffRole> All = new Dictionary<string, StaffRole>
    {
        ["caseworker"] = StaffRole.Caseworker, ["manager"] = StaffRole.Manager, ["administrator"] = StaffRole.Administrator,
        ["safeguarding"] = StaffRole.Safeguarding, ["community-safety-manager"] = StaffRole.CommunitySafetyManager, ["auditor"] = StaffRole.Auditor,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
