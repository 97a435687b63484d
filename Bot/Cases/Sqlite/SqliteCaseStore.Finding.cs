using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases.Sqlite;

public sealed partial class SqliteCaseStore
{
    // Beyond it one value is as common as another.
    private const int MostCounted = 500;

    // After every id of 16 bytes.
    private static readonly byte[] PastEveryId = [.. Enumerable.Repeat((byte)0xff, 17)];

    /// <inheritdoc />
    public async ValueTask<FoundCases> SearchAsync(
        Guid viewer, ImmutableArray<Findable> terms, ImmutableArray<Queue> queues, FoundPlace? after, int lines, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lines, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lines, 200);
        if (terms.IsEmpty || queues.IsEmpty)
            return new FoundCases([], null);
        var singles = terms.Distinct().ToArray();
        var pairs = await ArePairedAsync(cancellationToken) ? FindablePair.Of(singles).ToArray() : [];
        // Alone is walked what has no pair.
        byte[][] walkable = [.. pairs.Select(_sealing.HashOf), .. singles.Where(one => !pairs.Any(pair => pair.One == one || pair.Other == one)).Select(_sealing.HashOf)];
        var walked = await RarestAsync(walkable, cancellationToken);
        byte[][] hashes = [walked, .. walkable.Where(hash => hash != walked)];
        List<SqliteParameter> parameters =
        [
            new("@opened", after is { } place ? Columns.Of(place.Opened) : long.MaxValue),
            new("@after", after is { } last ? Columns.Of(last.Id) : PastEveryId),
            new("@lines", lines + 1),
            new("@viewer", Columns.Of(viewer)),
            .. hashes.Select((hash, i) => new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"@hash{i}"), hash)),
            .. queues.Select((queue, i) => new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"@queue{i}"), (int)queue)),
        ];
        var rows = await _databases.ReadAsync(
            database => database.Lines.FromSqlRaw(Sql(hashes.Length, queues.Length), [.. parameters]).ToListAsync(cancellationToken), cancellationToken);
        var page = rows.Take(lines).Select(_sealing.Open).ToList();
        return new FoundCases([.. page], rows.Count > lines ? new FoundPlace(page[^1].Opened, page[^1].Id) : null);
    }

    // What is walked is what leads to fewest cases: “Khan Amina 12” is looked for among the Khans of a house 12 where there are more Amina Khans.
    private async Task<byte[]> RarestAsync(byte[][] hashes, CancellationToken cancellationToken)
    {
        if (hashes.Length == 1)
            return hashes[0];
        var counted = new List<(byte[] Hash, int Number)>(hashes.Length);
        foreach (var hash in hashes)
            counted.Add((hash, (await _databases.ReadAsync(
                database => database.Finds.Where(row => row.Hash == hash).OrderBy(row => row.Opened).Select(row => row.Opened).Take(MostCounted).ToListAsync(cancellationToken),
                cancellationToken)).Count));
        return counted.MinBy(one => one.Number).Hash;
    }

    // Until the clock has looked at every case from before there were pairs, only the single values lead to all of them.
    private async Task<bool> ArePairedAsync(CancellationToken cancellationToken) => (await _databases.ReadAsync(
        database => database.Database.SqlQuery<long>($"SELECT acts AS Value FROM cases INDEXED BY cases_by_act WHERE acts = {Columns.ToRefresh} LIMIT 1").ToListAsync(cancellationToken),
        cancellationToken)).Count == 0;

    // One walk along what the first term leads to, newest first; every other term is looked up for each case on the way. CROSS JOIN keeps
    // SQLite from walking the cases instead.
    private static string Sql(int terms, int queues)
    {
        var others = string.Concat(Enumerable.Range(1, terms - 1).Select(i => string.Create(
            CultureInfo.InvariantCulture, $" AND EXISTS (SELECT 1 FROM finds o WHERE o.hash = @hash{i} AND o.opened = f.opened AND o.\"case\" = f.\"case\")")));
        var seen = string.Join(", ", Enumerable.Range(0, queues).Select(i => string.Create(CultureInfo.InvariantCulture, $"@queue{i}")));
        return $"""
            SELECT c.id, c.queue, c.state, c.risk, c.due, c.opened, c.version, c.key, c.summary
            FROM finds f CROSS JOIN cases c ON c.id = f."case"
            WHERE f.hash = @hash0 AND (f.opened, f."case") < (@opened, @after){others} AND c.queue IN ({seen})
                AND NOT EXISTS (SELECT 1 FROM walls w WHERE w.staff = @viewer AND w."case" = f."case")
            ORDER BY f.opened DESC, f."case" DESC LIMIT @lines
            """;
    }

    // Those of a case that are not any more go, those that are new come.
    private static async Task RewallAsync(CaseDatabase database, Case full)
    {
        var id = Columns.Of(full.Id);
        var (before, after) = (await database.Walls.Where(row => row.Case == id).ToListAsync(CancellationToken.None), CaseSealing.Walls(full).ToList());
        database.Walls.RemoveRange(before.Where(old => !after.Any(now => now.Staff.AsSpan().SequenceEqual(old.Staff))));
        database.Walls.AddRange(after.Where(now => !before.Any(old => old.Staff.AsSpan().SequenceEqual(now.Staff))));
    }

    // What a case from before should have been found by, and is not yet.
    private async Task FindAnewAsync(CaseDatabase database, Case full)
    {
        foreach (var find in _sealing.Finds(full))
            if (!await database.Finds.AnyAsync(one => one.Hash == find.Hash && one.Opened == find.Opened && one.Case == find.Case, CancellationToken.None))
                database.Finds.Add(find);
    }

    private static void Refind(CaseDatabase database, IEnumerable<FindRow> before, IEnumerable<FindRow> after)
    {
        var (old, now) = (before.ToDictionary(row => Convert.ToHexString(row.Hash)), after.ToDictionary(row => Convert.ToHexString(row.Hash)));
        database.Finds.RemoveRange(old.Where(pair => !now.ContainsKey(pair.Key)).Select(pair => pair.Value));
        database.Finds.AddRange(now.Where(pair => !old.ContainsKey(pair.Key)).Select(pair => pair.Value));
    }
}
