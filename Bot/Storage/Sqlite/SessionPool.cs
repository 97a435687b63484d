namespace ReportBot.Bot.Storage.Sqlite;

/// <summary>Sessions that read, as many as are read with at once; each serves one caller at a time.</summary>
internal sealed class SessionPool(string path) : IDisposable
{
    private readonly Stack<Session> _idle = [];
    private bool _closed;

    /// <summary>A statement of a session that is ours until the reading is disposed.</summary>
    public Reading Rent(Sql sql)
    {
        var session = Idle() ?? Session.OpenReader(path);
        return new Reading(this, session, session.Prepare(sql));
    }

    public void Dispose()
    {
        lock (_idle)
        {
            _closed = true;
            while (_idle.TryPop(out var session))
                session.Dispose();
        }
    }

    private Session? Idle()
    {
        lock (_idle)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return _idle.TryPop(out var session) ? session : null;
        }
    }

    private void Return(Session session)
    {
        lock (_idle)
        {
            if (!_closed)
            {
                _idle.Push(session);
                return;
            }
        }

        session.Dispose();
    }

    /// <summary>One reading. A struct, so that it allocates nothing; its disposal ends the read, which would otherwise hold back checkpoints.</summary>
    public readonly struct Reading(SessionPool pool, Session session, Statement statement) : IDisposable
    {
        public Statement Statement => statement;

        public void Dispose()
        {
            statement.Reset();
            pool.Return(session);
        }
    }
}
