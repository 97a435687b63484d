using Microsoft.Bot.Schema;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Person;

namespace ReportBot.Bot.Tests.Handoff;

/// <summary>Who holds a conversation, from the case's side to the thread's.</summary>
public sealed class Hands : IAsyncLifetime, IDisposable
{
    private readonly TalkUnderTest _talk = new();

    public Task InitializeAsync() => _talk.InitializeAsync();

    public Task DisposeAsync() => _talk.DisposeAsync();

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task Staff_may_step_in_by_themselves_only_once_a_report_is_sent()
    {
        var shared = await _talk.CaseAsync(change: report => report with { IsFinished = false });
        var sent = await _talk.CaseAsync();

        Assert.IsType<NotAskedFor>(await JoinAsync(shared, Given.Amira));
        Assert.IsType<CaseDone>(await JoinAsync(sent, Given.Amira));
    }

    [Fact]
    public async Task Whoever_asked_unsent_and_waits_is_joined()
    {
        var shared = await AskedAsync(await _talk.CaseAsync(change: report => report with { IsFinished = false }));

        Assert.IsType<CaseDone>(await JoinAsync(shared, Given.Amira));
        var worked = await _talk.WorkedAsync(shared);

        Assert.Empty(worked.Talk.Waiting);
        Assert.Equal(Given.Amira, worked.Talk.Holding[shared.First.Id].Joined.By);
        Assert.Contains((await _talk.TurnsAsync())[^1].Replies, reply => reply.Name == HandoffEventNames.HandoffStatus);
    }

    [Fact]
    public async Task Of_two_who_join_one_does_and_only_they_write()
    {
        var full = await _talk.CaseAsync();
        await JoinAsync(full, Given.Amira);

        Assert.Equal(Given.Amira, Assert.IsType<TalkHeld>(await JoinAsync(full, Given.Ben)).Holder);
        Assert.IsType<TalkHeld>(await _talk.ReplyAsync(full, "Hello.", Given.Ben));
        Assert.IsType<TalkHeld>(await LeaveAsync(full, Given.Ben));
        Assert.IsType<CaseDone>(await _talk.ReplyAsync(full, "Hello."));
    }

    [Fact]
    public async Task Nobody_coming_in_time_is_told_once_and_the_request_stays_with_staff()
    {
        var full = await AskedAsync(await _talk.CaseAsync());
        Assert.Equal(_talk.Console.Clock.Now.AddMinutes(10), full.Talk.Wake);
        _talk.Console.Clock.Now += TimeSpan.FromMinutes(10);

        await _talk.WorkedAsync(full);
        var worked = await _talk.WorkedAsync(full);

        Assert.Empty(worked.Talk.Waiting);
        Assert.Null(worked.Talk.Wake);
        Assert.Equal(TalkEnd.NobodyCame, Assert.Single(worked.History.OfType<PersonLeft>()).Why);
        Assert.True(CaseSummary.Of(worked).AsksForPerson);
    }

    [Fact]
    public async Task Staff_who_write_nothing_for_too_long_give_it_back()
    {
        var full = await _talk.CaseAsync();
        await JoinAsync(full, Given.Amira);
        _talk.Console.Clock.Now += TimeSpan.FromMinutes(14);
        await _talk.ReplyAsync(full, "Still here.");
        _talk.Console.Clock.Now += TimeSpan.FromMinutes(14);
        var held = await _talk.WorkedAsync(full);
        await _talk.SayAsync("Are you there?");
        _talk.Console.Clock.Now += TimeSpan.FromMinutes(1);

        var worked = await _talk.WorkedAsync(full);

        Assert.NotEmpty(held.Talk.Holding);
        Assert.Empty(worked.Talk.Holding);
        var back = (await _talk.TurnsAsync())[^1].Replies;
        Assert.Contains(back, reply => reply.Text?.StartsWith("Amira Khan has not written for a while.", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Someone_who_goes_on_alone_before_the_joining_is_told_is_left_with_the_assistant()
    {
        var full = await _talk.CaseAsync();
        var join = new PersonJoined { Command = Guid.NewGuid(), At = _talk.Console.Clock.Now, By = Given.Amira, Report = full.First.Id, IdleAfter = TimeSpan.FromMinutes(15) };
        var gone = full.With(join).With(new WentOnAlone { Command = Guid.NewGuid(), At = join.At, Report = full.First.Id });
        await _talk.Console.Store.TryReplaceAsync(gone with { Version = (await _talk.Console.FindAsync(full.Id)).Version }, Given.Audit(full), default);

        var worked = await _talk.WorkedAsync(full);
        var answer = await _talk.SayAsync("hello again");

        Assert.Equal(SendOutcome.Dropped, Assert.Single(worked.Talk.Told).Outcome);
        Assert.Contains(answer.Replies, reply => reply.Type == ActivityTypes.Message);
    }

    [Fact]
    public async Task A_conversation_with_staff_goes_both_ways_and_back()
    {
        var full = await _talk.CaseAsync();
        await JoinAsync(full, Given.Amira);
        await _talk.WorkedAsync(full);

        var silent = await _talk.SayAsync("Is my door safe?");
        await _talk.ReplyAsync(full, "Someone will look at it today.");
        await LeaveAsync(full, Given.Amira);
        var worked = await _talk.WorkedAsync(full);

        Assert.DoesNotContain(silent.Replies, reply => reply.Type == ActivityTypes.Message);
        Assert.Contains("Is my door safe?", worked.History.OfType<MessageReceived>().Select(message => message.Words));
        var back = (await _talk.TurnsAsync())[^1].Replies;
        Assert.Contains(back, reply => reply.Attachments?.Any(card => card.ContentType == QuestionCard.ContentType) == true);
    }

    private async Task<Case> AskedAsync(Case full)
    {
        await _talk.Console.Commands.AddMessageAsync(
            full.First.Id, new("ask", "", [], _talk.Console.Clock.Now, true, false, _talk.Console.Clock.Now.AddMinutes(10)), default);
        return await _talk.Console.FindAsync(full.Id);
    }

    private Task<CaseOutcome> JoinAsync(Case full, StaffRef who) => _talk.Commands.JoinAsync(Command(full, who), full.First.Id, default);

    private Task<CaseOutcome> LeaveAsync(Case full, StaffRef who) => _talk.Commands.LeaveAsync(Command(full, who), full.First.Id, default);

    private static CaseCommand Command(Case full, StaffRef who) => new(Guid.NewGuid(), full.Id, Given.Caseworker(who));
}
