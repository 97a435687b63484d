namespace ReportBot.Bot.Storage.Sqlite;

/// <summary>
/// The one writer of a database file in this process. Everything that waits goes into one transaction, so that one flush of the disk serves
/// them all; each caller is answered after the commit. When the commit fails, the whole group is told, and none of it is stored.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private static readonly Sql Begin = new("BEGIN IMMEDIATE");
    private static readonly Sql Commit = new("COMMIT");
    private static readonly Sql Savepoint = new("SAVEPOINT step");
    private static readonly Sql Undo = new("ROLLBACK TO step");
    private static readonly Sql Release = new("RELEASE step");

    // Bounds how long one caller waits for the others of its group.
    private const int LargestGroup = 256;

    private readonly string _path;
    private readonly IWriterProbe? _probe;
    private readonly object _gate = new();
    private readonly Queue<PendingWrite> _waiting = new();
    private readonly List<PendingWrite> _group = new(LargestGroup);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _closing;
    private Session? _session;

    public GroupCommit(string path, Session session, IWriterProbe? probe)
    {
        (_path, _session, _probe) = (path, session, probe);
        probe?.Opened(session);
        new Thread(Work) { IsBackground = true, Name = "Writer" }.Start();
    }

    /// <summary>Hands a write to the writer. From here on it is done or failed; it cannot be called back.</summary>
    public ValueTask<T> Write<T>(PendingWrite<T> write)
    {
        var answered = write.Answered;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing, this);
            _waiting.Enqueue(write);
            Monitor.Pulse(_gate);
        }

        return answered;
    }

    /// <summary>Finishes what waits, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closing = true;
            Monitor.Pulse(_gate);
        }

        await _ended.Task;
    }

    private void Work()
    {
        while (TakeGroup())
        {
            Store();
            _group.Clear();
        }

        _session?.Dispose();
        _ended.SetResult();
    }

    private bool TakeGroup()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_closing)
                    return false;
                Monitor.Wait(_gate);
            }

            // Upkeep runs alone, outside a transaction.
            do
                _group.Add(_waiting.Dequeue());
            while (_group.Count < LargestGroup && !_group[^1].IsUpkeep && _waiting.TryPeek(out var next) && !next.IsUpkeep);
            return true;
        }
    }

    private void Store()
    {
        try
        {
            var session = _session ??= Reopen();
            if (_group[0].IsUpkeep)
                _group[0].Apply(session);
            else
                StoreTogether(session);
        }
#pragma warning disable CA1031 // Whatever went wrong, every caller of the group is told, and the writer lives on.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            Refuse(cause);
            return;
        }

        foreach (var write in _group)
            write.Complete();
    }

    private void StoreTogether(Session session)
    {
        session.Run(Begin);
        _probe?.Began();
        foreach (var write in _group)
            Apply(session, write);
        _probe?.BeforeCommit();
        session.Run(Commit);
    }

    private static void Apply(Session session, PendingWrite write)
    {
        if (!write.HasSteps)
        {
            write.Apply(session);
            return;
        }

        session.Run(Savepoint);
        if (!write.Apply(session))
            session.Run(Undo);
        session.Run(Release);
    }

    // A connection that failed is not trusted again: closing it undoes its transaction, and the next group opens another.
    private void Refuse(Exception cause)
    {
        var failed = _session;
        _session = null;
        failed?.Dispose();
        foreach (var write in _group)
            write.Fail(new IOException("Nothing was stored: the database could not commit.", cause));
    }

    private Session Reopen()
    {
        var session = Session.OpenWriter(_path);
        _probe?.Opened(session);
        return session;
    }
}
