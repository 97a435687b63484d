using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ReportBot.Benchmarks.Turns;

/// <summary>What the disk allows: one prepared insert a transaction, WAL, synchronous FULL, and nothing else.</summary>
internal static class BareCommits
{
    // About what a turn weighs as it is stored.
    private const int RowSize = 8 * 1024;

    /// <summary>Commits a second in a folder, measured that long.</summary>
    public static double PerSecond(string folder, TimeSpan howLong)
    {
        var path = Path.Combine(folder, "bare-commits.db");
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, "PRAGMA synchronous = FULL");
        Run(connection, "CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO row (body) VALUES ($body)";
        insert.Parameters.AddWithValue("$body", new byte[RowSize]);
        insert.Prepare();
        var begun = Stopwatch.GetTimestamp();
        var commits = 0;
        for (; Stopwatch.GetElapsedTime(begun) < howLong; commits++)
            insert.ExecuteNonQuery();
        return commits / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
