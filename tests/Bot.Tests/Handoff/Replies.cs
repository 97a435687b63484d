using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Tests.Cases;

namespace ReportBot.Bot.Tests.Handoff;

/// <summary>What staff write reaches the person once, in order, or is shown for what it is.</summary>
public sealed class Replies : IAsyncLifetime, IDisposable
{
    private readonly TalkUnderTest _talk = new();

    public Task InitializeAsync() => _talk.InitializeAsync();

    public Task DisposeAsync() => _talk.DisposeAsync();

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task A_reply_is_a_turn_of_its_own_under_the_members_name()
    {
        var full = await _talk.CaseAsync();

        await _talk.ReplyAsync(full, "I have read your report.");
        var worked = await _talk.WorkedAsync(full);

        Assert.Equal([("Amira Khan", "I have read your report.")], await _talk.StaffSaidAsync());
        Assert.Null((await _talk.TurnsAsync())[^1].Inbound);
        Assert.Equal(SendOutcome.Delivered, Assert.Single(worked.Talk.Told).Outcome);
        Assert.Null(worked.Talk.Wake);
    }

    [Fact]
    public async Task A_button_pressed_twice_sends_once()
    {
        var full = await _talk.CaseAsync();
        var press = Guid.NewGuid();

        await _talk.ReplyAsync(full, "Hello.", command: press);
        await _talk.ReplyAsync(full, "Hello.", command: press);
        await _talk.WorkedAsync(full);

        Assert.Single(await _talk.StaffSaidAsync());
    }

    [Fact]
    public async Task A_turn_that_was_stored_before_a_crash_is_not_told_again()
    {
        var full = await _talk.CaseAsync();
        var reply = new ReplySent { Command = Guid.NewGuid(), At = _talk.Console.Clock.Now, By = Given.Amira, Report = full.First.Id, Words = "Hello." };
        await _talk.Console.Services.GetRequiredService<StaffTurns>().TellAsync(full.Id, TalkUnderTest.Thread, reply, default);
        await StoreAsync(full.With(reply));

        var worked = await _talk.WorkedAsync(full);

        Assert.Single(await _talk.StaffSaidAsync());
        Assert.Equal(SendOutcome.Delivered, Assert.Single(worked.Talk.Told).Outcome);
    }

    [Fact]
    public async Task What_waits_is_found_by_the_moment_it_was_written()
    {
        var full = await _talk.CaseAsync(TestChannel.ChannelId);
        _talk.Channel.Outcome = SendOutcome.NotYet;
        await _talk.ReplyAsync(full, "Hello.");
        await _talk.WorkedAsync(full);

        var before = await _talk.Console.Store.ToWakeAsync(_talk.Console.Clock.Now.AddMinutes(-1), null, default);
        var now = await _talk.Console.Store.ToWakeAsync(_talk.Console.Clock.Now, null, default);
        var beyond = await _talk.Console.Store.ToWakeAsync(_talk.Console.Clock.Now, now[^1], default);

        Assert.Empty(before);
        Assert.Equal(full.Id, Assert.Single(now).Case);
        Assert.Empty(beyond);
    }

    [Fact]
    public async Task A_channel_that_is_down_gets_everything_afterwards_in_order_and_staff_see_it_waiting()
    {
        var full = await _talk.CaseAsync(TestChannel.ChannelId);
        _talk.Channel.Outcome = SendOutcome.NotYet;
        foreach (var words in new[] { "One.", "Two.", "Three." })
            await _talk.ReplyAsync(full, words);
        var down = await _talk.WorkedAsync(full);
        _talk.Console.Clock.Now += TimeSpan.FromMinutes(10);
        _talk.Channel.Outcome = SendOutcome.Delivered;

        var up = await _talk.WorkedAsync(full);

        Assert.Equal(3, down.Talk.Told.Count(entry => entry.IsOpen));
        Assert.StartsWith("Waiting", TalkWords.Of(down.Talk.Told[0]), StringComparison.Ordinal);
        Assert.Equal(["One.", "Two.", "Three."], _talk.Channel.Shown);
        Assert.All(up.Talk.Told, entry => Assert.Equal(SendOutcome.Delivered, entry.Outcome));
    }

    [Fact]
    public async Task What_surely_cannot_go_for_a_day_has_failed()
    {
        var full = await _talk.CaseAsync(TestChannel.ChannelId);
        _talk.Channel.Outcome = SendOutcome.NotYet;
        await _talk.ReplyAsync(full, "One.");
        await _talk.WorkedAsync(full);
        _talk.Console.Clock.Now += Outbox.Tried + TimeSpan.FromMinutes(1);

        var worked = await _talk.WorkedAsync(full);

        Assert.Equal(SendOutcome.Failed, Assert.Single(worked.Talk.Told).Outcome);
    }

    [Fact]
    public async Task An_outcome_nobody_knows_is_shown_and_never_repeated_by_itself()
    {
        var full = await _talk.CaseAsync(TestChannel.ChannelId);
        _talk.Channel.Outcome = SendOutcome.Unknown;
        await _talk.ReplyAsync(full, "One.");
        await _talk.WorkedAsync(full);
        _talk.Channel.Outcome = SendOutcome.Delivered;
        await _talk.ReplyAsync(full, "Two.");

        var worked = await _talk.WorkedAsync(full);

        Assert.Equal(["Two."], _talk.Channel.Shown);
        Assert.Equal(2, _talk.Channel.Attempts);
        Assert.Equal([SendOutcome.Unknown, SendOutcome.Delivered], worked.Talk.Told.Select(entry => entry.Outcome!.Value));
    }

    [Fact]
    public async Task A_send_that_began_before_a_crash_is_unknown_and_not_repeated()
    {
        var full = await _talk.CaseAsync(TestChannel.ChannelId);
        var reply = new ReplySent { Command = Guid.NewGuid(), At = _talk.Console.Clock.Now, By = Given.Amira, Report = full.First.Id, Words = "Hello." };
        await StoreAsync(full.With(reply).With(new SendStarted { Command = Guid.NewGuid(), At = reply.At, Told = reply.Command }));

        var worked = await _talk.WorkedAsync(full);

        Assert.Equal(0, _talk.Channel.Attempts);
        Assert.Equal(SendOutcome.Unknown, Assert.Single(worked.Talk.Told).Outcome);
    }

    [Fact]
    public async Task A_slow_channel_holds_nobody_elses_reply()
    {
        var slow = await _talk.CaseAsync(TestChannel.ChannelId);
        var quick = await _talk.CaseAsync(thread: "BBBBBBBBBBBBBBBBBBBBBB");
        _talk.Channel.Slow = new TaskCompletionSource();
        await _talk.ReplyAsync(slow, "Slow.");
        await _talk.ReplyAsync(quick, "Quick.");
        var atWork = _talk.WorkedAsync(slow);

        var worked = await _talk.WorkedAsync(quick);
        var waiting = (await _talk.Console.FindAsync(slow.Id)).Talk.Next;
        _talk.Channel.Slow.SetResult();
        var done = await atWork;

        Assert.Equal(SendOutcome.Delivered, Assert.Single(worked.Talk.Told).Outcome);
        Assert.NotNull(waiting);
        Assert.Equal(["Slow."], _talk.Channel.Shown);
        Assert.Equal(SendOutcome.Delivered, Assert.Single(done.Talk.Told).Outcome);
    }

    [Fact]
    public async Task Nothing_can_be_written_where_nothing_can_be_sent()
    {
        var full = await _talk.CaseAsync("phone");

        Assert.IsType<NoWayToReply>(await _talk.ReplyAsync(full, "Hello."));
        Assert.IsType<CaseIncomplete>(await _talk.ReplyAsync(await _talk.CaseAsync(), " "));
    }

    [Fact]
    public async Task A_thread_that_is_gone_fails_and_holds_up_nothing()
    {
        var full = await _talk.CaseAsync(change: report => report with { Thread = "CCCCCCCCCCCCCCCCCCCCCC" });
        await _talk.ReplyAsync(full, "Hello.");

        var worked = await _talk.WorkedAsync(full);

        Assert.Equal(SendOutcome.Failed, Assert.Single(worked.Talk.Told).Outcome);
    }

    private async Task StoreAsync(Case changed) =>
        Assert.Equal(CaseWrite.Done, await _talk.Console.Store.TryReplaceAsync(changed with { Version = (await _talk.Console.FindAsync(changed.Id)).Version }, Given.Audit(changed), default));
}
