using Microsoft.EntityFrameworkCore;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Storage;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>Who there is on staff, read from the accounts.</summary>
public sealed class StaffDirectory(CaseDatabases databases, IDocumentCodec codec, TimeProvider clock) : IStaffDirectory
{
    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<Colleague>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await databases.ReadAsync(database => database.Staff.Where(row => row.Ready).ToListAsync(cancellationToken), cancellationToken);
        var colleagues = new List<Colleague>(rows.Count);
        foreach (var row in rows)
            colleagues.Add(await OfAsync(row, cancellationToken));
        return [.. colleagues.OrderBy(one => one.Actor.Who.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public async ValueTask<Colleague?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var bytes = Columns.Of(id);
        var row = await databases.ReadAsync(database => database.Staff.SingleOrDefaultAsync(one => one.Id == bytes && one.Ready, cancellationToken), cancellationToken);
        return row is null ? null : await OfAsync(row, cancellationToken);
    }

    private async Task<Colleague> OfAsync(StaffRow row, CancellationToken cancellationToken)
    {
        var member = StaffStore.Open(codec, row);
        var now = Columns.Of(clock.GetUtcNow());
        var away = await databases.ReadAsync(
            database => database.Absences.Where(one => one.Staff == row.Id && one.Ends > now && one.Begins <= now).OrderBy(one => one.Ends).FirstOrDefaultAsync(cancellationToken),
            cancellationToken);
        return new Colleague(new StaffActor(member.Ref(), member.Role), away is null ? null : Columns.Time(away.Ends));
    }
}
