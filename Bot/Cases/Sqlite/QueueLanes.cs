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
    private const string Lane = """
        SELECT id, queue, state, risk, due, version, key, summary FROM cases
        WHERE queue = @queue AND state = @state AND (risk, due, id) > (@risk, @due, @after)
        ORDER BY risk, due, id LIMIT @lines
        """;

    private const string LaneOfHolder = """
        SELECT id, queue, state, risk, due, version, key, summary FROM cases
        WHERE holder = @holder AND queue = @queue AND state = @state AND (risk, due, id) > (@risk, @due, @after)
        ORDER BY risk, due, id LIMIT @lines
        """;

    /// <summary>The first lines after a place, in order.</summary>
    public static async Task<List<LineRow>> ReadAsync(
        CaseDatabase database, CaseFilter filter, CasePlace? after, int lines, CancellationToken cancellationToken)
    {
        var rows = new List<LineRow>();
        foreach (var queue in filter.Queues.Distinct())
            foreach (var state in filter.States.Distinct())
            {
                var parameters = Parameters((int)queue, (int)state, filter.Holder, after, lines);
                rows.AddRange(await database.Lines.FromSqlRaw(filter.Holder is null ? Lane : LaneOfHolder, parameters).ToListAsync(cancellationToken));
            }

        rows.Sort(InOrder);
        return rows.Count > lines ? rows[..lines] : rows;
    }

    private static DbParameter[] Parameters(int queue, int state, Guid? holder, CasePlace? after, int lines)
    {
        // Before everything: bands and times are never this small, and an empty blob comes before every id.
        var (risk, due, id) = after is { } place ? ((int)place.Risk, Columns.Of(place.Due), Columns.Of(place.Id)) : (-1, long.MinValue, []);
        List<DbParameter> parameters =
        [
            new SqliteParameter("@queue", queue),
            new SqliteParameter("@state", state),
            new SqliteParameter("@risk", risk),
            new SqliteParameter("@due", due),
            new SqliteParameter("@after", id),
            new SqliteParameter("@lines", lines),
        ];
        if (holder is { } who)
            parameters.Add(new SqliteParameter("@holder", Columns.Of(who)));
        return [.. parameters];
    }

    private static int InOrder(LineRow one, LineRow other) =>
        (one.Risk, one.Due).CompareTo((other.Risk, other.Due)) is var order and not 0 ? order : one.Id.AsSpan().SequenceCompareTo(other.Id);
}
