using System.Collections.Concurrent;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ReportBot.Dialogs;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Bot.Conversations;

/// <summary>What was said in a thread, read back from its turns.</summary>
public sealed class Transcripts(ITurnStore store, ActivityJson activities, Assistant assistant, DialogSet dialogs, Phrases phrases, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<Activity>> _openings = new(StringComparer.Ordinal);

    /// <summary>The turns after a sequence, in order. Check first that the reader may read the thread.</summary>
    public async Task<IReadOnlyList<TranscriptTurn>> ReadAsync(string thread, int after, CancellationToken cancellationToken)
    {
        var turns = await store.ReadAsync(thread, after, cancellationToken);
        var read = new TranscriptTurn[turns.Count];
        for (var i = 0; i < turns.Count; i++)
            read[i] = Read(turns[i], session: 0);
        return read;
    }

    /// <summary>
    /// What the assistant says first, for a page that has created nothing yet. It is the same for everybody, so it is made once a topic.
    /// </summary>
    /// <param name="topic">One of <see cref="Ways"/>; null for telling what happened. What is no topic is taken as null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<IReadOnlyList<Activity>> OpeningAsync(string? topic, CancellationToken cancellationToken)
    {
        var known = topic is Ways.Support or Ways.Policy or Ways.FollowUp ? topic : "";
        if (_openings.TryGetValue(known, out var opening))
            return opening;
        var replies = new HeldReplies(0);
        var state = StoredState.New();
        using var context = new Microsoft.Bot.Builder.TurnContext(replies, new Activity { Type = ActivityTypes.ConversationUpdate });
        new ConversationTurn
        {
            Context = context,
            Thread = "",
            Sequence = 0,
            Now = clock.GetUtcNow(),
            Phrases = phrases,
            Input = new UserInput { Words = "" },
            Memory = state.Memory,
        }.Open();
        await assistant.WelcomeAsync(new DialogContext(dialogs, context, state.Stack), known, cancellationToken);
        return _openings.GetOrAdd(known, replies.All);
    }

    /// <summary>A stored turn as it is shown.</summary>
    internal TranscriptTurn Read(Turn turn, int session)
    {
        var replies = activities.ReadList(turn.Replies.Span);
        var split = 0;
        while (split < replies.Count && ReplyIds.IsOpening(replies[split].Id))
            split++;
        return new TranscriptTurn(
            turn.Sequence,
            turn.At,
            turn.Inbound.IsEmpty ? null : activities.Read(turn.Inbound.Span),
            split == 0 ? [] : replies.GetRange(0, split),
            split == 0 ? replies : replies.GetRange(split, replies.Count - split),
            session);
    }
}
