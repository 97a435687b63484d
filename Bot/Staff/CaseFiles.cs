using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Uploads;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Knowledge.Reporting;
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

/// <summary>A file of a case, and how it got there.</summary>
/// <param name="File">The file.</param>
/// <param name="Added">How staff added it; null when the person sent it themselves.</param>
/// <param name="IsAddedLater">True when staff added it to the case, not as a part of a report they entered: only that can be taken out.</param>
/// <param name="TakenOut">How it was taken out; null while it was not.</param>
public sealed record CaseFile(EvidenceFile File, AddedByStaff? Added, bool IsAddedLater, EvidenceTakenOut? TakenOut);

/// <summary>How staff added a file.</summary>
/// <param name="Who">Who did; null when that is not on record.</param>
/// <param name="Way">How it reached them.</param>
/// <param name="ArrivedAt">When it did, UTC.</param>
/// <param name="From">Who sent it; null when it was the person themselves.</param>
public sealed record AddedByStaff(StaffRef? Who, ArrivalWay Way, DateTimeOffset ArrivedAt, string? From);

/// <summary>
/// The files of a case: only those that came with its reports and messages or were added by staff, whatever else is stored. What was taken out of it is
/// there for who oversees it alone.
/// </summary>
public sealed class CaseFiles(EvidenceStore store)
{
    /// <summary>The files of a case that are still kept and for this person to see, in the order they came.</summary>
    public async Task<ImmutableArray<CaseFile>> ListAsync(StaffActor viewer, Case full, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<CaseFile>();
        foreach (var place in Places(viewer, full))
            if (await store.FindAsync(place.Thread, place.Id, cancellationToken) is { } file)
                files.Add(new CaseFile(file, place.Added, place.IsAddedLater, place.TakenOut));
        return files.ToImmutable();
    }

    /// <summary>A file of a case with its copy, or its original; null when the case has no such file, or there is no such part of it.</summary>
    public async Task<(EvidenceFile File, Stream Content)?> OpenAsync(StaffActor viewer, Case full, string id, bool original, CancellationToken cancellationToken)
    {
        foreach (var place in Places(viewer, full))
            if (place.Id == id && await store.FindAsync(place.Thread, id, cancellationToken) is { } file
                && await OpenAsync(place.Thread, id, original, cancellationToken) is { } content)
                return (file, content);
        return null;
    }

    private ValueTask<Stream?> OpenAsync(string thread, string id, bool original, CancellationToken cancellationToken) =>
        original ? store.OpenOriginalAsync(thread, id, cancellationToken) : store.OpenCopyAsync(thread, id, cancellationToken);

    private static IEnumerable<Place> Places(StaffActor viewer, Case full) => Places(full).Where(place => place.TakenOut is null || viewer.Oversees);

    private static IEnumerable<Place> Places(Case full)
    {
        foreach (var report in full.Reports)
        {
            foreach (var file in report.Told.Files)
                yield return new Place(report.Thread, file.Id, Entered(full, report), IsAddedLater: false, TakenOut: null);
            foreach (var message in full.History.OfType<MessageReceived>().Where(message => message.Report == report.Id))
                foreach (var file in message.Files)
                    yield return new Place(report.Thread, file.Id, Added: null, IsAddedLater: false, TakenOut: null);
        }

        var taken = full.History.OfType<EvidenceTakenOut>().ToDictionary(taken => taken.File, StringComparer.Ordinal);
        foreach (var added in full.History.OfType<EvidenceAdded>())
            foreach (var file in added.Files)
                yield return new Place(
                    AddedFiles.ThreadOf(full.Id, added.Command), file.Id, new AddedByStaff(added.By, added.Way, added.ArrivedAt, added.From), IsAddedLater: true, taken.GetValueOrDefault(file.Id));
    }

    private static AddedByStaff? Entered(Case full, Report report) => report.Arrival is not { } arrival ? null : new AddedByStaff(
        full.History.OfType<ReportReceived>().FirstOrDefault(received => received.Report == report.Id)?.By, arrival.Way, arrival.At, arrival.ToldBy);

    private sealed record Place(string Thread, string Id, AddedByStaff? Added, bool IsAddedLater, EvidenceTakenOut? TakenOut);
}
