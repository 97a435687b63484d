using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Storage.Evidence;
using EvidenceFile = ReportBot.Bot.Storage.Evidence.EvidenceFile;

namespace ReportBot.Bot.Staff;

/// <summary>Why an original was opened. The names stand on the audit record.</summary>
public enum OriginalReason
{
    /// <summary>It goes to the police, or to a court.</summary>
    Evidence,

    /// <summary>The copy cannot be seen, heard or read, or there is none.</summary>
    CopyUnusable,

    /// <summary>The person asked for it.</summary>
    PersonAsked,
}

/// <summary>The files of a case: only those that came with its reports and messages, whatever else is stored.</summary>
public sealed class CaseFiles(EvidenceStore store)
{
    /// <summary>The files of a case that are still kept, in the order they came.</summary>
    public async Task<ImmutableArray<EvidenceFile>> ListAsync(Case full, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<EvidenceFile>();
        foreach (var (thread, id) in Places(full))
            if (await store.FindAsync(thread, id, cancellationToken) is { } file)
                files.Add(file);
        return files.ToImmutable();
    }

    /// <summary>A file of a case with its copy, or its original; null when the case has no such file, or there is no such part of it.</summary>
    public async Task<(EvidenceFile File, Stream Content)?> OpenAsync(Case full, string id, bool original, CancellationToken cancellationToken)
    {
        foreach (var (thread, known) in Places(full))
            if (known == id && await store.FindAsync(thread, id, cancellationToken) is { } file
                && await OpenAsync(thread, id, original, cancellationToken) is { } content)
                return (file, content);
        return null;
    }

    private ValueTask<Stream?> OpenAsync(string thread, string id, bool original, CancellationToken cancellationToken) =>
        original ? store.OpenOriginalAsync(thread, id, cancellationToken) : store.OpenCopyAsync(thread, id, cancellationToken);

    private static IEnumerable<(string Thread, string Id)> Places(Case full)
    {
        foreach (var report in full.Reports)
        {
            foreach (var file in report.Told.Files)
                yield return (report.Thread, file.Id);
            foreach (var message in full.History.OfType<MessageReceived>().Where(message => message.Report == report.Id))
                foreach (var file in message.Files)
                    yield return (report.Thread, file.Id);
        }
    }
}
