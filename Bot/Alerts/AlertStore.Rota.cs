using System.Collections.Immutable;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Alerts;

public sealed partial class AlertStore
{
    private static readonly Sql ShiftsAfter = new("SELECT id, staff, begins, ends, version FROM shift WHERE ends > ?1 ORDER BY ends LIMIT 2000");
    private static readonly Sql OneShift = new("SELECT id, staff, begins, ends, version FROM shift WHERE id = ?1");
    private static readonly Sql WrittenBy = new("SELECT 1 FROM shift WHERE command = ?1 LIMIT 1");
    private static readonly Sql PutShift = new("INSERT OR IGNORE INTO shift (id, staff, begins, ends, version, command) VALUES (?1, ?2, ?3, ?4, 1, ?5)");
    private static readonly Sql ReplaceShift = new("UPDATE shift SET staff = ?2, begins = ?3, ends = ?4, version = version + 1, command = ?5 WHERE id = ?1 AND version = ?6");
    private static readonly Sql DropShift = new("DELETE FROM shift WHERE id = ?1 AND version = ?2");

    /// <summary>The shifts that end after a moment, in the order they begin; at most 2,000.</summary>
    public ValueTask<ImmutableArray<Shift>> ShiftsAsync(DateTimeOffset after, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var shifts = Read(ShiftsAfter, statement => statement.Bind(1, Columns.Of(after)), ShiftOf);
        return ValueTask.FromResult(shifts.Sort((one, other) => (one.Begins, one.Id).CompareTo((other.Begins, other.Id))));
    }

    /// <summary>The shift with this id; null when there is none.</summary>
    public ValueTask<Shift?> FindAsync(Guid shift, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(OneShift, statement => statement.Bind(1, Columns.Of(shift)), ShiftOf).FirstOrDefault());
    }

    /// <summary>True when a shift was last written by this command.</summary>
    public ValueTask<bool> HasAsync(Guid command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(!Read(WrittenBy, statement => statement.Bind(1, Columns.Of(command)), _ => true).IsEmpty);
    }

    /// <summary>Adds shifts, all or none. Those that are there already stay as they are.</summary>
    public async ValueTask AddAsync(ImmutableArray<Shift> shifts, Guid command) => await WriteAsync(session =>
    {
        foreach (var shift in shifts)
            session.Prepare(PutShift)
                .Bind(1, Columns.Of(shift.Id)).Bind(2, Columns.Of(shift.Who)).Bind(3, Columns.Of(shift.Begins)).Bind(4, Columns.Of(shift.Ends)).Bind(5, Columns.Of(command))
                .Execute();
        return true;
    });

    /// <summary>Changes a shift that still is the writing it was read at; false when it is not.</summary>
    public ValueTask<bool> ChangeAsync(Shift shift, Guid command)
    {
        ArgumentNullException.ThrowIfNull(shift);
        return WriteAsync(session => session.Prepare(ReplaceShift)
            .Bind(1, Columns.Of(shift.Id)).Bind(2, Columns.Of(shift.Who)).Bind(3, Columns.Of(shift.Begins)).Bind(4, Columns.Of(shift.Ends))
            .Bind(5, Columns.Of(command)).Bind(6, shift.Version).Execute());
    }

    /// <summary>Removes a shift that still is the writing it was read at; false when it is not.</summary>
    public ValueTask<bool> RemoveAsync(Guid shift, long version) =>
        WriteAsync(session => session.Prepare(DropShift).Bind(1, Columns.Of(shift)).Bind(2, version).Execute());

    private static Shift ShiftOf(Statement row) => new(Id(row, 0), Id(row, 1), Time(row, 2), Time(row, 3), row.Int64(4));
}
