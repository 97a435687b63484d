using Microsoft.Extensions.Options;
using ReportBot.Bot.Storage.Evidence;

namespace ReportBot.Bot.Channels.Website;

/// <summary>What became of the files of a message.</summary>
/// <param name="Kept">The files that are durable now.</param>
/// <param name="Problem">Why one was not kept; null when all were.</param>
public sealed record FilesTaken(IReadOnlyList<EvidenceFile> Kept, ChatProblem? Problem);

/// <summary>Takes the files that come with a message, one after the other, straight into the encrypted store.</summary>
public sealed class FileIntake(EvidenceStore store, IOptions<EvidenceOptions> evidence, IOptions<WebsiteOptions> website)
{
    // Beside the files: the fields and what parts them.
    private const long MostForFields = 2 * 1024 * 1024;

    private readonly int _mostFiles = website.Value.FilesPerMessage;

    /// <summary>The longest request that could be a message with files. A longer one is not worth reading.</summary>
    public long LongestRequest { get; } = (website.Value.FilesPerMessage * evidence.Value.MaxBytes) + MostForFields;

    /// <summary>Takes the file that came and those after it, and reads the rest of the form. Throws <see cref="IOException"/> when a file could not be stored.</summary>
    public async Task<FilesTaken> TakeAsync(IncomingForm form, IncomingFile? first, string thread, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (first is null)
            return new FilesTaken([], null);
        var kept = new List<EvidenceFile>();
        ChatProblem? problem = null;
        var count = 0;
        for (var file = first; file is not null; file = await form.NextFileAsync(cancellationToken))
            if (++count > _mostFiles)
                problem ??= ChatProblem.TooManyFiles;
            else
                switch (await store.SaveAsync(thread, file.Name, file.Body, cancellationToken))
                {
                    case EvidenceSaved saved:
                        kept.Add(saved.File);
                        break;
                    case EvidenceRefused refused:
                        problem ??= ProblemOf(refused.Reason);
                        break;
                }

        return new FilesTaken(kept, problem);
    }

    private static ChatProblem ProblemOf(EvidenceRefusal reason) => reason switch
    {
        EvidenceRefusal.Empty => ChatProblem.FileEmpty,
        EvidenceRefusal.TooLarge => ChatProblem.FileTooLarge,
        EvidenceRefusal.TooMany => ChatProblem.NoMoreFiles,
        _ => ChatProblem.FileKind,
    };
}
