namespace ReportBot.Bot.Storage.Sqlite;

/// <summary>Moves the write-ahead log into the database and empties it, so that no deleted page is left in it; answers whether it could.</summary>
internal sealed class TruncateLog : PendingWrite<bool>
{
    private static readonly Sql Truncate = new("PRAGMA wal_checkpoint(TRUNCATE)");

    private bool _truncated;

    public override bool IsUpkeep => true;

    protected override bool Answer => _truncated;

    public override bool Apply(Session session)
    {
        var row = session.Prepare(Truncate);
        while (row.Read())
            _truncated = row.Int64(0) == 0;
        return _truncated;
    }
}
