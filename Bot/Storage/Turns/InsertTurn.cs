using System.Buffers;
using System.Collections.Concurrent;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Storage.Turns;

/// <summary>The insert of one turn. Used again after each, so that a turn in steady state allocates nothing here.</summary>
internal sealed class InsertTurn : PendingWrite<InsertOutcome>
{
    private static readonly Sql InsertThread = new("""
        INSERT INTO thread (id, opened, session, sent, wrapped) VALUES (?1, ?2, 1, 0, ?3)
        """);

    // Only right behind the turn before it, and under the key the thread still has: no gap, and no turn of a thread deleted meanwhile.
    private static readonly Sql Insert = new("""
        INSERT INTO turn (thread, sequence, at, body)
        SELECT ?1, ?2, ?3, ?4 FROM thread
        WHERE id = ?1 AND wrapped = ?5 AND (?2 = 1 OR EXISTS (SELECT 1 FROM turn WHERE thread = ?1 AND sequence = ?2 - 1))
        """);

    private static readonly Sql SetReturnCode = new("UPDATE thread SET return_code = ?2 WHERE id = ?1");
    private static readonly Sql SetSent = new("UPDATE thread SET sent = 1 WHERE id = ?1");

    private static readonly ConcurrentBag<InsertTurn> Spare = [];

    private Turn? _turn;
    private ThreadChange? _change;
    private DataKey? _key;
    private DataKeyCache? _keys;
    private byte[]? _body;
    private int _size;
    private InsertOutcome _outcome;

    public override bool HasSteps => _turn is { Sequence: 1 } || _change is not null;

    protected override InsertOutcome Answer => _outcome;

    /// <summary>Encrypts the turn on the caller's thread, so that the writer only writes.</summary>
    public static InsertTurn Of(Turn turn, ThreadChange? change, DataKey key, DataKeyCache keys)
    {
        var insert = Spare.TryTake(out var spare) ? spare : new InsertTurn();
        (insert._turn, insert._change, insert._key, insert._keys) = (turn, change, key, keys);
        var size = TurnBody.Size(turn);
        insert._size = size + DataKey.Overhead;
        insert._body = ArrayPool<byte>.Shared.Rent(insert._size);
        var document = insert._body.AsSpan(DataKey.Offset, size);
        TurnBody.Write(turn, document);
        key.Seal(SqliteTurnStore.Binding(turn.Thread, turn.Sequence), document, insert._body.AsSpan(0, insert._size));
        return insert;
    }

    public override bool Apply(Session session)
    {
        var (turn, key) = (_turn!, _key!); // Set before it was handed to the writer.
        var kept = (turn.Sequence > 1 || session.Prepare(InsertThread).Bind(1, turn.Thread).Bind(2, turn.At.UtcTicks).Bind(3, key.Wrapped.Span).Execute())
            && session.Prepare(Insert).Bind(1, turn.Thread).Bind(2, turn.Sequence).Bind(3, turn.At.UtcTicks).Bind(4, _body.AsSpan(0, _size)).Bind(5, key.Wrapped.Span).Execute()
            && (_change?.ReturnCodeHash is not { } code || session.Prepare(SetReturnCode).Bind(1, turn.Thread).Bind(2, code.Span).Execute())
            && (_change is not { Sent: true } || session.Prepare(SetSent).Bind(1, turn.Thread).Execute());
        _outcome = kept ? InsertOutcome.Done : InsertOutcome.Conflict;
        return kept;
    }

    public override void Complete()
    {
        if (_outcome == InsertOutcome.Done && _turn is { Sequence: 1 } first)
            _keys!.Put(first.Thread, _key!);
        base.Complete();
    }

    protected override void Collected()
    {
        ArrayPool<byte>.Shared.Return(_body!); // Rented when it was made.
        (_turn, _change, _key, _keys, _body) = (null, null, null, null, null);
        Spare.Add(this);
    }
}
