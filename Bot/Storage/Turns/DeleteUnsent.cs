using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Storage.Turns;

/// <summary>Deletes a batch of unsent threads that nobody has answered in since a moment; answers which.</summary>
internal sealed class DeleteUnsent(DateTimeOffset lastTurnBefore) : PendingWrite<IReadOnlyList<string>>
{
    /// <summary>How many at a time, so that people who are writing do not wait for it.</summary>
    public const int BatchSize = 100;

    private static readonly Sql Find = new("""
        SELECT id FROM thread
        WHERE sent = 0 AND opened < ?1 AND NOT EXISTS (SELECT 1 FROM turn WHERE turn.thread = thread.id AND turn.at >= ?1)
        LIMIT ?2
        """);

    private static readonly Sql DeleteEvidence = new("DELETE FROM evidence WHERE thread = ?1");
    private static readonly Sql DeleteTurns = new("DELETE FROM turn WHERE thread = ?1");
    private static readonly Sql DeleteThread = new("DELETE FROM thread WHERE id = ?1");

    private readonly List<string> _threads = [];

    public override bool HasSteps => true;

    protected override IReadOnlyList<string> Answer => _threads;

    public override bool Apply(Session session)
    {
        var row = session.Prepare(Find).Bind(1, lastTurnBefore.UtcTicks).Bind(2, BatchSize);
        while (row.Read())
            _threads.Add(row.Text(0));
        foreach (var thread in _threads)
            foreach (var delete in (ReadOnlySpan<Sql>)[DeleteEvidence, DeleteTurns, DeleteThread])
                session.Prepare(delete).Bind(1, thread).Execute();
        return true;
    }
}
