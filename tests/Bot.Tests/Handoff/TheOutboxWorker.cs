using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Tests.Cases;

namespace ReportBot.Bot.Tests.Handoff;

/// <summary>What goes wrong in one round must not end the service, nor keep the next round from looking.</summary>
public sealed class TheOutboxWorker
{
    [Fact]
    public async Task A_database_that_cannot_be_read_is_looked_at_again()
    {
        var store = DispatchProxy.Create<ICaseStore, UnreadableStore>();
        var looked = ((UnreadableStore)(object)store).LookedTwice;
        using var worker = new OutboxWorker(store, outbox: null!, new OutboxBell(), new TestClock(), NullLogger<OutboxWorker>.Instance); // Nothing is found that could be told.

        await worker.StartAsync(default);
        await Task.WhenAny(looked, worker.ExecuteTask!);
        await worker.StopAsync(default);

        Assert.True(looked.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task What_is_written_goes_without_anybody_asking()
    {
        using var talk = new TalkUnderTest(worksByItself: true);
        await talk.InitializeAsync();
        var full = await talk.CaseAsync(TestChannel.ChannelId);

        await talk.ReplyAsync(full, "Hello.");
        await talk.Channel.FirstAttempt;
        await talk.DisposeAsync(); // What is underway is finished before the service has stopped.

        Assert.Equal(["Hello."], talk.Channel.Shown);
    }
}

/// <summary>A store whose file cannot be read the first time.</summary>
public class UnreadableStore : DispatchProxy
{
    private readonly TaskCompletionSource _again = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _looks;

    public Task LookedTwice => _again.Task;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (++_looks == 1)
            throw new SqliteException("The file is locked.", SQLitePCL.raw.SQLITE_BUSY);
        _again.TrySetResult();
        return new ValueTask<IReadOnlyList<WakeUp>>((IReadOnlyList<WakeUp>)[]);
    }
}
