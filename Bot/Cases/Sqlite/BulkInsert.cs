using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>Writes many rows of one table by one prepared command, inside a step that is under way.</summary>
internal sealed class BulkInsert : IDisposable
{
    private readonly SqliteCommand _command;

    /// <summary>Prepares it.</summary>
    public BulkInsert(DbConnection connection, DbTransaction step, string table, params ReadOnlySpan<string> columns)
    {
        _command = ((SqliteConnection)connection).CreateCommand();
        _command.Transaction = (SqliteTransaction)step;
        var names = columns.ToArray();
#pragma warning disable CA2100 // The names are our own; no value is in the text.
        _command.CommandText = $"INSERT INTO {table} ({string.Join(", ", names.Select(name => $"\"{name}\""))}) VALUES ({string.Join(", ", names.Select(name => $"@{name}"))})";
#pragma warning restore CA2100
        foreach (var name in names)
            _command.Parameters.Add(new SqliteParameter { ParameterName = $"@{name}" });
        _command.Prepare();
    }

    /// <summary>Writes a row, its values in the order of the columns.</summary>
    public void Write(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public void Dispose() => _command.Dispose();
}
