using System.Security.Cryptography;
using ReportBot.Bot.Conversations;
using static ReportBot.Bot.Tests.Storage.Turns;

namespace ReportBot.Bot.Tests.Storage;

/// <summary>What every turn store does, whatever it is kept in. A store's own test class derives from this.</summary>
public abstract class TurnStoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The store under test; two of them stand for two processes on the same data.</summary>
    protected abstract ITurnStore First { get; }

    protected abstract ITurnStore Second { get; }

    [Fact]
    public async Task An_unknown_thread_has_no_tail()
    {
        Assert.Null(await First.LatestAsync(NewThread(), None));
        Assert.Empty(await First.ReadAsync(NewThread(), 0, None));
    }

    [Fact]
    public async Task The_first_turn_makes_the_thread()
    {
        var turn = Turn(NewThread(), 1);

        var outcome = await First.TryInsertAsync(turn, change: null, None);

        Assert.Equal(InsertOutcome.Done, outcome);
        var tail = await Second.LatestAsync(turn.Thread, None);
        Assert.Equal(new ThreadHeader { Id = turn.Thread, OpenedAt = turn.At, Session = 1, Sent = false }, tail?.Thread);
        AssertSame(turn, tail?.Latest);
    }

    [Fact]
    public async Task The_tail_is_the_turn_inserted_last()
    {
        var thread = await GivenTurns(3);

        var tail = await Second.LatestAsync(thread, None);

        AssertSame(Turn(thread, 3), tail?.Latest);
    }

    [Fact]
    public async Task Turns_are_read_in_order_after_a_sequence()
    {
        var thread = await GivenTurns(12);

        var turns = await Second.ReadAsync(thread, 9, None);

        Assert.Equal([10, 11, 12], turns.Select(turn => turn.Sequence));
        AssertSame(Turn(thread, 11), turns[1]);
    }

    [Fact]
    public async Task Empty_parts_come_back_empty()
    {
        var turn = Turn(NewThread(), 1) with { Keys = default, Inbound = default, Replies = default, State = default };
        await First.TryInsertAsync(turn, change: null, None);

        var tail = await First.LatestAsync(turn.Thread, None);

        AssertSame(turn, tail?.Latest);
    }

    [Fact]
    public async Task A_long_turn_comes_back_whole()
    {
        var turn = Turn(NewThread(), 1) with { State = RandomNumberGenerator.GetBytes(3_000_000) };
        await First.TryInsertAsync(turn, change: null, None);

        var tail = await Second.LatestAsync(turn.Thread, None);

        Assert.True(tail?.Latest?.State.Span.SequenceEqual(turn.State.Span));
    }

    [Fact]
    public async Task A_place_that_is_taken_is_a_conflict_and_keeps_the_first()
    {
        var thread = await GivenTurns(2);

        var outcome = await Second.TryInsertAsync(Turn(thread, 2, "Something else"), new ThreadChange { Sent = true }, None);

        Assert.Equal(InsertOutcome.Conflict, outcome);
        var tail = await First.LatestAsync(thread, None);
        AssertSame(Turn(thread, 2), tail?.Latest);
        Assert.False(tail?.Thread.Sent);
    }

    [Fact]
    public async Task A_thread_made_twice_is_made_once()
    {
        var thread = NewThread();

        var outcomes = await Task.WhenAll(
            First.TryInsertAsync(Turn(thread, 1, "One"), change: null, None).AsTask(),
            Second.TryInsertAsync(Turn(thread, 1, "Other"), change: null, None).AsTask());

        Assert.Equal([InsertOutcome.Done, InsertOutcome.Conflict], outcomes.Order());
        AssertSame(Turn(thread, 1, outcomes[0] == InsertOutcome.Done ? "One" : "Other"), (await First.LatestAsync(thread, None))?.Latest);
        Assert.Equal(InsertOutcome.Done, await First.TryInsertAsync(Turn(thread, 2), change: null, None));
        Assert.Equal(2, (await Second.ReadAsync(thread, 0, None)).Count);
    }

    [Fact]
    public async Task A_turn_that_would_leave_a_gap_is_a_conflict()
    {
        var thread = await GivenTurns(2);

        Assert.Equal(InsertOutcome.Conflict, await First.TryInsertAsync(Turn(thread, 4), change: null, None));
        Assert.Equal(InsertOutcome.Conflict, await First.TryInsertAsync(Turn(NewThread(), 2), change: null, None));
    }

    [Fact]
    public async Task A_return_code_finds_its_thread_and_only_the_newest_code_does()
    {
        var thread = NewThread();
        var (old, current) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        await First.TryInsertAsync(Turn(thread, 1), new ThreadChange { ReturnCodeHash = old }, None);
        await First.TryInsertAsync(Turn(thread, 2), new ThreadChange { ReturnCodeHash = current }, None);

        Assert.Equal(thread, (await Second.FindByReturnCodeAsync(current, None))?.Id);
        Assert.Null(await Second.FindByReturnCodeAsync(old, None));
        Assert.Null(await Second.FindByReturnCodeAsync(RandomNumberGenerator.GetBytes(32), None));
    }

    [Fact]
    public async Task A_return_code_another_thread_has_is_a_conflict_and_stores_nothing()
    {
        var code = new ThreadChange { ReturnCodeHash = RandomNumberGenerator.GetBytes(32) };
        var (first, second) = (NewThread(), NewThread());
        await First.TryInsertAsync(Turn(first, 1), code, None);

        var outcome = await Second.TryInsertAsync(Turn(second, 1), code, None);

        Assert.Equal(InsertOutcome.Conflict, outcome);
        Assert.Null(await First.LatestAsync(second, None));
    }

    [Fact]
    public async Task Sending_is_kept_with_the_turn()
    {
        var thread = NewThread();
        await First.TryInsertAsync(Turn(thread, 1), new ThreadChange { Sent = true }, None);
        await First.TryInsertAsync(Turn(thread, 2), change: null, None);

        Assert.True((await Second.LatestAsync(thread, None))?.Thread.Sent);
    }

    [Fact]
    public async Task Each_next_session_ends_the_one_before()
    {
        var thread = await GivenTurns(1);

        Assert.Equal(2, await First.NextSessionAsync(thread, None));
        Assert.Equal(3, await Second.NextSessionAsync(thread, None));
        Assert.Equal(3, (await First.LatestAsync(thread, None))?.Thread.Session);
        Assert.Null(await First.NextSessionAsync(NewThread(), None));
    }

    [Fact]
    public async Task Only_unsent_threads_that_went_quiet_are_deleted()
    {
        var (quiet, active, sent) = (NewThread(), NewThread(), NewThread());
        var code = RandomNumberGenerator.GetBytes(32);
        await First.TryInsertAsync(Turn(quiet, 1), new ThreadChange { ReturnCodeHash = code }, None);
        await First.TryInsertAsync(Turn(active, 1), change: null, None);
        await First.TryInsertAsync(Turn(active, 2, at: Friday.AddDays(7)), change: null, None);
        await First.TryInsertAsync(Turn(sent, 1), new ThreadChange { Sent = true }, None);

        var deleted = await Second.DeleteUnsentAsync(Friday.AddDays(7), None);

        Assert.Equal(1, deleted);
        Assert.Null(await First.LatestAsync(quiet, None));
        Assert.Null(await First.FindByReturnCodeAsync(code, None));
        Assert.NotNull(await First.LatestAsync(active, None));
        Assert.NotNull(await First.LatestAsync(sent, None));
    }

    [Fact]
    public async Task More_threads_than_one_batch_are_deleted()
    {
        await Task.WhenAll(Enumerable.Range(0, 250).Select(_ => First.TryInsertAsync(Turn(NewThread(), 1), change: null, None).AsTask()));

        Assert.Equal(250, await First.DeleteUnsentAsync(Friday.AddDays(7), None));
        Assert.Equal(0, await First.DeleteUnsentAsync(Friday.AddDays(7), None));
    }

    [Fact]
    public async Task A_turn_of_a_thread_deleted_meanwhile_is_a_conflict()
    {
        var thread = await GivenTurns(1);
        await Second.DeleteUnsentAsync(Friday.AddDays(7), None);

        Assert.Equal(InsertOutcome.Conflict, await First.TryInsertAsync(Turn(thread, 2), change: null, None));
        Assert.Null(await First.LatestAsync(thread, None));
    }

    [Fact]
    public async Task A_thread_made_again_under_the_same_id_opens_in_both_processes()
    {
        var thread = await GivenTurns(1);
        await Second.DeleteUnsentAsync(Friday.AddDays(7), None);
        await Second.TryInsertAsync(Turn(thread, 1, "Again"), change: null, None);

        Assert.Equal(InsertOutcome.Conflict, await First.TryInsertAsync(Turn(thread, 2), change: null, None));
        AssertSame(Turn(thread, 1, "Again"), Assert.Single(await First.ReadAsync(thread, 0, None)));
        AssertSame(Turn(thread, 1, "Again"), (await First.LatestAsync(thread, None))?.Latest);
        Assert.Equal(InsertOutcome.Done, await First.TryInsertAsync(Turn(thread, 2), change: null, None));
    }

    [Fact]
    public async Task A_caller_who_gave_up_before_stores_nothing()
    {
        var thread = NewThread();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        var refused = await Record.ExceptionAsync(async () => await First.TryInsertAsync(Turn(thread, 1), change: null, gone.Token));

        Assert.IsAssignableFrom<OperationCanceledException>(refused);
        Assert.Null(await First.LatestAsync(thread, None));
    }

    [Fact]
    public async Task Sixty_four_messages_by_four_runners_make_sixty_four_turns()
    {
        var thread = await GivenTurns(1);
        var messages = new System.Collections.Concurrent.ConcurrentQueue<string>(Enumerable.Range(0, 64).Select(number => $"message {number}."));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(runner => Task.Run(async () =>
        {
            var store = runner % 2 == 0 ? First : Second;
            while (messages.TryDequeue(out var said))
                await Append(store, thread, said);
        })));

        var turns = await First.ReadAsync(thread, 1, None);
        Assert.Equal(Enumerable.Range(2, 64), turns.Select(turn => turn.Sequence));
        Assert.Equal(64, turns.Select(turn => Text(turn.State)).Distinct().Count());
    }

    private static async Task Append(ITurnStore store, string thread, string said)
    {
        for (var outcome = InsertOutcome.Conflict; outcome != InsertOutcome.Done;)
        {
            var tail = await store.LatestAsync(thread, None);
            outcome = await store.TryInsertAsync(Turn(thread, tail!.Latest!.Sequence + 1, said), change: null, None);
        }
    }

    private async Task<string> GivenTurns(int count)
    {
        var thread = NewThread();
        for (var sequence = 1; sequence <= count; sequence++)
            Assert.Equal(InsertOutcome.Done, await First.TryInsertAsync(Turn(thread, sequence), change: null, None));
        return thread;
    }
}
