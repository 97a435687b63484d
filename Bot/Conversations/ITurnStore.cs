namespace ReportBot.Bot.Conversations;

/// <summary>A conversation's own aggregate, whatever channel it came by.</summary>
public sealed record ThreadHeader
{
    /// <summary>The id: 22 characters of base64url, 128 random bits.</summary>
    public required string Id { get; init; }

    /// <summary>When the thread was made, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The number of the session that may read it; raised by every leave and every resume, so older cookies stop working.</summary>
    public required int Session { get; init; }

    /// <summary>True once a report was sent from it: it no longer dies after seven days.</summary>
    public required bool Sent { get; init; }
}

/// <summary>One turn: what came in, what was answered and the state after it. Inserted once, never changed.</summary>
public sealed record Turn
{
    /// <summary>The thread's id.</summary>
    public required string Thread { get; init; }

    /// <summary>Its place in the thread, from 1, without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>When it was taken, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The keys of the last 200 turns' inbound activities, oldest first: <see cref="InboundKey.Size"/> bytes each, all zero where the activity had no id.</summary>
    public required ReadOnlyMemory<byte> Keys { get; init; }

    /// <summary>The inbound activity as received, JSON in UTF-8.</summary>
    public required ReadOnlyMemory<byte> Inbound { get; init; }

    /// <summary>The replies as sent, a JSON array in UTF-8.</summary>
    public required ReadOnlyMemory<byte> Replies { get; init; }

    /// <summary>The state after the turn, JSON in UTF-8.</summary>
    public required ReadOnlyMemory<byte> State { get; init; }
}

/// <summary>What a turn changes of its thread, in the same atomic step as its insert.</summary>
public sealed record ThreadChange
{
    /// <summary>The keyed hash of the return code issued in this turn; null when none was.</summary>
    public ReadOnlyMemory<byte>? ReturnCodeHash { get; init; }

    /// <summary>True when this turn sent the report.</summary>
    public bool Sent { get; init; }
}

/// <summary>How an insert ended. A store never answers anything else.</summary>
public enum InsertOutcome
{
    /// <summary>It is durable.</summary>
    Done,

    /// <summary>Another turn took that place: read again.</summary>
    Conflict,

    /// <summary>The answer was lost: read again to find out.</summary>
    Unknown,
}

/// <summary>A thread with its latest turn, from one read.</summary>
/// <param name="Thread">The thread.</param>
/// <param name="Latest">Its latest turn; null when it has none yet.</param>
public sealed record ThreadTail(ThreadHeader Thread, Turn? Latest);

/// <summary>
/// Threads and their turns, encrypted at rest and durable when <see cref="InsertOutcome.Done"/> is answered.
/// A full disk or a failed commit throws <see cref="IOException"/> and has stored nothing.
/// </summary>
public interface ITurnStore
{
    /// <summary>The thread and its latest turn; null when there is no such thread.</summary>
    ValueTask<ThreadTail?> LatestAsync(string thread, CancellationToken cancellationToken);

    /// <summary>
    /// Inserts a turn right behind the latest. With sequence 1 the thread is made in the same step (session 1). A place that is taken, a gap
    /// and a thread deleted meanwhile are all a conflict. Once it waits for its commit it is no longer cancelled.
    /// </summary>
    ValueTask<InsertOutcome> TryInsertAsync(Turn turn, ThreadChange? change, CancellationToken cancellationToken);

    /// <summary>The turns after a sequence, in order.</summary>
    ValueTask<IReadOnlyList<Turn>> ReadAsync(string thread, int after, CancellationToken cancellationToken);

    /// <summary>The thread whose return code hashes to this; null when there is none.</summary>
    ValueTask<ThreadHeader?> FindByReturnCodeAsync(ReadOnlyMemory<byte> returnCodeHash, CancellationToken cancellationToken);

    /// <summary>Ends every session of the thread; answers the number of the one that may read it from now on, null when there is no such thread.</summary>
    ValueTask<int?> NextSessionAsync(string thread, CancellationToken cancellationToken);

    /// <summary>Deletes unsent threads whose last turn is older than that moment, with their keys and files; answers how many.</summary>
    ValueTask<int> DeleteUnsentAsync(DateTimeOffset lastTurnBefore, CancellationToken cancellationToken);
}
