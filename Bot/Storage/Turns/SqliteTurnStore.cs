using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Storage.Turns;

/// <summary>Threads and turns in one SQLite file: a turn is one insert, flushed before it is answered; many callers share a flush.</summary>
public sealed class SqliteTurnStore : ITurnStore
{
    private static readonly Sql Tail = new("""
        SELECT t.opened, t.session, t.sent, t.wrapped, u.sequence, u.body
        FROM thread t LEFT JOIN turn u ON u.thread = t.id
        WHERE t.id = ?1
        ORDER BY u.sequence DESC LIMIT 1
        """);

    private static readonly Sql After = new("""
        SELECT u.sequence, u.body, t.wrapped
        FROM turn u JOIN thread t ON t.id = u.thread
        WHERE u.thread = ?1 AND u.sequence > ?2
        ORDER BY u.sequence
        """);

    private static readonly Sql Key = new("SELECT wrapped FROM thread WHERE id = ?1");
    private static readonly Sql ByReturnCode = new("SELECT opened, session, sent, id FROM thread WHERE return_code = ?1");

    // As many people as may be talking at once on one machine; a key takes about 2 KB.
    private const int KeysInUse = 2048;

    private readonly ConversationDatabase _database;
    private readonly IDocumentCodec _codec;
    private readonly DataKeyCache _keys = new(KeysInUse);

    /// <summary>Threads and turns in an open database.</summary>
    public SqliteTurnStore(ConversationDatabase database, IDocumentCodec codec)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(codec);
        (_database, _codec) = (database, codec);
    }

    /// <inheritdoc />
    public ValueTask<ThreadTail?> LatestAsync(string thread, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var reading = _database.Readers.Rent(Tail);
        var row = reading.Statement.Bind(1, thread);
        if (!row.Read())
            return new((ThreadTail?)null);
        var header = Header(thread, row);
        var latest = row.IsNull(4) ? null : Open(thread, KeyOf(thread, row.Blob(3)), row, sequence: 4, body: 5);
        return new(new ThreadTail(header, latest));
    }

    /// <inheritdoc />
    public ValueTask<InsertOutcome> TryInsertAsync(Turn turn, ThreadChange? change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentOutOfRangeException.ThrowIfLessThan(turn.Sequence, 1);
        cancellationToken.ThrowIfCancellationRequested();
        var key = turn.Sequence == 1 ? _codec.NewKey() : KeyOf(turn.Thread);
        return key is null ? new(InsertOutcome.Conflict) : _database.Writer.Write(InsertTurn.Of(turn, change, key, _keys));
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Turn>> ReadAsync(string thread, int after, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var reading = _database.Readers.Rent(After);
        var row = reading.Statement.Bind(1, thread).Bind(2, after);
        var turns = new List<Turn>();
        DataKey? key = null;
        while (row.Read())
            turns.Add(Open(thread, key ??= KeyOf(thread, row.Blob(2)), row, sequence: 0, body: 1));
        return new(turns);
    }

    /// <inheritdoc />
    public ValueTask<ThreadHeader?> FindByReturnCodeAsync(ReadOnlyMemory<byte> returnCodeHash, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var reading = _database.Readers.Rent(ByReturnCode);
        var row = reading.Statement.Bind(1, returnCodeHash.Span);
        return new(row.Read() ? Header(row.Text(3), row) : null);
    }

    /// <inheritdoc />
    public ValueTask<int?> NextSessionAsync(string thread, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _database.Writer.Write(new NextSession(thread));
    }

    /// <inheritdoc />
    public async ValueTask<int> DeleteUnsentAsync(DateTimeOffset lastTurnBefore, CancellationToken cancellationToken)
    {
        var deleted = 0;
        for (var more = true; more;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = await _database.Writer.Write(new DeleteUnsent(lastTurnBefore));
            foreach (var thread in batch.Threads)
                _keys.Forget(thread);
            // Their keys are gone by now: what a crash leaves of the files cannot be opened, and the sweep deletes it.
            foreach (var file in batch.Files)
                _database.Evidence.Delete(file);
            deleted += batch.Threads.Count;
            more = batch.Threads.Count == DeleteUnsent.BatchSize;
        }

        // Even when nothing was deleted: an earlier run may have been cut off before this.
        if (!await _database.Writer.Write(new TruncateLog()))
            throw new IOException("The deleted threads are gone, but the log that held them could not be emptied: another process reads it.");
        return deleted;
    }

    internal static DocumentBinding Binding(string thread, int sequence) => new("turn", thread, sequence);

    private static ThreadHeader Header(string thread, Statement row) => new()
    {
        Id = thread,
        OpenedAt = new DateTimeOffset(row.Int64(0), TimeSpan.Zero),
        Session = (int)row.Int64(1),
        Sent = row.Int64(2) != 0,
    };

    private static Turn Open(string thread, DataKey key, Statement row, int sequence, int body)
    {
        var place = (int)row.Int64(sequence);
        return TurnBody.Read(thread, place, key.Open(Binding(thread, place), row.Blob(body)));
    }

    private DataKey KeyOf(string thread, ReadOnlySpan<byte> wrapped)
    {
        if (_keys.TryGet(thread, out var known) && known.Wrapped.Span.SequenceEqual(wrapped))
            return known;
        var opened = _codec.OpenKey(wrapped);
        _keys.Put(thread, opened);
        return opened;
    }

    private DataKey? KeyOf(string thread)
    {
        if (_keys.TryGet(thread, out var known))
            return known;
        using var reading = _database.Readers.Rent(Key);
        var row = reading.Statement.Bind(1, thread);
        return row.Read() ? KeyOf(thread, row.Blob(0)) : null;
    }
}
