using System.Collections.Immutable;
using ReportBot.Bot.Channels.Website;
using EvidenceFile = ReportBot.Bot.Storage.Evidence.EvidenceFile;

namespace ReportBot.Bot.Staff.Uploads;

/// <summary>The part of a page that adds files: what is kept so far, and what the last press brought.</summary>
/// <param name="Kept">The files that are kept, oldest first.</param>
/// <param name="Refused">Those of the last press that are not.</param>
/// <param name="Largest">The longest file taken, in bytes.</param>
/// <param name="AtOnce">The most files taken with one press.</param>
public sealed record FilesBox(ImmutableArray<EvidenceFile> Kept, IReadOnlyList<RefusedFile> Refused, long Largest, int AtOnce)
{
    /// <summary>Why a file was not kept.</summary>
    public string Why(ChatProblem problem) => problem switch
    {
        ChatProblem.FileTooLarge => $"is larger than {Largest / (1024 * 1024)} MB. Ask for a smaller copy, or part of it.",
        ChatProblem.FileKind => "is no photo, video, sound or PDF by its content. Save it as one of these, or write what it says into the case.",
        ChatProblem.FileEmpty => "is empty. Save it again from where it came.",
        ChatProblem.TooManyFiles => $"was one too many. Add it next: {AtOnce} go at once.",
        ChatProblem.NoMoreFiles => "is more than can be kept here.",
        _ => "could not be kept.",
    };
}
