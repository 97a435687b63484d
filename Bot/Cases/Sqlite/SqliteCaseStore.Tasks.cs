using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases.Sqlite;

public sealed partial class SqliteCaseStore
{
    /// <inheritdoc />
    public async ValueTask<TaskPage> TasksAsync(Guid viewer, Guid? owner, ImmutableArray<Queue> queues, TaskPlace? after, int lines, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lines, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lines, 200);
        if (queues.IsEmpty)
            return new TaskPage([], null);
        List<SqliteParameter> parameters =
        [
            new("@owner", owner is { } id ? Columns.Of(id) : DBNull.Value),
            new("@due", after is { } place ? Columns.Of(place.Due) : long.MinValue),
            new("@after", after is { } last ? Columns.Of(last.Id) : Array.Empty<byte>()),
            new("@lines", lines + 1),
            new("@viewer", Columns.Of(viewer)),
            .. queues.Select((queue, i) => new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"@queue{i}"), (int)queue)),
        ];
        var rows = await _databases.ReadAsync(
            database => database.Tasks.FromSqlRaw(TasksSql(owner is null, queues.Length), [.. parameters]).ToListAsync(cancellationToken), cancellationToken);
        var page = rows.Take(lines).Select(row => new TaskLine(Columns.Id(row.Id), Columns.Id(row.Case), Columns.Time(row.Due), (TaskKind)row.Kind)).ToImmutableArray();
        return new TaskPage(page, rows.Count > lines ? new TaskPlace(page[^1].Due, page[^1].Id) : null);
    }

    // One walk along the tasks in the order they are due; CROSS JOIN keeps SQLite from walking the cases instead.
    internal static string TasksSql(bool ofNobody, int queues)
    {
        var (index, whose) = ofNobody ? ("tasks_of_nobody", "t.owner IS NULL") : ("tasks_of_owner", "t.owner = @owner");
        var seen = string.Join(", ", Enumerable.Range(0, queues).Select(i => string.Create(CultureInfo.InvariantCulture, $"@queue{i}")));
        return $"""
            SELECT t.id, t."case", t.due, t.owner, t.kind
            FROM tasks t INDEXED BY {index} CROSS JOIN cases c ON c.id = t."case"
            WHERE {whose} AND (t.due, t.id) > (@due, @after) AND c.queue IN ({seen})
                AND NOT EXISTS (SELECT 1 FROM walls w WHERE w.staff = @viewer AND w."case" = t."case")
            ORDER BY t.due, t.id LIMIT @lines
            """;
    }

    private static async Task RetaskAsync(CaseDatabase database, Case full)
    {
        var id = Columns.Of(full.Id);
        var old = (await database.Tasks.Where(row => row.Case == id).ToListAsync(CancellationToken.None)).ToDictionary(row => Columns.Id(row.Id));
        var now = CaseSealing.Tasks(full).ToDictionary(row => Columns.Id(row.Id));
        database.Tasks.RemoveRange(old.Where(pair => !now.ContainsKey(pair.Key)).Select(pair => pair.Value));
        database.Tasks.AddRange(now.Where(pair => !old.ContainsKey(pair.Key)).Select(pair => pair.Value));
        database.Tasks.UpdateRange(now.Where(pair => old.TryGetValue(pair.Key, out var row) && !IsSame(row, pair.Value)).Select(pair => pair.Value));
    }

    internal static bool IsSame(TaskRow one, TaskRow other) =>
        one.Due == other.Due && one.Kind == other.Kind && one.Case.AsSpan().SequenceEqual(other.Case) && one.Owner.AsSpan().SequenceEqual(other.Owner);
}
