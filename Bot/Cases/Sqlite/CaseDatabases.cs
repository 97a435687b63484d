using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>
/// The file <c>cases.db</c> of one data folder: brought up to date once, then read by as many contexts as are needed and written by one at
/// a time. How SQLite failed is turned here into what a store may answer.
/// </summary>
public sealed class CaseDatabases : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly PooledDbContextFactory<CaseDatabase> _contexts;
    private readonly string _connection;
    private readonly AuditChain _chain;

    private CaseDatabases(string connection, AuditChain chain, IEnumerable<IInterceptor> watching)
    {
        (_connection, _chain) = (connection, chain);
        var options = new DbContextOptionsBuilder<CaseDatabase>()
            .UseSqlite(connection)
            .AddInterceptors([new DurableConnections(), .. watching])
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        _contexts = new PooledDbContextFactory<CaseDatabase>(options.Options);
    }

    /// <summary>Opens the folder's cases, making or updating the file first.</summary>
    public static CaseDatabases Open(DataFolder folder, IDocumentCodec codec) => Open(folder, codec, []);

    /// <summary>Opens them with somebody watching what is asked of SQLite.</summary>
    internal static CaseDatabases Open(DataFolder folder, IDocumentCodec codec, params IEnumerable<IInterceptor> watching)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(codec);
        if (!File.Exists(folder.Cases))
            DurableFile.Create(folder.Cases, FileMode.OpenOrCreate).Dispose();
        var connection = new SqliteConnectionStringBuilder { DataSource = folder.Cases, Pooling = true, DefaultTimeout = 10 }.ToString();
        using (var first = new SqliteConnection(connection))
        {
            first.Open();
            using var wal = first.CreateCommand();
            wal.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
            wal.ExecuteNonQuery();
            SchemaScripts.Apply(first, "cases");
        }

        return new CaseDatabases(connection, new AuditChain(codec), watching);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _writing.Dispose();
        using var any = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(any);
    }

    internal async ValueTask<T> ReadAsync<T>(Func<CaseDatabase, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var database = await _contexts.CreateDbContextAsync(cancellationToken);
        return await read(database);
    }

    /// <summary>Saves what was put into a context, as one step. Once begun it is not called off: whoever asked may have gone, the answer must be true.</summary>
    internal async ValueTask<CaseWrite> WriteAsync(Func<CaseDatabase, Task> prepare, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await using var database = await _contexts.CreateDbContextAsync(cancellationToken);
            // Begun as a writer, so that what is read to prepare is still so when it is saved, whatever another process does.
            await using var step = await database.Database.BeginTransactionAsync(CancellationToken.None);
            database.Recorded.Clear();
            await prepare(database);
            database.Audit.AddRange(await _chain.TakeAsync(database));
            await database.SaveChangesAsync(CancellationToken.None);
            await step.CommitAsync(CancellationToken.None);
            return CaseWrite.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return CaseWrite.Conflict;
        }
        catch (DbUpdateException failure) when (failure.InnerException is SqliteException cause)
        {
            return Outcome(cause);
        }
        catch (SqliteException cause)
        {
            return Outcome(cause);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Puts what was recorded on the audit record by prepared commands, where there is much of it.</summary>
    internal async Task RecordManyAsync(CaseDatabase database)
    {
        using var lines = new BulkInsert(
            database.Database.GetDbConnection(), database.Database.CurrentTransaction!.GetDbTransaction(), "audit", "id", "at", "who", "action", "subject", "detail", "hash"); // Every write is a step.
        foreach (var row in await _chain.TakeAsync(database))
            lines.Write(row.Id, row.At, row.Who, row.Action, row.Subject, row.Detail, row.Hash);
    }

    // See sqlite.org/rescode.html. After an I/O error the commit may or may not stand when the file is opened again.
    private static CaseWrite Outcome(SqliteException cause) => cause.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_CONSTRAINT when cause.SqliteExtendedErrorCode is SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY => CaseWrite.Conflict,
        SQLitePCL.raw.SQLITE_IOERR => CaseWrite.Unknown,
        SQLitePCL.raw.SQLITE_CONSTRAINT => throw new InvalidOperationException("The cases do not fit their schema.", cause),
        _ => throw new IOException("Nothing was stored: the cases could not be written.", cause),
    };
}
