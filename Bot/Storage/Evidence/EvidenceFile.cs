using System.Text.Json.Serialization;

namespace ReportBot.Bot.Storage.Evidence;

/// <summary>A file a person sent, as it is stored. Nothing here but the ids and the time is in clear on disk.</summary>
public sealed record EvidenceFile
{
    internal const int IdLength = 32;

    /// <summary>The id: 32 hexadecimal digits, 128 random bits.</summary>
    public required string Id { get; init; }

    /// <summary>The thread it was sent in.</summary>
    public required string Thread { get; init; }

    /// <summary>When it was received, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The name it had, without folders and control characters, at most 120 characters; a plain one when only the copy is kept.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>The media type that its content shows, whatever its name says.</summary>
    public required string MediaType { get; init; }

    /// <summary>The usual ending of a name for that media type, without the dot.</summary>
    public required string Extension { get; init; }

    /// <summary>The original's length in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the original as received, 64 hexadecimal digits; null when only the copy is kept.</summary>
    public required string? OriginalHash { get; init; }

    /// <summary>SHA-256 of the copy without metadata, 64 hexadecimal digits; null when there is none.</summary>
    public required string? CopyHash { get; init; }

    /// <summary>Whether there is a copy without metadata to show.</summary>
    [JsonIgnore]
    public CopyState Copy => CopyHash is null ? CopyState.NotAvailable : CopyState.Available;

    /// <summary>Whether the original is still kept.</summary>
    [JsonIgnore]
    public bool HasOriginal => OriginalHash is not null;
}

/// <summary>Whether there is a copy without metadata.</summary>
public enum CopyState
{
    /// <summary>It may be shown to everyone who may see the case.</summary>
    Available,

    /// <summary>The metadata could not be taken out for certain: only the original is there, restricted.</summary>
    NotAvailable,
}

/// <summary>What became of a file a person sent.</summary>
public abstract record EvidenceResult
{
    private protected EvidenceResult()
    {
    }
}

/// <summary>It is stored, durably.</summary>
/// <param name="File">What it is.</param>
public sealed record EvidenceSaved(EvidenceFile File) : EvidenceResult;

/// <summary>It was not taken, and nothing of it is kept.</summary>
/// <param name="Reason">Why.</param>
public sealed record EvidenceRefused(EvidenceRefusal Reason) : EvidenceResult;

/// <summary>Why a file is not taken.</summary>
public enum EvidenceRefusal
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is longer than <see cref="EvidenceOptions.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>By its content it is not a photo, a video, a sound recording or a PDF.</summary>
    NotAKindWeTake,

    /// <summary>The thread already has <see cref="EvidenceOptions.MaxFiles"/> files.</summary>
    TooMany,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(EvidenceFile))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
