using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ReportBot.Bot.Cases.Sqlite;

public sealed partial class SqliteCaseStore
{
    /// <inheritdoc />
    public async ValueTask AddManyAsync(IReadOnlyList<Case> added, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(added);
        var rows = new (CaseRow Case, ReportRow[] Reports, FindRow[] Finds, TaskRow[] Tasks)[added.Count];
        Parallel.For(0, rows.Length, i => rows[i] =
            (_sealing.New(added[i]), [.. added[i].Reports.Select(report => _sealing.Report(report, added[i].Id))], [.. _sealing.Finds(added[i])], [.. CaseSealing.Tasks(added[i])]));
        var write = await _databases.WriteAsync(
            async database =>
            {
                Insert(database, rows);
                database.Walls.AddRange(added.SelectMany(CaseSealing.Walls));
                foreach (var full in added)
                    database.Recorded.AddRange(full.History.Select(happened => new AuditEntry(happened.At, happened.By?.Id, AuditEntry.ActionOf(happened), full.Id)));
                await _databases.RecordManyAsync(database);
            },
            cancellationToken);
        if (write is not CaseWrite.Done)
            throw new IOException("The cases could not be added.");
    }

    private static void Insert(CaseDatabase database, (CaseRow Case, ReportRow[] Reports, FindRow[] Finds, TaskRow[] Tasks)[] rows)
    {
        var (connection, step) = (database.Database.GetDbConnection(), database.Database.CurrentTransaction!.GetDbTransaction()); // Every write is a step.
        using var cases = new BulkInsert(
            connection, step, "cases", "id", "queue", "state", "risk", "due", "opened", "holder", "level", "missed", "acts", "wake", "version", "key", "summary", "document");
        using var reports = new BulkInsert(connection, step, "reports", "id", "case", "reference");
        using var finds = new BulkInsert(connection, step, "finds", "hash", "opened", "case");
        using var tasks = new BulkInsert(connection, step, "tasks", "id", "case", "due", "owner", "kind");
        foreach (var (row, itsReports, itsFinds, itsTasks) in rows)
        {
            cases.Write(
                row.Id, row.Queue, row.State, row.Risk, row.Due, row.Opened, row.Holder, row.Level, row.Missed, row.Acts, row.Wake, row.Version, row.Key, row.Summary, row.Document);
            foreach (var report in itsReports)
                reports.Write(report.Id, report.Case, report.Reference);
            foreach (var find in itsFinds)
                finds.Write(find.Hash, find.Opened, find.Case);
            foreach (var task in itsTasks)
                tasks.Write(task.Id, task.Case, task.Due, task.Owner, task.Kind);
        }
    }
}
