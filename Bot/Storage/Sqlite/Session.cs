using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReportBot.Bot.Storage.Sqlite;

/// <summary>One connection with its prepared statements, used by one caller at a time.</summary>
internal sealed class Session : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<Sql, Statement> _statements = [];

    private Session(SqliteConnection connection) => _connection = connection;

    /// <summary>The connection for what is not on the hot path.</summary>
    public SqliteConnection Connection => _connection;

    /// <summary>Opens a session that writes: WAL, every commit flushed, deleted content overwritten.</summary>
    public static Session OpenWriter(string path)
    {
        var session = Open(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            session.Pragma("journal_mode", "WAL", "wal");
            session.Pragma("synchronous", "FULL", "2");
            session.Pragma("secure_delete", "ON", "1");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Opens a session that only reads.</summary>
    public static Session OpenReader(string path)
    {
        var session = Open(path, SqliteOpenMode.ReadWrite);
        session.Pragma("query_only", "ON", "1");
        return session;
    }

    public Statement Prepare(Sql sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements[sql] = statement = new Statement(_connection.Handle!, sql); // An open connection has a handle.
        return statement;
    }

    public void Run(Sql sql) => Prepare(sql).Execute();

    /// <summary>What a pragma answers, as text.</summary>
    public string? Pragma(string name)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Pragmas take no parameters, and the names are our own.
        command.CommandText = $"PRAGMA {name}";
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _connection.Dispose();
    }

    private static Session Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // Our own statements do not pass by the library's own waiting.
            _ = raw.sqlite3_busy_timeout(connection.Handle!, (int)Patience.TotalMilliseconds);
            var session = new Session(connection);
            session.Pragma("temp_store", "MEMORY", "2");
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // How long another process may hold the file before a turn is refused.
    private static TimeSpan Patience => TimeSpan.FromSeconds(10);

    private void Pragma(string name, string value, string expected)
    {
        Pragma($"{name} = {value}");
        if (Pragma(name) is var actual && actual != expected)
            throw new IOException($"The database has {name} {actual} where {expected} is needed.");
    }
}
