using ReportBot.Bot.Storage.Evidence;
using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Storage.Turns;

/// <summary>Deletes a batch of unsent threads that nobody has answered in since a moment; answers which, and which files they had.</summary>
internal sealed class DeleteUnsent(DateTimeOffset lastTurnBefore) : PendingWrite<DeletedThreads>
{
    /// <summary>How many at a time, so that people who are writing do not wait for it.</summary>
    public const int BatchSize = 100;

    private static readonly Sql Find = new("""
        SELECT id FROM thread
        WHERE sent = 0 AND opened < ?1 AND NOT EXISTS (SELECT 1 FROM turn WHERE turn.thread = thread.id AND turn.at >= ?1)
        LIMIT ?2
        """);

    private static readonly Sql DeleteTurns = new("DELETE FROM turn WHERE thread = ?1");
    private static readonly Sql DeleteThread = new("DELETE FROM thread WHERE id = ?1");

    private readonly List<string> _threads = [];
    private readonly List<string> _files = [];

    public override bool HasSteps => true;

    protected override DeletedThreads Answer => new(_threads, _files);

    public override bool Apply(Session session)
    {
        var row = session.Prepare(Find).Bind(1, lastTurnBefore.UtcTicks).Bind(2, BatchSize);
        while (row.Read())
            _threads.Add(row.Text(0));
        foreach (var thread in _threads)
        {
            _files.AddRange(DeleteEvidence.Run(session, thread, id: null));
            session.Prepare(DeleteTurns).Bind(1, thread).Execute();
            session.Prepare(DeleteThread).Bind(1, thread).Execute();
        }

        return true;
    }
}

/// <summary>The ids of deleted threads and of the files they had.</summary>
internal sealed record DeletedThreads(IReadOnlyList<string> Threads, IReadOnlyList<string> Files);
