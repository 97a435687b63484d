using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Storage.Evidence;

namespace ReportBot.Bot.Channels.Website;

/// <summary>What became of the files of a form.</summary>
/// <param name="Kept">The files that are durable now.</param>
/// <param name="Refused">The others, in the order they came.</param>
public sealed record FilesTaken(IReadOnlyList<EvidenceFile> Kept, IReadOnlyList<RefusedFile> Refused)
{
    /// <summary>Why the first that was not kept was not; null when all were.</summary>
    public ChatProblem? Problem => Refused.Count == 0 ? null : Refused[0].Problem;
}

/// <summary>A file that was not kept.</summary>
/// <param name="Name">The file's name as the browser gave it.</param>
/// <param name="Problem">Why.</param>
public sealed record RefusedFile(string Name, ChatProblem Problem);

/// <summary>Takes the files that come with a form, one after the other, straight into the encrypted store.</summary>
public sealed class FileIntake(EvidenceStore store, IOptions<EvidenceOptions> evidence, IOptions<WebsiteOptions> website)
{
    // Beside the files: the fields and what parts them.
    private const long MostForFields = 2 * 1024 * 1024;

    private readonly int _mostFiles = website.Value.FilesPerMessage;

    /// <summary>The longest request that could be a message with files. A longer one is not worth reading.</summary>
    public long LongestRequest { get; } = (website.Value.FilesPerMessage * evidence.Value.MaxBytes) + MostForFields;

    /// <summary>
    /// Lets a request be as long as one with files may be. A length that was announced is for the caller to check, where the reason can still be said:
    /// the server would only cut the connection.
    /// </summary>
    public void MakeRoom(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = context.Request.ContentLength is null ? LongestRequest : null;
    }

    /// <summary>Takes the file that came and those after it, and reads the rest of the form. Throws <see cref="IOException"/> when a file could not be stored.</summary>
    public async Task<FilesTaken> TakeAsync(IncomingForm form, IncomingFile? first, string thread, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (first is null)
            return new FilesTaken([], []);
        var (kept, refused) = (new List<EvidenceFile>(), new List<RefusedFile>());
        var count = 0;
        for (var file = first; file is not null; file = await form.NextFileAsync(cancellationToken))
            if (++count > _mostFiles)
                refused.Add(new RefusedFile(file.Name, ChatProblem.TooManyFiles));
            else
                switch (await store.SaveAsync(thread, file.Name, file.Body, cancellationToken))
                {
                    case EvidenceSaved saved:
                        kept.Add(saved.File);
                        break;
                    case EvidenceRefused { Reason: var reason }:
                        refused.Add(new RefusedFile(file.Name, ProblemOf(reason)));
                        break;
                }

        return new FilesTaken(kept, refused);
    }

    private static ChatProblem ProblemOf(EvidenceRefusal reason) => reason switch
    {
        EvidenceRefusal.Empty => ChatProblem.FileEmpty,
        EvidenceRefusal.TooLarge => ChatProblem.FileTooLarge,
        EvidenceRefusal.TooMany => ChatProblem.NoMoreFiles,
        _ => ChatProblem.FileKind,
    };
}
