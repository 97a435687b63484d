using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ReportBot.Bot.Storage;
using ReportBot.Dialogs;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Bot.Conversations;

/// <summary>
/// The walk of one message: claim it, read the thread's latest turn, let the assistant answer, insert the turn, and only then
/// hand the answer out. It knows no channel. A crash at any point leaves the turn undone, and the retry does it, or done.
/// </summary>
public sealed class TurnRunner(
    ITurnStore store,
    Transcripts transcripts,
    ThreadGates gates,
    ThreadSignals signals,
    ActivityJson activities,
    IDocumentCodec codec,
    Assistant assistant,
    DialogSet dialogs,
    Phrases phrases,
    TimeProvider clock)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Takes a message. What it returns is durable; a message that was taken before answers what it answered then.
    /// Null when the session may not read the thread. Throws <see cref="IOException"/> when nothing could be stored.
    /// </summary>
    /// <param name="thread">The thread's id.</param>
    /// <param name="session">The session it came by; null for a message that may begin a thread, and may then only repeat its first turn.</param>
    /// <param name="inbound">The message as received. An activity without an id gets one.</param>
    /// <param name="cancellationToken">Gives up before anything is stored.</param>
    public async Task<TranscriptTurn?> RunAsync(string thread, int? session, Activity inbound, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(inbound.Id))
            inbound.Id = Guid.NewGuid().ToString("N"); // so that an insert whose answer is lost can be told from a new message
        var received = activities.Write(inbound);
        var key = new byte[InboundKey.Size];
        InboundKey.Write(inbound.ChannelId, inbound.Conversation?.Id ?? thread, inbound.Id, key);

        using var pass = await gates.EnterAsync(thread, cancellationToken);
        var started = clock.GetTimestamp();
        for (var activity = inbound; ; activity = activities.Read(received))
        {
            var tail = await store.LatestAsync(thread, cancellationToken);
            if (tail?.Latest is { } latest && InboundKey.TurnsBack(latest.Keys.Span, key) is { } back)
                return MayReadAgain(tail.Thread, session, latest.Sequence - back) ? await AnswerAgainAsync(tail, latest.Sequence - back, cancellationToken) : null;
            if (tail is null ? session is not null : session != tail.Thread.Session)
                return null;
            if (await AttemptAsync(thread, tail, new Message(activity, received, key), cancellationToken) is { } done)
                return done;
            await PauseAsync(started, cancellationToken);
        }
    }

    /// <summary>
    /// Takes a turn that nobody on the other side wrote a message for: what staff say, or who holds the conversation from now on. It never
    /// goes through the assistant's own turn. What it returns is durable; taken before, it is what was told then. Null when there is no such
    /// thread, or nothing to tell any more. Throws <see cref="IOException"/> when nothing could be stored.
    /// </summary>
    /// <param name="thread">The thread's id.</param>
    /// <param name="id">The id of what is told: told twice, it is one turn.</param>
    /// <param name="tell">Tells it, anew for each attempt; false when there is nothing to tell any more.</param>
    /// <param name="cancellationToken">Gives up before anything is stored.</param>
    public Task<TranscriptTurn?> TellAsync(
        string thread, string id, Func<DialogContext, ConversationTurn, CancellationToken, Task<bool>> tell, CancellationToken cancellationToken) =>
        TellAsync(thread, id, opens: false, tell, cancellationToken);

    /// <summary>
    /// Opens a thread in which nobody has written, with what is told first in it; the rest is as in
    /// <see cref="TellAsync(string, string, Func{DialogContext, ConversationTurn, CancellationToken, Task{bool}}, CancellationToken)"/>.
    /// </summary>
    public Task<TranscriptTurn?> OpenAsync(
        string thread, string id, Func<DialogContext, ConversationTurn, CancellationToken, Task<bool>> tell, CancellationToken cancellationToken) =>
        TellAsync(thread, id, opens: true, tell, cancellationToken);

    private async Task<TranscriptTurn?> TellAsync(
        string thread, string id, bool opens, Func<DialogContext, ConversationTurn, CancellationToken, Task<bool>> tell, CancellationToken cancellationToken)
    {
        var key = new byte[InboundKey.Size];
        InboundKey.Write("staff", thread, id, key);
        using var pass = await gates.EnterAsync(thread, cancellationToken);
        for (var started = clock.GetTimestamp(); ;)
        {
            var tail = await store.LatestAsync(thread, cancellationToken);
            if (tail?.Latest is null && !opens)
                return null;
            if (tail?.Latest is { } latest && InboundKey.TurnsBack(latest.Keys.Span, key) is { } back)
                return await AnswerAgainAsync(tail, latest.Sequence - back, cancellationToken);
            using var attempt = Attempt(thread, tail?.Latest, Told(thread), key);
            if (!await tell(attempt.Dialogs, attempt.Turn, cancellationToken))
                return null;
            if (await StoreAsync(attempt, default) is { } sequence)
                return new TranscriptTurn(sequence, attempt.Turn.Now, null, [], attempt.Replies.Answer, tail?.Thread.Session ?? 1);
            await PauseAsync(started, cancellationToken);
        }
    }

    // What stands in the place of a message: it says where the conversation is, and nothing else.
    private static Activity Told(string thread) => new()
    {
        Type = ActivityTypes.Event,
        Name = "staff",
        Conversation = new ConversationAccount(id: thread),
        From = new ChannelAccount(id: "resident", role: RoleTypes.User),
        Recipient = new ChannelAccount(id: "assistant", role: RoleTypes.Bot),
    };

    // Another process took the place: again, until a deadline.
    private Task PauseAsync(long started, CancellationToken cancellationToken) => clock.GetElapsedTime(started) > Deadline
        ? throw new IOException("The conversation stayed busy. Nothing was stored.")
        : Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(2, 20)), clock, cancellationToken);

    // Whoever has no session may begin a thread, and get its first turn's answer again after a double click; nothing more.
    private static bool MayReadAgain(ThreadHeader thread, int? session, int sequence) =>
        session is null ? thread.Session == 1 && sequence == 1 : session == thread.Session;

    private async Task<TranscriptTurn?> AttemptAsync(string thread, ThreadTail? tail, Message message, CancellationToken cancellationToken)
    {
        using var attempt = Attempt(thread, tail?.Latest, message.Activity, message.Key);
        if (tail?.Latest is null)
            await OpenAsync(attempt.Turn, attempt.Dialogs, attempt.Replies, cancellationToken);
        await assistant.TurnAsync(attempt.Dialogs, cancellationToken);
        return await StoreAsync(attempt, message.Received) is { } sequence
            ? new TranscriptTurn(sequence, attempt.Turn.Now, message.Activity, attempt.Replies.Opening, attempt.Replies.Answer, tail?.Thread.Session ?? 1)
            : null;
    }

    private TurnAttempt Attempt(string thread, Turn? latest, Activity activity, byte[] key)
    {
        var (sequence, now) = ((latest?.Sequence ?? 0) + 1, clock.GetUtcNow());
        var state = latest is null ? StoredState.New() : ReadState(latest);
        var replies = new HeldReplies(sequence);
        var context = new TurnContext(replies, activity);
        var turn = new ConversationTurn
        {
            Context = context,
            Thread = thread,
            Sequence = sequence,
            Now = now,
            Phrases = phrases,
            Input = UserInput.From(activity, now),
            Memory = state.Memory,
        };
        turn.Open();
        return new TurnAttempt(context, turn, new DialogContext(dialogs, context, state.Stack), replies, state, InboundKey.Append(latest is null ? [] : latest.Keys.Span, key));
    }

    // The place it took; null when another turn took it. From here on the message is ours: a caller who hangs up does not undo it.
    private async Task<int?> StoreAsync(TurnAttempt attempt, ReadOnlyMemory<byte> received)
    {
        var turn = attempt.Turn;
        var stored = new Turn
        {
            Thread = turn.Thread,
            Sequence = turn.Sequence,
            At = turn.Now,
            Keys = attempt.Keys,
            Inbound = received,
            Replies = activities.Write(attempt.Replies.All),
            State = JsonSerializer.SerializeToUtf8Bytes(attempt.State with { Memory = turn.Memory }, ConversationJson.Default.StoredState),
        };
        if (await store.TryInsertAsync(stored, ChangeOf(turn), CancellationToken.None) != InsertOutcome.Done)
            return null;
        signals.Grew(turn.Thread, turn.Sequence);
        return turn.Sequence;
    }

    // A message to a thread that is new: the assistant has spoken first, as the page showed it, and the message answers that.
    private async Task OpenAsync(ConversationTurn turn, DialogContext dc, HeldReplies replies, CancellationToken cancellationToken)
    {
        var input = turn.Input;
        var topic = ActivityValue.ReadAs(turn.Context.Activity.Value, ConversationJson.Default.ReplyValue)?.Topic;
        turn.Input = new UserInput { Words = "" };
        replies.BeginOpening();
        await assistant.WelcomeAsync(dc, topic, cancellationToken);
        turn.Input = input;
        replies.EndOpening();
    }

    private ThreadChange? ChangeOf(ConversationTurn turn)
    {
        if (turn.IssuedReturnCode is null && !turn.SentReport)
            return null;
        return new ThreadChange
        {
            // Typed, because a null array would become an empty hash and not an absent one.
            ReturnCodeHash = turn.IssuedReturnCode is { } code ? (ReadOnlyMemory<byte>?)codec.Hash(ReturnCodes.Purpose, code.ToBytes()) : null,
            Sent = turn.SentReport,
        };
    }

    private static StoredState ReadState(Turn latest) =>
        JsonSerializer.Deserialize(latest.State.Span, ConversationJson.Default.StoredState)
        ?? throw new InvalidDataException("A stored turn has no state.");

    private async Task<TranscriptTurn?> AnswerAgainAsync(ThreadTail tail, int sequence, CancellationToken cancellationToken)
    {
        var turns = tail.Latest!.Sequence == sequence ? [tail.Latest] : await store.ReadAsync(tail.Thread.Id, sequence - 1, cancellationToken);
        return transcripts.Read(turns[0], tail.Thread.Session);
    }

    private readonly record struct Message(Activity Activity, byte[] Received, byte[] Key);

    private sealed record TurnAttempt(
        TurnContext Context, ConversationTurn Turn, DialogContext Dialogs, HeldReplies Replies, StoredState State, byte[] Keys) : IDisposable
    {
        public void Dispose() => Context.Dispose();
    }
}
