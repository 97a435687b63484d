using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>
/// Reads a list as lanes, one for each queue and state asked for. Each lane is one short walk along an index from the place to go on after,
/// so a page costs the same among a thousand cases and among a million; the lanes are then merged.
/// </summary>
internal static class QueueLanes
{
    /// <summary>The first lines after a place, in order.</summary>
    public static async Task<List<LineRow>> ReadAsync(
        CaseDatabase database, CaseFilter filter, CasePlace? after, int lines, CancellationToken cancellationToken)
    {
        var rows = new List<LineRow>();
        if (filter is { Unheld: true, Holder: not null })
            return rows;
        foreach (var (queue, state) in Lanes(filter))
            rows.AddRange(await database.Lines.FromSqlRaw(Sql(filter), [.. Parameters((int)queue, (int)state, filter, after, lines)]).ToListAsync(cancellationToken));

        rows.Sort(InOrder);
        return rows.Count > lines ? rows[..lines] : rows;
    }

    private static IEnumerable<(Knowledge.Reporting.Queue Queue, CaseState State)> Lanes(CaseFilter filter) =>
        from queue in filter.Queues.Distinct()
        from state in filter.States.Distinct()
        select (queue, state);

    // Which index a list walks is part of what it promises: SQLite refuses the query rather than read another way.
    private static string Index(CaseFilter filter) => (filter, filter.Marks) switch
    {
        ({ Holder: null, Unheld: false }, CaseMarkings.None) => "cases_in_order",
        (_, var marks) => string.Concat(
            "cases",
            filter.Holder is not null ? "_of_holder" : filter.Unheld ? "_unheld" : "",
            marks.HasFlag(CaseMarkings.Up) ? "_up" : "",
            marks.HasFlag(CaseMarkings.Missed) ? "_missed" : ""),
    };

    private static string Only(CaseFilter filter) => string.Concat(
        filter.Holder is not null ? "holder = @holder AND " : filter.Unheld ? "holder IS NULL AND " : "",
        filter.Marks.HasFlag(CaseMarkings.Up) ? "level > 0 AND " : "",
        filter.Marks.HasFlag(CaseMarkings.Missed) ? "missed = 1 AND " : "");

    private static string Sql(CaseFilter filter)
    {
        var place = filter.Risk is null ? "(risk, due, id) > (@risk, @due, @after)" : "risk = @risk AND (due, id) > (@due, @after)";
        return $"""
            SELECT id, queue, state, risk, due, opened, version, key, summary FROM cases INDEXED BY {Index(filter)}
            WHERE {Only(filter)}queue = @queue AND state = @state AND {place}
                AND NOT EXISTS (SELECT 1 FROM walls WHERE staff = @viewer AND "case" = cases.id)
            ORDER BY risk, due, id LIMIT @lines
            """;
    }

    private static List<DbParameter> Parameters(int queue, int state, CaseFilter filter, CasePlace? after, int lines)
    {
        // Before everything: bands and times are never this small, and an empty blob comes before every id.
        var (risk, due, id) = after is { } place ? ((int)place.Risk, Columns.Of(place.Due), Columns.Of(place.Id)) : (-1, long.MinValue, []);
        return
        [
            new SqliteParameter("@queue", queue),
            new SqliteParameter("@state", state),
            new SqliteParameter("@risk", filter.Risk is { } band ? (int)band : risk),
            new SqliteParameter("@due", due),
            new SqliteParameter("@after", id),
            new SqliteParameter("@lines", lines),
            new SqliteParameter("@viewer", filter.Viewer is { } viewer ? Columns.Of(viewer) : DBNull.Value),
            new SqliteParameter("@holder", filter.Holder is { } who ? Columns.Of(who) : DBNull.Value),
        ];
    }

    private static int InOrder(LineRow one, LineRow other) =>
        (one.Risk, one.Due).CompareTo((other.Risk, other.Due)) is var order and not 0 ? order : one.Id.AsSpan().SequenceCompareTo(other.Id);
}
