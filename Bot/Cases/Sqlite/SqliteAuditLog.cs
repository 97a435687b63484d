using Microsoft.EntityFrameworkCore;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>The audit record in <c>cases.db</c>, beside what it tells of, so that both are written in one step.</summary>
public sealed class SqliteAuditLog(CaseDatabases databases) : IAuditLog
{
    /// <inheritdoc />
    public async ValueTask AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var write = await databases.WriteAsync(
            database =>
            {
                database.Recorded.Add(entry);
                return Task.CompletedTask;
            },
            cancellationToken);
        if (write is not CaseWrite.Done)
            throw new IOException("The audit record could not be written.");
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<AuditEntry>> ReadAsync(Guid subject, int lines, CancellationToken cancellationToken)
    {
        var id = Columns.Of(subject);
        var rows = await databases.ReadAsync(
            database => database.Audit.Where(row => row.Subject == id).OrderByDescending(row => row.Id).Take(lines).ToListAsync(cancellationToken),
            cancellationToken);
        return [.. rows.Select(Entry)];
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<AuditLine>> ListAsync(Guid reader, Guid? subject, Guid? who, long? before, int lines, CancellationToken cancellationToken)
    {
        var (from, walled) = (before ?? long.MaxValue, Columns.Of(reader));
        var rows = await databases.ReadAsync(
            database =>
            {
                IQueryable<AuditRow> asked = database.Audit.Where(row => row.Id < from && !database.Walls.Any(wall => wall.Staff == walled && wall.Case == row.Subject));
                if (subject is { } about)
                    asked = asked.Where(row => row.Subject == Columns.Of(about));
                if (who is { } staff)
                    asked = asked.Where(row => row.Who == Columns.Of(staff));
                return asked.OrderByDescending(row => row.Id).Take(lines).ToListAsync(cancellationToken);
            },
            cancellationToken);
        return [.. rows.Select(row => new AuditLine(row.Id, Entry(row)))];
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<AuditLine>> AfterAsync(long number, int lines, CancellationToken cancellationToken)
    {
        var rows = await databases.ReadAsync(
            database => database.Audit.Where(row => row.Id > number).OrderBy(row => row.Id).Take(lines).ToListAsync(cancellationToken), cancellationToken);
        return [.. rows.Select(row => new AuditLine(row.Id, Entry(row)))];
    }

    private static AuditEntry Entry(AuditRow row) => new(
        Columns.Time(row.At),
        row.Who is null ? null : Columns.Id(row.Who),
        Enum.Parse<AuditAction>(row.Action),
        row.Subject is null ? null : Columns.Id(row.Subject),
        row.Detail);
}
