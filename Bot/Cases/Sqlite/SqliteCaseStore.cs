using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>Cases in <c>cases.db</c>.</summary>
public sealed partial class SqliteCaseStore : ICaseStore
{
    private static readonly Func<CaseDatabase, byte[], Task<CaseRow?>> ById =
        EF.CompileAsyncQuery((CaseDatabase database, byte[] id) => database.Cases.SingleOrDefault(row => row.Id == id));

    private static readonly Func<CaseDatabase, byte[], Task<byte[]?>> CaseOfReport =
        EF.CompileAsyncQuery((CaseDatabase database, byte[] id) => database.Reports.Where(row => row.Id == id).Select(row => row.Case).SingleOrDefault());

    private const int MostToWake = 500;

    private readonly CaseDatabases _databases;
    private readonly CaseSealing _sealing;

    /// <summary>The store of an open file.</summary>
    public SqliteCaseStore(CaseDatabases databases, Storage.IDocumentCodec codec) => (_databases, _sealing) = (databases, new CaseSealing(codec));

    /// <inheritdoc />
    public async ValueTask<Case?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var row = await _databases.ReadAsync(database => ById(database, Columns.Of(id)), cancellationToken);
        return row is null ? null : _sealing.Open(row);
    }

    /// <inheritdoc />
    public async ValueTask<Guid?> FindByReportAsync(Guid report, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var id = await _databases.ReadAsync(database => CaseOfReport(database, Columns.Of(report)), cancellationToken);
        return id is null ? null : Columns.Id(id);
    }

    /// <inheritdoc />
    public async ValueTask<Guid?> FindByReferenceAsync(ReferenceNumber reference, CancellationToken cancellationToken)
    {
        var hash = _sealing.HashOf(reference);
        var id = await _databases.ReadAsync(
            database => database.Reports.Where(row => row.Reference == hash).Select(row => row.Case).FirstOrDefaultAsync(cancellationToken), cancellationToken);
        return id is null ? null : Columns.Id(id);
    }

    /// <inheritdoc />
    public ValueTask<CaseWrite> TryAddAsync(Case added, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(added);
        ArgumentNullException.ThrowIfNull(audit);
        var row = _sealing.New(added);
        var reports = added.Reports.Select(report => _sealing.Report(report, added.Id)).ToArray();
        var finds = _sealing.Finds(added).ToArray();
        return _databases.WriteAsync(
            database =>
            {
                database.Cases.Add(row);
                database.Reports.AddRange(reports);
                database.Finds.AddRange(finds);
                database.Walls.AddRange(CaseSealing.Walls(added));
                database.Tasks.AddRange(CaseSealing.Tasks(added));
                database.Recorded.Add(audit);
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<CaseWrite> TryReplaceAsync(Case changed, AuditEntry audit, CancellationToken cancellationToken) =>
        TryReplaceAsync([(changed, audit)], cancellationToken);

    /// <inheritdoc />
    public ValueTask<CaseWrite> TryReplaceAsync(ImmutableArray<(Case Changed, AuditEntry Audit)> together, CancellationToken cancellationToken) => _databases.WriteAsync(
        async database =>
        {
            foreach (var (changed, audit) in together)
                await ReplaceAsync(database, changed, audit);
        },
        cancellationToken);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<WakeUp>> ToWakeAsync(DateTimeOffset by, WakeUp? after, CancellationToken cancellationToken)
    {
        var (last, from, beyond) = (Columns.Of(by), after is { } place ? Columns.Of(place.At) : long.MinValue, after is { } known ? Columns.Of(known.Case) : []);
        var rows = await _databases.ReadAsync(
            database => database.Database
                .SqlQuery<WakeRow>($"SELECT wake AS Wake, id AS Id FROM cases WHERE wake <= {last} AND (wake, id) > ({from}, {beyond}) ORDER BY wake, id LIMIT {MostToWake}")
                .ToListAsync(cancellationToken),
            cancellationToken);
        return rows.ConvertAll(row => new WakeUp(Columns.Time(row.Wake), Columns.Id(row.Id)));
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<DueCase>> DueAsync(DateTimeOffset by, DueCase? after, int most, CancellationToken cancellationToken)
    {
        var (now, from, id) = (Columns.Of(by), after is { } place ? Columns.Of(place.At) : long.MinValue, after is { } last ? Columns.Of(last.Id) : []);
        var rows = await _databases.ReadAsync(
            database => database.Database.SqlQuery<DueRow>(
                $"SELECT id AS Id, acts AS Acts FROM cases INDEXED BY cases_by_act WHERE acts IS NOT NULL AND (acts, id) > ({from}, {id}) AND acts <= {now} ORDER BY acts, id LIMIT {most}")
                .ToListAsync(cancellationToken),
            cancellationToken);
        return [.. rows.Select(row => new DueCase(Columns.Time(row.Acts), Columns.Id(row.Id)))];
    }

    /// <inheritdoc />
    public async ValueTask RefreshAsync(Guid id, CancellationToken cancellationToken)
    {
        var write = await _databases.WriteAsync(
            async database =>
            {
                if (await ById(database, Columns.Of(id)) is not { } row)
                    return;
                var full = _sealing.Open(row);
                Relist(database, _sealing.Row(full, row.Key));
                await RewallAsync(database, full);
                await RetaskAsync(database, full);
                await FindAnewAsync(database, full);
            },
            cancellationToken);
        if (write is not CaseWrite.Done)
            throw new IOException("The case could not be listed anew.");
    }

    /// <inheritdoc />
    public async ValueTask<CasePage> ListAsync(CaseFilter filter, CasePlace? after, int lines, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(lines, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lines, 200);
        var rows = await _databases.ReadAsync(database => QueueLanes.ReadAsync(database, filter, after, lines + 1, cancellationToken), cancellationToken);
        var page = rows.Take(lines).Select(_sealing.Open).ToList();
        var next = rows.Count > lines ? new CasePlace(page[^1].Risk, page[^1].Due, page[^1].Id) : (CasePlace?)null;
        return new CasePage([.. page], next);
    }

    private async Task ReplaceAsync(CaseDatabase database, Case changed, AuditEntry audit)
    {
        var id = Columns.Of(changed.Id);
        var before = await ById(database, id);
        if (before is null || before.Version != changed.Version)
            throw new DbUpdateConcurrencyException();
        var known = await database.Reports.Where(row => row.Case == id).Select(row => row.Id).ToListAsync(CancellationToken.None);
        Replace(database, _sealing.Row(changed with { Version = changed.Version + 1 }, before.Key), changed.Version);
        database.Reports.AddRange(changed.Reports
            .Where(report => !known.Any(id => id.AsSpan().SequenceEqual(Columns.Of(report.Id))))
            .Select(report => _sealing.Report(report, changed.Id)));
        await RetaskAsync(database, changed);
        if (before.Acts == Columns.ToRefresh)
            await FindAnewAsync(database, _sealing.Open(before));
        Refind(database, _sealing.Finds(_sealing.Open(before)), _sealing.Finds(changed));
        await RewallAsync(database, changed);
        database.Recorded.Add(audit);
    }

    private static void Relist(CaseDatabase database, CaseRow row)
    {
        var entry = database.Cases.Attach(row);
        entry.State = EntityState.Modified;
        foreach (var kept in new[] { nameof(CaseRow.Key), nameof(CaseRow.Summary), nameof(CaseRow.Document), nameof(CaseRow.Version) })
            entry.Property(kept).IsModified = false;
    }

    private static void Replace(CaseDatabase database, CaseRow row, long readAt)
    {
        var entry = database.Cases.Attach(row);
        entry.State = EntityState.Modified;
        entry.Property(c => c.Version).OriginalValue = readAt;
        // Written once and rewrapped by key rotation only, which must not be undone from here.
        entry.Property(c => c.Key).IsModified = false;
    }
}
