using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Storage.Evidence;
using EvidenceFile = ReportBot.Bot.Storage.Evidence.EvidenceFile;

namespace ReportBot.Bot.Staff.Uploads;

/// <summary>
/// The files staff add to a case. Those of one form lie together, under the case and the form's command, before the case knows of them: what was
/// refused or left is deleted a day later.
/// </summary>
public sealed class AddedFiles(EvidenceStore store, ICaseStore cases) : IHoldsFiles
{
    private const string Prefix = "case:";
    private const int IdLength = 32;

    /// <summary>Where the files of a form lie.</summary>
    public static string ThreadOf(Guid full, Guid command) => $"{Prefix}{full:N}:{command:N}";

    /// <summary>The files of a form that are kept, oldest first.</summary>
    public async Task<ImmutableArray<EvidenceFile>> ListAsync(string thread, CancellationToken cancellationToken) => [.. await store.ListAsync(thread, cancellationToken)];

    /// <summary>Takes a file out of a form; one that is not there stays so.</summary>
    public Task TakeOutAsync(string thread, string file, CancellationToken cancellationToken) => store.DeleteAsync(thread, file, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<bool> HoldsAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CaseOf(file.Thread) is { } id && await cases.FindAsync(id, cancellationToken) is { } full
            && full.History.OfType<EvidenceAdded>().Any(added => added.Files.Any(known => known.Id == file.Id));
    }

    private static Guid? CaseOf(string thread) =>
        thread.StartsWith(Prefix, StringComparison.Ordinal) && thread.Length > Prefix.Length + IdLength && Guid.TryParseExact(thread.AsSpan(Prefix.Length, IdLength), "N", out var id) ? id : null;
}
