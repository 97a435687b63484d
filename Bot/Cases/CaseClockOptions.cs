using System.ComponentModel.DataAnnotations;

namespace ReportBot.Bot.Cases;

/// <summary>What happens by itself to a case, and how often staff try to reach a person. Times are working time, days are not.</summary>
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

    /// <summary>How many attempts it takes before somebody counts as not to be reached; 3 unless set.</summary>
    [Range(1, 20)]
    public int UnreachedAttempts { get; init; } = 3;

    /// <summary>On how many different working days those attempts must lie; 3 unless set, and at most <see cref="UnreachedAttempts"/>.</summary>
    [Range(1, 20)]
    public int UnreachedDays { get; init; } = 3;

    /// <summary>How many days after closing the person is spoken with again, moved on to the next working day; 28 unless set.</summary>
    [Range(1, 366)]
    public int FollowUpDays { get; init; } = 28;

    /// <summary>After how many attempts without an answer that ends; 3 unless set.</summary>
    [Range(1, 20)]
    public int FollowUpAttempts { get; init; } = 3;
}
