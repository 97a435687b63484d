using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Storage.Turns;

/// <summary>Raises a thread's session, so that every cookie and token given out before stops working.</summary>
internal sealed class NextSession(string thread) : PendingWrite<int?>
{
    private static readonly Sql Raise = new("UPDATE thread SET session = session + 1 WHERE id = ?1 RETURNING session");

    private int? _session;

    protected override int? Answer => _session;

    public override bool Apply(Session session)
    {
        var row = session.Prepare(Raise).Bind(1, thread);
        while (row.Read())
            _session = (int)row.Int64(0);
        return true;
    }
}
