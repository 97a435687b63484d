using System.Collections.Immutable;
using System.Text.Json.Serialization;
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

/// <summary>Staff took a file out of the case that staff had added. It is kept as long as the case, for who oversees it.</summary>
public sealed record EvidenceTakenOut : CaseEvent
{
    /// <summary>The file's id.</summary>
    public required string File { get; init; }

    /// <summary>When staff had added it, UTC.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Why.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required TakenOutReason Reason { get; init; }

    /// <summary>More about it; null for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>Why a file was taken out of a case. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TakenOutReason>))]
public enum TakenOutReason
{
    /// <summary>It belongs to another case.</summary>
    OtherCase,

    /// <summary>It is not the file that was meant.</summary>
    WrongFile,

    /// <summary>The case has it twice.</summary>
    Twice,

    /// <summary>It should not have come to us, or shows somebody who has nothing to do with it.</summary>
    NotForUs,
}

/// <summary>A file to be taken out as staff fill it in.</summary>
/// <param name="File">The file's id.</param>
/// <param name="Reason">Why; required.</param>
/// <param name="Note">More about it.</param>
public sealed record EvidenceOut(string? File, TakenOutReason? Reason, string? Note);

/// <summary>The case has no such file that staff added, or it was taken out already; nothing was changed.</summary>
public sealed record EvidenceNotThere : CaseOutcome;

/// <summary>Evidence as staff fill it in.</summary>
/// <param name="Way">How it reached them; required.</param>
/// <param name="At">When, UTC; required.</param>
/// <param name="From">Who sent it, if it was not the person.</param>
/// <param name="Note">What it shows.</param>
/// <param name="Files">The files; at least one.</param>
public sealed record NewEvidence(ArrivalWay? Way, DateTimeOffset? At, string? From, string? Note, ImmutableArray<EvidenceFile> Files);
