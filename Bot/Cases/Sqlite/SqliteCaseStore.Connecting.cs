using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases.Sqlite;

public sealed partial class SqliteCaseStore
{
    /// <inheritdoc />
    public async ValueTask<ImmutableArray<TiedCase>> TiedAsync(Guid viewer, Guid with, ImmutableArray<Findable> values, int mostEach, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostEach, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mostEach, 200);
        var (who, here) = (Columns.Of(viewer), Columns.Of(with));
        var found = new Dictionary<Guid, TiedCase>();
        foreach (var value in values.Distinct())
        {
            var hash = _sealing.HashOf(value);
            // One walk along what the value leads to, newest first.
            var rows = await _databases.ReadAsync(
                database => database.Database.SqlQuery<TiedRow>($"""
                    SELECT f."case" AS Id, f.opened AS Opened, c.queue AS Queue FROM finds f CROSS JOIN cases c ON c.id = f."case"
                    WHERE f.hash = {hash} AND f."case" <> {here} AND NOT EXISTS (SELECT 1 FROM walls w WHERE w.staff = {who} AND w."case" = f."case")
                    ORDER BY f.opened DESC, f."case" DESC LIMIT {mostEach}
                    """).ToListAsync(cancellationToken),
                cancellationToken);
            foreach (var row in rows)
                found[Columns.Id(row.Id)] = new TiedCase(Columns.Id(row.Id), Columns.Time(row.Opened), (Queue)row.Queue);
        }

        return [.. found.Values.OrderByDescending(one => one.Opened).ThenBy(one => one.Id)];
    }
}
