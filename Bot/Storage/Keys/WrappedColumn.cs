using Microsoft.Data.Sqlite;
using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Storage.Keys;

/// <summary>A column of wrapped data keys, in a table whose primary key is <c>id</c>.</summary>
internal sealed class WrappedColumn(string database, string table, string column) : IRewrappable
{
    private const int BatchSize = 5000;

    public Task<int> RewrapAsync(IKeyRing ring, CancellationToken cancellationToken)
    {
        if (!File.Exists(database))
            return Task.FromResult(0);
        using var session = Session.OpenWriter(database);
        var (rewrapped, batch) = (0, BatchSize);
        for (; batch == BatchSize; rewrapped += batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            batch = RewrapBatch(session.Connection, ring);
        }

        return Task.FromResult(rewrapped);
    }

    private int RewrapBatch(SqliteConnection connection, IKeyRing ring)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var old = Find(connection, transaction, ring);
        using var update = Command(connection, transaction, $"UPDATE \"{table}\" SET \"{column}\" = $wrapped WHERE id = $id");
        var (id, wrapped) = (update.Parameters.AddWithValue("$id", null), update.Parameters.AddWithValue("$wrapped", null));
        foreach (var row in old)
        {
            (id.Value, wrapped.Value) = (row.Id, WrappedKey.Rewrap(ring, row.Wrapped));
            update.ExecuteNonQuery();
        }

        transaction.Commit();
        return old.Count;
    }

    private List<(object Id, byte[] Wrapped)> Find(SqliteConnection connection, SqliteTransaction transaction, IKeyRing ring)
    {
        using var find = Command(connection, transaction, $"SELECT id, \"{column}\" FROM \"{table}\" WHERE substr(\"{column}\", 1, {WrappedKey.HeaderSize}) <> $current LIMIT {BatchSize}");
        find.Parameters.AddWithValue("$current", WrappedKey.Header(ring.Current));
        using var rows = find.ExecuteReader();
        var found = new List<(object, byte[])>();
        while (rows.Read())
            found.Add((rows.GetValue(0), rows.GetFieldValue<byte[]>(1)));
        return found;
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The names are our own; no value is in the text.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
