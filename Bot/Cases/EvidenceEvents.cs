using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>Staff added files that reached them outside the conversation.</summary>
public sealed record EvidenceAdded : CaseEvent
{
    /// <summary>How they reached staff.</summary>
    public required ArrivalWay Way { get; init; }

    /// <summary>When they reached staff, UTC.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Who sent them; null when it was the person themselves.</summary>
    public string? From { get; init; }

    /// <summary>What they show, in the words of staff; null when nothing was said.</summary>
    public string? Note { get; init; }

    /// <summary>The files; at least one.</summary>
    public required ImmutableArray<EvidenceFile> Files { get; init => field = value.IsDefault ? [] : value; }
}

/// <summary>Evidence as staff fill it in.</summary>
/// <param name="Way">How it reached them; required.</param>
/// <param name="At">When, UTC; required.</param>
/// <param name="From">Who sent it, if it was not the person.</param>
/// <param name="Note">What it shows.</param>
/// <param name="Files">The files; at least one.</param>
public sealed record NewEvidence(ArrivalWay? Way, DateTimeOffset? At, string? From, string? Note, ImmutableArray<EvidenceFile> Files);
