using Microsoft.EntityFrameworkCore;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>Absences in <c>cases.db</c>.</summary>
public sealed class SqliteAbsences(CaseDatabases databases, TimeProvider clock) : IAbsences
{
    private const int Most = 100;
    private const int MostListed = 200;

    /// <inheritdoc />
    public ValueTask RecordAsync(Absence absence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(absence);
        return WriteAsync(
            async database =>
            {
                await EndAsync(database, Columns.Of(absence.Who));
                database.Absences.Add(Row(absence));
                database.Recorded.Add(new AuditEntry(clock.GetUtcNow(), absence.By, AuditAction.AbsenceRecorded, absence.Who));
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask EndAsync(Guid who, Guid by, CancellationToken cancellationToken) => WriteAsync(
        async database =>
        {
            await EndAsync(database, Columns.Of(who));
            database.Recorded.Add(new AuditEntry(clock.GetUtcNow(), by, AuditAction.AbsenceEnded, who));
        },
        cancellationToken);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<Absence>> ListAsync(CancellationToken cancellationToken)
    {
        var now = Columns.Of(clock.GetUtcNow());
        var rows = await databases.ReadAsync(database => database.Absences.Where(row => row.Ends > now).OrderBy(row => row.Ends).Take(MostListed).ToListAsync(cancellationToken), cancellationToken);
        return [.. rows.Select(Absence).OrderBy(absence => absence.Begins)];
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<Absence>> DueAsync(CancellationToken cancellationToken)
    {
        var now = Columns.Of(clock.GetUtcNow());
        var rows = await databases.ReadAsync(
            database => database.Absences.Where(row => row.Moved == 0 && row.Begins <= now).OrderBy(row => row.Begins).ThenBy(row => row.Id).Take(Most).ToListAsync(cancellationToken),
            cancellationToken);
        return [.. rows.Select(Absence)];
    }

    /// <inheritdoc />
    public ValueTask MovedAsync(Guid absence, CancellationToken cancellationToken)
    {
        var id = Columns.Of(absence);
        return WriteAsync(
            database => database.Absences.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Moved, 1), CancellationToken.None), cancellationToken);
    }

    // One that has not begun is as if it had never been; one that has begun ends now.
    private async Task EndAsync(CaseDatabase database, byte[] staff)
    {
        var now = Columns.Of(clock.GetUtcNow());
        var open = database.Absences.Where(row => row.Staff == staff && row.Ends > now);
        await open.Where(row => row.Begins > now).ExecuteDeleteAsync(CancellationToken.None);
        await open.ExecuteUpdateAsync(row => row.SetProperty(one => one.Ends, now).SetProperty(one => one.Moved, 1), CancellationToken.None);
    }

    private async ValueTask WriteAsync(Func<CaseDatabase, Task> prepare, CancellationToken cancellationToken)
    {
        if (await databases.WriteAsync(prepare, cancellationToken) is not CaseWrite.Done)
            throw new IOException("The absence could not be stored.");
    }

    private static AbsenceRow Row(Absence absence) => new()
    {
        Id = Columns.Of(absence.Id),
        Staff = Columns.Of(absence.Who),
        Begins = Columns.Of(absence.Begins),
        Ends = Columns.Of(absence.Ends),
        Deputy = absence.Deputy is { } deputy ? Columns.Of(deputy) : null,
        Who = Columns.Of(absence.By),
        Moved = 0,
    };

    private static Absence Absence(AbsenceRow row) => new(
        Columns.Id(row.Id), Columns.Id(row.Staff), Columns.Time(row.Begins), Columns.Time(row.Ends), row.Deputy is null ? null : Columns.Id(row.Deputy), Columns.Id(row.Who));
}
