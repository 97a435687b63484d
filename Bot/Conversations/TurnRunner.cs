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
            if (await AttemptAsync(thread, tail, activity, received, key, cancellationToken) is { } done)
                return done;
            if (clock.GetElapsedTime(started) > Deadline)
                throw new IOException("The conversation stayed busy. Nothing was stored.");
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(2, 20)), clock, cancellationToken);
        }
    }

    // Whoever has no session may begin a thread, and get its first turn's answer again after a double click; nothing more.
    private static bool MayReadAgain(ThreadHeader thread, int? session, int sequence) =>
        session is null ? thread.Session == 1 && sequence == 1 : session == thread.Session;

    private async Task<TranscriptTurn?> AttemptAsync(
        string thread, ThreadTail? tail, Activity activity, byte[] received, byte[] key, CancellationToken cancellationToken)
    {
        var latest = tail?.Latest;
        var sequence = (latest?.Sequence ?? 0) + 1;
        var now = clock.GetUtcNow();
        var state = latest is null ? StoredState.New() : ReadState(latest);
        var replies = new HeldReplies(sequence);
        using var context = new TurnContext(replies, activity);
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
        var dc = new DialogContext(dialogs, context, state.Stack);
        if (latest is null)
            await OpenAsync(turn, dc, replies, cancellationToken);
        await assistant.TurnAsync(dc, cancellationToken);

        var stored = new Turn
        {
            Thread = thread,
            Sequence = sequence,
            At = now,
            Keys = InboundKey.Append(latest is null ? [] : latest.Keys.Span, key),
            Inbound = received,
            Replies = activities.Write(replies.All),
            State = JsonSerializer.SerializeToUtf8Bytes(state with { Memory = turn.Memory }, ConversationJson.Default.StoredState),
        };
        // From here on the message is ours: a caller who hangs up does not undo it.
        if (await store.TryInsertAsync(stored, ChangeOf(turn), CancellationToken.None) != InsertOutcome.Done)
            return null;
        signals.Grew(thread, sequence);
        return new TranscriptTurn(sequence, now, activity, replies.Opening, replies.Answer, tail?.Thread.Session ?? 1);
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
}
