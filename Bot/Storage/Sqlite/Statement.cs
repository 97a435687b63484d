using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReportBot.Bot.Storage.Sqlite;

/// <summary>
/// A prepared statement that binds from spans and lends its columns as spans, so that neither a turn's blob nor its id is copied on the way.
/// Every failure but a constraint is an <see cref="IOException"/>.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int LongestTextOnStack = 256;
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    public Statement(sqlite3 connection, Sql sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v3(connection, sql.Text, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public Statement Bind(int place, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, place, value));
        return this;
    }

    public Statement Bind(int place, ReadOnlySpan<byte> blob)
    {
        Check(raw.sqlite3_bind_blob(_statement, place, blob));
        return this;
    }

    public Statement Bind(int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var utf8 = most <= LongestTextOnStack ? stackalloc byte[LongestTextOnStack] : new byte[most];
        Check(raw.sqlite3_bind_text(_statement, place, utf8[..Encoding.UTF8.GetBytes(text, utf8)]));
        return this;
    }

    /// <summary>Runs it to its end; true when it changed a row, false when it changed none or a constraint forbade it.</summary>
    public bool Execute()
    {
        var code = raw.sqlite3_step(_statement);
        while (code == raw.SQLITE_ROW)
            code = raw.sqlite3_step(_statement);
        Reset();
        if (code == raw.SQLITE_CONSTRAINT)
            return false;
        Check(code);
        return raw.sqlite3_changes(_connection) > 0;
    }

    /// <summary>Moves to the next row. Reset it when the last one was read.</summary>
    public bool Read()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        Reset();
        Check(code);
        return false;
    }

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>Valid until the statement moves on or is reset.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Reset()
    {
        // Its answer repeats the last step's, which has been looked at.
        _ = raw.sqlite3_reset(_statement);
        Check(raw.sqlite3_clear_bindings(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_DONE)
            return;
        var message = raw.sqlite3_errmsg(_connection).utf8_to_string();
        var extended = raw.sqlite3_extended_errcode(_connection);
        throw new IOException($"The database answered {extended}: {message}.", new SqliteException(message, code, extended));
    }
}
