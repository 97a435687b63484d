using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>What staff may see, with each look at a person's words on the audit record before anything is shown.</summary>
public sealed partial class CaseReading(ICaseStore store, IAuditLog audit, SearchLimit limit, TimeProvider clock)
{
    // Long enough for a call that is cut off, and for a letter that is answered the next morning.
    private static readonly TimeSpan CodeShown = TimeSpan.FromDays(1);

    /// <summary>A page of what this person may see. Queues they may not see and cases walled off from them are left out, whatever was asked.</summary>
    public ValueTask<CasePage> ListAsync(StaffActor actor, CaseFilter filter, CasePlace? after, int lines, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(filter);
        return store.ListAsync(filter with { Queues = [.. filter.Queues.Where(actor.MaySee)], Viewer = actor.Who.Id }, after, lines, cancellationToken);
    }

    /// <summary>The newest cases that all of what is looked for leads to, among those this person may see; none, and until when, for who has looked too often.</summary>
    public async ValueTask<SearchOutcome> SearchAsync(StaffActor actor, ImmutableArray<Findable> terms, FoundPlace? after, int lines, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var permit = limit.Ask(actor.Who.Id);
        if (permit.AgainAt is null || permit.IsFirst)
            await audit.AppendAsync(
                new AuditEntry(clock.GetUtcNow(), actor.Who.Id, permit.IsFirst ? AuditAction.SearchRefused : AuditAction.CasesSearched, null), cancellationToken);
        return permit.AgainAt is { } again
            ? new SearchOutcome(null, again)
            : new SearchOutcome(await store.SearchAsync(actor.Who.Id, terms, [.. actor.Queues], after, lines, cancellationToken), null);
    }

    /// <summary>How many cases of a risk band, or of all, this person may see, by what they are counted as.</summary>
    public ValueTask<CaseCounts> CountAsync(StaffActor actor, RiskBand? risk, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.CountAsync(actor.Who.Id, risk, cancellationToken);
    }

    /// <summary>The case, if this person may see it; null otherwise. A look that is shown to somebody is recorded first.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="id">The case.</param>
    /// <param name="look">What they look at; null when nothing of it is shown.</param>
    /// <param name="detail">A stable code or a file's id; never words.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public async Task<Case?> OpenAsync(StaffActor actor, Guid id, AuditAction? look, string? detail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await store.FindAsync(id, cancellationToken);
        if (found is null || !actor.MaySee(found) || (look is AuditAction.WordsShown or AuditAction.FileViewed or AuditAction.OriginalFileViewed or AuditAction.CopyToShareSaved && !actor.SeesWords))
            return null;
        if (look is { } action)
            await audit.AppendAsync(new AuditEntry(clock.GetUtcNow(), actor.Who.Id, action, id, detail), cancellationToken);
        return found;
    }

    /// <summary>A page of the audit record without what is said of cases that are walled off from this person. Reading it is on it.</summary>
    public async ValueTask<IReadOnlyList<AuditLine>> AuditAsync(StaffActor actor, Guid? subject, Guid? who, long? before, int lines, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await audit.AppendAsync(new AuditEntry(clock.GetUtcNow(), actor.Who.Id, AuditAction.AuditViewed, subject), cancellationToken);
        return await audit.ListAsync(actor.Who.Id, subject, who, before, lines, cancellationToken);
    }

    /// <summary>
    /// A report as whoever entered it may see it for a day, with its case: reference, promise, and the code to tell the person. It may be in a
    /// queue they do not see. Null for everybody else. Looking is recorded first.
    /// </summary>
    public async Task<(Case Case, Report Report)?> EnteredByAsync(StaffActor actor, Guid report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow();
        if (await store.FindByReportAsync(report, cancellationToken) is not { } id || await store.FindAsync(id, cancellationToken) is not { } found
            || !found.History.OfType<ReportReceived>().Any(received => received.Report == report && received.By?.Id == actor.Who.Id && received.At > now - CodeShown)
            || found.Walls.KeepOut(actor.Who.Id))
            return null;
        await audit.AppendAsync(new AuditEntry(now, actor.Who.Id, AuditAction.ReturnCodeShown, id), cancellationToken);
        return (found, found.Reports.First(known => known.Id == report));
    }

    /// <summary>The case that holds the report with this reference, if this person may see it; null otherwise.</summary>
    public async Task<Guid?> FindAsync(StaffActor actor, ReferenceNumber reference, CancellationToken cancellationToken) =>
        await store.FindByReferenceAsync(reference, cancellationToken) is { } id && await OpenAsync(actor, id, look: null, detail: null, cancellationToken) is not null
            ? id
            : null;
}
