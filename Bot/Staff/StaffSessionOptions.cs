using System.ComponentModel.DataAnnotations;

namespace ReportBot.Bot.Staff;

/// <summary>How long a sign-in lasts.</summary>
public sealed record StaffSessionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "StaffSession";

    /// <summary>How long without opening a page; 5 minutes to 12 hours, 30 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "12:00:00")]
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long in all, however busy; 15 minutes to 24 hours, 12 hours unless set, and at least <see cref="Idle"/>.</summary>
    [Range(typeof(TimeSpan), "00:15:00", "1.00:00:00")]
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(12);
}
