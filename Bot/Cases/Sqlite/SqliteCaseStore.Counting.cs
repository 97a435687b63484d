using Microsoft.EntityFrameworkCore;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases.Sqlite;

public sealed partial class SqliteCaseStore
{
    private static readonly byte[] Everybodys = [];
    private static readonly byte[] Nobodys = [0];

    /// <inheritdoc />
    public async ValueTask<CaseCounts> CountAsync(Guid viewer, RiskBand? risk, CancellationToken cancellationToken)
    {
        var mine = Columns.Of(viewer);
        var band = (int?)risk;
        // Three walks, each in the order of the key, so that nothing is sorted.
        var rows = await _databases.ReadAsync(
            database => database.Database.SqlQuery<CountRow>($"""
                SELECT who, marks, queue, state, sum(number) AS number FROM counts WHERE who = {Everybodys} AND risk = ifnull({band}, risk) GROUP BY marks, queue, state
                UNION ALL SELECT who, marks, queue, state, sum(number) FROM counts WHERE who = {Nobodys} AND risk = ifnull({band}, risk) GROUP BY marks, queue, state
                UNION ALL SELECT who, marks, queue, state, sum(number) FROM counts WHERE who = {mine} AND risk = ifnull({band}, risk) GROUP BY marks, queue, state
                """).ToListAsync(cancellationToken),
            cancellationToken);
        var walled = await WalledAsync(mine, band, cancellationToken);
        return new CaseCounts(risk, [.. rows.Where(row => row.Number > 0).Select(row => (Holder: Holder(row.Who), Marks: (CaseMarkings)row.Marks, Queue: (Queue)row.Queue, State: (CaseState)row.State, row.Number))
            .Select(row => new CaseCount(row.Holder, row.Marks, row.Queue, row.State, row.Number - walled.Count(one => one.CountsAs(row.Holder, row.Marks, row.Queue, row.State))))]);
    }

    // What the counts hold and this member of staff may not know of: few, and read one by one. Nobody has what is walled off from them.
    private async Task<List<Walled>> WalledAsync(byte[] viewer, int? risk, CancellationToken cancellationToken)
    {
        var rows = await _databases.ReadAsync(
            database => database.Walls.Where(wall => wall.Staff == viewer)
                .Join(database.Cases, wall => wall.Case, one => one.Id, (_, one) => new { one.Queue, one.State, one.Risk, HasHolder = one.Holder != null, one.Level, one.Missed })
                .ToListAsync(cancellationToken),
            cancellationToken);
        return [.. rows.Where(row => risk is null || row.Risk == risk).Select(row => new Walled(
            (Queue)row.Queue, (CaseState)row.State, row.HasHolder, (row.Level > 0 ? CaseMarkings.Up : 0) | (row.Missed == 1 ? CaseMarkings.Missed : 0)))];
    }

    private static CountedHolder Holder(byte[] who) => who.Length switch
    {
        0 => CountedHolder.Any,
        1 => CountedHolder.Nobody,
        _ => CountedHolder.Mine,
    };

    private sealed record Walled(Queue Queue, CaseState State, bool HasHolder, CaseMarkings Marks)
    {
        public bool CountsAs(CountedHolder holder, CaseMarkings marks, Queue queue, CaseState state) =>
            (queue, state) == (Queue, State) && (Marks & marks) == marks && (holder is CountedHolder.Any || (holder is CountedHolder.Nobody && !HasHolder));
    }
}
