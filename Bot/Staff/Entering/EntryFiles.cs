using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Knowledge.Reporting;
using EvidenceFile = ReportBot.Bot.Storage.Evidence.EvidenceFile;

namespace ReportBot.Bot.Staff.Entering;

/// <summary>The files of a report that staff enter. They lie in the thread that the report's conversation will have, before there is one.</summary>
public sealed class EntryFiles(EvidenceStore store, EntryDrafts drafts) : IHoldsFiles
{
    /// <summary>The thread of a report that staff enter: 128 bits, as every thread's id, derived so that entering it again finds the same conversation.</summary>
    public static string ThreadOf(Guid report) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes($"entered:{report:N}")).AsSpan(0, 16));

    /// <summary>The files added to a report, in the order they were.</summary>
    public async Task<ImmutableArray<EvidenceFile>> ListAsync(Guid report, CancellationToken cancellationToken) => [.. await store.ListAsync(ThreadOf(report), cancellationToken)];

    /// <summary>What was told, with the files that were added.</summary>
    public async Task<ReportDraft> WithFilesAsync(ReportDraft told, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(told);
        return told with
        {
            Files = [.. (await ListAsync(told.Id, cancellationToken)).Select(file => new Knowledge.Reporting.EvidenceFile(file.Id, file.MediaType, file.Name, file.At))],
        };
    }

    /// <summary>Takes a file out; one that is not there stays so.</summary>
    public Task TakeOutAsync(Guid report, string file, CancellationToken cancellationToken) => store.DeleteAsync(ThreadOf(report), file, cancellationToken);

    /// <summary>Throws the files of a report away that was never sent.</summary>
    public Task ThrowAwayAsync(Guid report, CancellationToken cancellationToken) => store.DeleteOfAsync(ThreadOf(report), cancellationToken);

    /// <summary>Brings what was added after a report was sent over to the one that is entered next.</summary>
    public async Task CarryOverAsync(Report sent, Guid next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sent);
        foreach (var file in (await ListAsync(sent.Id, cancellationToken)).Where(file => sent.Told.Files.All(known => known.Id != file.Id)))
        {
            if (await store.OpenOriginalAsync(file.Thread, file.Id, cancellationToken) is not { } content)
                continue;
            await using (content)
                await store.SaveAsync(ThreadOf(next), file.Name, content, cancellationToken);
            await store.DeleteAsync(file.Thread, file.Id, cancellationToken);
        }
    }

    /// <inheritdoc />
    public ValueTask<bool> HoldsAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ValueTask.FromResult(drafts.All().Any(draft => ThreadOf(draft.Id) == file.Thread));
    }
}
