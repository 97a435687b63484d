namespace ReportBot.Bot.Storage.Evidence;

/// <summary>What a file is, in a word a person would use.</summary>
public enum EvidenceKind
{
    /// <summary>A picture.</summary>
    Photo,

    /// <summary>A moving picture.</summary>
    Video,

    /// <summary>A recording of sound.</summary>
    Audio,

    /// <summary>A PDF.</summary>
    Document,
}
