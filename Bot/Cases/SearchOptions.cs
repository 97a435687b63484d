using System.ComponentModel.DataAnnotations;

namespace ReportBot.Bot.Cases;

/// <summary>How often staff may search.</summary>
public sealed record SearchOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Search";

    /// <summary>How many searches, and pages of what one found, one person may ask for in any ten minutes; at least 20, 60 unless set.</summary>
    [Range(20, int.MaxValue)]
    public int MostInTenMinutes { get; init; } = 60;
}
