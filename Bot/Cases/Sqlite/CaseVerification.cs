using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReportBot.Bot.Storage;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>What was found of one case.</summary>
/// <param name="Id">The case.</param>
/// <param name="Problem">What is wrong; null when nothing is. It holds no words of anybody.</param>
public sealed record CaseCheck(Guid Id, string? Problem);

/// <summary>Holds the stored cases against themselves: documents that open, columns and summary that follow from the history, reports that lead to them.</summary>
public sealed class CaseVerification(CaseDatabases databases, IDocumentCodec codec)
{
    private const int CasesAtOnce = 100;
    private readonly CaseSealing _sealing = new(codec);

    /// <summary>Checks every case, a few at a time, in the order of their ids.</summary>
    public async IAsyncEnumerable<CaseCheck> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] after = [];
        while (true)
        {
            var from = after;
            var rows = await databases.ReadAsync(
                database => database.Cases.FromSql($"SELECT * FROM cases WHERE id > {from} ORDER BY id LIMIT {CasesAtOnce}").ToListAsync(cancellationToken), cancellationToken);
            foreach (var row in rows)
                yield return new CaseCheck(Columns.Id(row.Id), await ProblemAsync(row, cancellationToken));
            if (rows.Count < CasesAtOnce)
                yield break;
            after = rows[^1].Id;
        }
    }

    /// <summary>True when the counts that are kept are what counting comes to.</summary>
    public async Task<bool> CountsAreRightAsync(CancellationToken cancellationToken)
    {
        var wrong = await databases.ReadAsync(
            database => database.Database.SqlQuery<long>($"""
                SELECT count(*) AS Value FROM (
                    SELECT who, marks, queue, state, risk, count(*) AS number FROM counted GROUP BY who, marks, queue, state, risk
                    UNION ALL SELECT who, marks, queue, state, risk, -number FROM counts
                ) GROUP BY who, marks, queue, state, risk HAVING sum(number) <> 0
                """).ToListAsync(cancellationToken),
            cancellationToken);
        return wrong.Count == 0;
    }

    private async Task<string?> ProblemAsync(CaseRow row, CancellationToken cancellationToken)
    {
        Case full;
        CaseSummary summary;
        try
        {
            (full, summary) = (_sealing.Open(row), _sealing.OpenSummary(row));
        }
        catch (CryptographicException)
        {
            return "it does not open: it was changed or moved, or its key is gone";
        }
        catch (JsonException)
        {
            return "it opens but cannot be read";
        }

        return ColumnProblem(row, full) ?? SummaryProblem(summary, full) ?? await ReportProblemAsync(full, cancellationToken);
    }

    private string? ColumnProblem(CaseRow row, Case full)
    {
        if (Columns.Id(row.Id) != full.Id)
            return "its document is another case's";
        var expected = _sealing.Row(full, row.Key);
        (string Column, bool IsRight)[] columns =
        [
            ("queue", row.Queue == expected.Queue),
            ("state", row.State == expected.State),
            ("risk", row.Risk == expected.Risk),
            ("due", row.Due == expected.Due),
            ("opened", row.Opened == expected.Opened),
            ("wake", row.Wake == expected.Wake),
            ("level", row.Level == expected.Level),
            ("missed", row.Missed == expected.Missed),
            ("acts", row.Acts == expected.Acts),
            ("holder", row.Holder.AsSpan().SequenceEqual(expected.Holder)),
        ];
        var wrong = columns.Where(column => !column.IsRight).Select(column => column.Column).ToList();
        return wrong.Count == 0 ? null : $"the history does not come to what stands in {string.Join(", ", wrong)}";
    }

    private async Task<bool> HasItsTasksAsync(Case full, CancellationToken cancellationToken)
    {
        var id = Columns.Of(full.Id);
        var rows = await databases.ReadAsync(database => database.Tasks.Where(row => row.Case == id).ToListAsync(cancellationToken), cancellationToken);
        var expected = CaseSealing.Tasks(full).ToDictionary(row => Columns.Id(row.Id));
        return rows.Count == expected.Count && rows.TrueForAll(row => expected.TryGetValue(Columns.Id(row.Id), out var right) && SqliteCaseStore.IsSame(row, right));
    }

    private static string? SummaryProblem(CaseSummary summary, Case full) =>
        JsonSerializer.Serialize(summary, CaseJson.Default.CaseSummary) == JsonSerializer.Serialize(CaseSummary.Of(full), CaseJson.Default.CaseSummary)
            ? null
            : "the history does not come to what stands in its summary";

    private async Task<string?> ReportProblemAsync(Case full, CancellationToken cancellationToken)
    {
        foreach (var report in full.Reports)
        {
            var expected = _sealing.Report(report, full.Id);
            var row = await databases.ReadAsync(database => database.Reports.SingleOrDefaultAsync(found => found.Id == expected.Id, cancellationToken), cancellationToken);
            if (row is null || !row.Case.AsSpan().SequenceEqual(expected.Case) || !row.Reference.AsSpan().SequenceEqual(expected.Reference))
                return "a report of it does not lead to it";
        }

        foreach (var find in _sealing.Finds(full))
            if (!await databases.ReadAsync(
                database => database.Finds.AnyAsync(row => row.Hash == find.Hash && row.Opened == find.Opened && row.Case == find.Case, cancellationToken), cancellationToken))
                return "it cannot be found by all it should be found by";
        var (id, kept) = (Columns.Of(full.Id), CaseSealing.Walls(full).Select(wall => Convert.ToHexString(wall.Staff)).ToHashSet());
        var walls = await databases.ReadAsync(database => database.Walls.Where(row => row.Case == id).Select(row => row.Staff).ToListAsync(cancellationToken), cancellationToken);
        if (!kept.SetEquals(walls.Select(Convert.ToHexString)))
            return "the history does not come to whom it is walled off from";
        return await HasItsTasksAsync(full, cancellationToken) ? null : "the history does not come to the tasks that stand for it";
    }
}
