using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>
/// Sets on every connection what SQLite keeps per connection: a commit is on the disk when it is answered, deleted rows are
/// overwritten, and another process's write is waited for.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=10000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
