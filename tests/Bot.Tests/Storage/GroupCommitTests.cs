using Microsoft.Data.Sqlite;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage.Sqlite;
using static ReportBot.Bot.Tests.Storage.Turns;

namespace ReportBot.Bot.Tests.Storage;

public sealed class GroupCommitTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private const int DiskFull = 13;

    private readonly TemporaryFolder _folder = new();
    private readonly Probe _probe = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_writer_flushes_every_commit_and_overwrites_what_it_deletes()
    {
        await using var store = new OpenStore(_folder.Data, _probe);

        Assert.Equal("2", _probe.Session?.Pragma("synchronous"));
        Assert.Equal("wal", _probe.Session?.Pragma("journal_mode"));
        Assert.Equal("1", _probe.Session?.Pragma("secure_delete"));
    }

    [Fact]
    public async Task Callers_who_wait_together_are_committed_together()
    {
        await using var store = new OpenStore(_folder.Data, _probe);

        var outcomes = await InOneGroup(store, [.. Enumerable.Range(0, 40).Select(_ => Turn(NewThread(), 1))]);

        Assert.All(outcomes, outcome => Assert.Equal(InsertOutcome.Done, outcome.Result));
        Assert.Equal(2, _probe.Commits);
    }

    [Fact]
    public async Task A_conflict_of_one_does_not_undo_the_others()
    {
        await using var store = new OpenStore(_folder.Data, _probe);
        var thread = NewThread();

        var outcomes = await InOneGroup(store, Turn(NewThread(), 1), Turn(thread, 1), Turn(thread, 1, "Twice"), Turn(NewThread(), 1));

        Assert.Equal([InsertOutcome.Done, InsertOutcome.Done, InsertOutcome.Conflict, InsertOutcome.Done], outcomes.Select(outcome => outcome.Result));
        AssertSame(Turn(thread, 1), (await store.Turns.LatestAsync(thread, None))?.Latest);
    }

    [Fact]
    public async Task A_failed_commit_tells_everyone_and_stores_nothing()
    {
        await using var store = new OpenStore(_folder.Data, _probe);
        var turns = Enumerable.Range(0, 10).Select(_ => Turn(NewThread(), 1)).ToArray();

        var outcomes = await InOneGroup(store, turns, failing: true);

        Assert.All(outcomes, outcome => Assert.IsType<IOException>(outcome.Exception?.InnerException));
        foreach (var turn in turns)
            Assert.Null(await store.Turns.LatestAsync(turn.Thread, None));
        Assert.Equal(InsertOutcome.Done, await store.Turns.TryInsertAsync(turns[0], change: null, None));
    }

    [Fact]
    public async Task A_failed_commit_stores_nothing_for_a_process_that_starts_afterwards()
    {
        var turn = Turn(NewThread(), 1);
        await using (var store = new OpenStore(_folder.Data, _probe))
            await InOneGroup(store, [turn], failing: true);

        await using var next = new OpenStore(_folder.Data);

        Assert.Null(await next.Turns.LatestAsync(turn.Thread, None));
    }

    [Fact]
    public async Task A_full_disk_stores_nothing_and_the_store_works_again_when_there_is_room()
    {
        await using var store = new OpenStore(_folder.Data, _probe);
        var thread = NewThread();
        await store.Turns.TryInsertAsync(Turn(thread, 1), change: null, None);
        _probe.MostPages = 20;
        var large = Turn(thread, 2) with { State = new byte[1_000_000] };

        var first = await Record.ExceptionAsync(async () => await store.Turns.TryInsertAsync(large, change: null, None));
        var second = await Record.ExceptionAsync(async () => await store.Turns.TryInsertAsync(large, change: null, None));

        Assert.All([first, second], refused =>
        {
            Assert.IsType<IOException>(refused);
            Assert.Equal(DiskFull, Assert.IsType<SqliteException>(refused.GetBaseException()).SqliteErrorCode);
        });
        AssertSame(Turn(thread, 1), (await store.Turns.LatestAsync(thread, None))?.Latest);
        _probe.MostPages = 100_000;
        Assert.Equal(InsertOutcome.Done, await store.Turns.TryInsertAsync(large, change: null, None));
    }

    [Fact]
    public async Task Closing_finishes_what_waits_and_refuses_what_comes_after()
    {
        var store = new OpenStore(_folder.Data, _probe);
        var thread = NewThread();
        var waiting = store.Turns.TryInsertAsync(Turn(thread, 1), change: null, None).AsTask();
        await store.DisposeAsync();

        Assert.Equal(InsertOutcome.Done, await waiting);
        Assert.IsAssignableFrom<ObjectDisposedException>(
            await Record.ExceptionAsync(async () => await store.Turns.NextSessionAsync(thread, None)));
        await using var again = new OpenStore(_folder.Data);
        AssertSame(Turn(thread, 1), (await again.Turns.LatestAsync(thread, None))?.Latest);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await using (var store = new OpenStore(_folder.Data))
            await store.Turns.TryInsertAsync(Turn(NewThread(), 1), change: null, None);
        using (var connection = _folder.OpenDatabase())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA user_version = 1000";
            command.ExecuteNonQuery();
        }

        Assert.IsType<InvalidDataException>(Record.Exception(() => new OpenStore(_folder.Data)));
    }

    /// <summary>Holds the writer inside one commit while the turns queue up behind it.</summary>
    private async Task<Task<InsertOutcome>[]> InOneGroup(OpenStore store, Turn[] turns, bool failing = false)
    {
        var (entered, released) = _probe.HoldNextCommit(failing);
        var holding = store.Turns.TryInsertAsync(Turn(NewThread(), 1), change: null, None).AsTask();
        await entered;
        var waiting = turns.Select(turn => store.Turns.TryInsertAsync(turn, change: null, None).AsTask()).ToArray();
        released.SetResult();
        await holding;
        await Task.WhenAll(waiting.Select(task => Record.ExceptionAsync(() => task)));
        return waiting;
    }

    private Task<Task<InsertOutcome>[]> InOneGroup(OpenStore store, params Turn[] turns) => InOneGroup(store, turns, failing: false);

    private sealed class Probe : IWriterProbe
    {
        private TaskCompletionSource? _entered;
        private TaskCompletionSource? _released;
        private bool _failNext;

        public Session? Session { get; private set; }

        public int Commits { get; private set; }

        /// <summary>A disk this many pages large, for connections opened and groups begun from now on.</summary>
        public int? MostPages { get; set; }

        public (Task Entered, TaskCompletionSource Released) HoldNextCommit(bool thenFail)
        {
            _failNext = thenFail;
            _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return ((_entered = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task, _released);
        }

        public void Opened(Session session) => Session = session;

        public void Began()
        {
            if (MostPages is { } pages)
                Session?.Pragma($"max_page_count = {pages}");
        }

        public void BeforeCommit()
        {
            Commits++;
            if (_released is { } released)
            {
                _entered!.SetResult();
                released.Task.Wait();
                (_entered, _released) = (null, null);
            }
            else if (_failNext)
            {
                _failNext = false;
                throw new IOException("The disk refused.");
            }
        }
    }
}
