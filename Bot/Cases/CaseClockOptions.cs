using System.ComponentModel.DataAnnotations;

namespace ReportBot.Bot.Cases;

/// <summary>What happens by itself to a case nobody has spoken with the person about. All times are working time.</summary>
public sealed record CaseClockOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "CaseClock";

    /// <summary>How long somebody may have a case without first contact before it goes back to its queue; 2 hours unless set.</summary>
    [Range(typeof(TimeSpan), "00:05", "2.00:00")]
    public TimeSpan ReturnAfter { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long after that it goes to the managers; 2 hours unless set.</summary>
    [Range(typeof(TimeSpan), "00:05", "2.00:00")]
    public TimeSpan ManagerAfter { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long after the managers had it, or after a missed promise, it goes to the community safety manager; 2 hours unless set.</summary>
    [Range(typeof(TimeSpan), "00:05", "2.00:00")]
    public TimeSpan CommunitySafetyManagerAfter { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long before a promise falls due staff are first warned; 4 hours unless set, and more than <see cref="LastWarning"/>.</summary>
    [Range(typeof(TimeSpan), "00:05", "2.00:00")]
    public TimeSpan FirstWarning { get; init; } = TimeSpan.FromHours(4);

    /// <summary>How long before a promise falls due staff are warned again; 1 hour unless set.</summary>
    [Range(typeof(TimeSpan), "00:05", "2.00:00")]
    public TimeSpan LastWarning { get; init; } = TimeSpan.FromHours(1);
}
