using System.ComponentModel.DataAnnotations;

namespace ReportBot.Bot.Storage.Evidence;

/// <summary>Settings of the section <c>Evidence</c>.</summary>
public sealed record EvidenceOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Evidence";

    /// <summary>The longest file taken, in bytes; 20 MB unless set, at most 200 MB.</summary>
    [Range(1024, 200 * 1024 * 1024)]
    public long MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>The most files one thread may have; 20 unless set.</summary>
    [Range(1, 1000)]
    public int MaxFiles { get; init; } = 20;
}
