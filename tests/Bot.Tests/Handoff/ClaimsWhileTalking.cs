using Microsoft.Bot.Schema;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Handoff;

/// <summary>What the clock and colleagues do to a case while somebody from staff is in the conversation with its person.</summary>
public sealed class ClaimsWhileTalking : IAsyncLifetime, IDisposable
{
    private readonly TalkUnderTest _talk = new();

    public Task InitializeAsync() => _talk.InitializeAsync();

    public Task DisposeAsync() => _talk.DisposeAsync();

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task A_claim_stays_while_its_holder_talks_with_the_person_and_for_as_long_as_it_takes_to_write_it_down()
    {
        var full = await ClaimedAsync();
        await At("11:25").JoinAsync(full, Given.Amira);
        foreach (var minute in new[] { "11:31", "11:45", "11:59", "12:13" })
        {
            Assert.Equal(Given.Amira, await At(minute).HolderAsync(full));
            await _talk.ReplyAsync(full, $"It is {minute}.");
        }

        await At("12:20").LeaveAsync(full, Given.Amira);

        Assert.Equal(Given.Amira, await At("12:34").HolderAsync(full));
        Assert.Null(await At("12:35").HolderAsync(full));
        Assert.Equal(Given.Amira, Assert.Single((await _talk.Console.FindAsync(full.Id)).History.OfType<CaseReturned>()).From);
    }

    [Fact]
    public async Task A_short_talk_shortens_nothing()
    {
        var full = await ClaimedAsync();
        await At("09:40").JoinAsync(full, Given.Amira);
        await At("09:45").LeaveAsync(full, Given.Amira);

        Assert.Equal(Given.Amira, await At("11:29").HolderAsync(full));
        Assert.Null(await At("11:30").HolderAsync(full));
    }

    [Fact]
    public async Task A_contact_recorded_after_the_talk_keeps_the_case()
    {
        var full = await ClaimedAsync();
        await At("11:25").JoinAsync(full, Given.Amira);
        await At("11:50").LeaveAsync(full, Given.Amira);
        At("12:00");
        await _talk.Console.Commands.RecordFirstContactAsync(Command(full, Given.Amira), new FirstContact(ContactWay.Chat, null, "Spoke.", null), default);

        Assert.Equal(Given.Amira, await At("16:00").HolderAsync(full));
    }

    [Fact]
    public async Task Whoever_is_silent_for_too_long_loses_the_talk_first_and_then_the_case()
    {
        var full = await ClaimedAsync();
        await At("11:25").JoinAsync(full, Given.Amira);

        var silent = await At("11:39").HolderAsync(full);
        At("11:40");
        var over = await _talk.WorkedAsync(full);

        Assert.Equal(Given.Amira, silent);
        Assert.Empty(over.Talk.Holding);
        Assert.Null(await HolderAsync(full));
    }

    [Fact]
    public async Task Somebody_elses_talk_keeps_no_claim_and_goes_on_when_the_case_goes_back()
    {
        var full = await ClaimedAsync();
        await At("11:25").JoinAsync(full, Given.Ben);
        await _talk.WorkedAsync(full);
        var turns = (await _talk.TurnsAsync()).Count;

        var holder = await At("11:30").HolderAsync(full);
        await _talk.ReplyAsync(full, "I am still here.", Given.Ben);
        await _talk.WorkedAsync(full);

        Assert.Null(holder);
        // The person sees the answer and nothing of the move.
        Assert.Equal(turns + 1, (await _talk.TurnsAsync()).Count);
        Assert.Equal(("Ben Okafor", "I am still here."), (await _talk.StaffSaidAsync())[^1]);
    }

    [Fact]
    public async Task A_promise_that_falls_due_during_a_talk_is_missed_unless_the_contact_is_recorded_as_in_time()
    {
        var full = await ClaimedAsync();
        _talk.Console.Clock.Now = new DateTimeOffset(2026, 11, 24, 16, 50, 0, TimeSpan.Zero);
        await _talk.Console.Commands.ClaimAsync(Command(full, Given.Amira), default);
        await JoinAsync(full, Given.Amira);
        _talk.Console.Clock.Now = _talk.Console.Clock.Now.AddMinutes(12);
        await _talk.Console.Commands.ActAsync(full.Id, default);
        var missed = await _talk.Console.FindAsync(full.Id);

        await _talk.Console.Commands.RecordFirstContactAsync(
            Command(full, Given.Amira), new FirstContact(ContactWay.Chat, _talk.Console.Clock.Now.AddMinutes(-10), "Spoke.", null), default);

        Assert.Single(missed.Standing.Missed);
        Assert.Empty((await _talk.Console.FindAsync(full.Id)).Standing.Missed);
    }

    [Fact]
    public async Task A_case_that_moves_to_a_colleague_takes_nobody_out_of_the_talk()
    {
        var full = await ClaimedAsync();
        var grace = await ColleagueAsync("Grace Adeyemi", StaffRole.Manager);
        await JoinAsync(full, Given.Amira);

        var outcome = await _talk.Console.Commands.TransferAsync(Command(full, Given.Amira), new Transfer(grace.Who.Id, null, "I go home at noon."), default);

        Assert.IsType<CaseDone>(outcome);
        Assert.Equal(Given.Amira, (await _talk.Console.FindAsync(full.Id)).Talk.Holding[full.First.Id].Joined.By);
        Assert.IsType<CaseDone>(await _talk.ReplyAsync(full, "A colleague takes over from me."));
    }

    [Fact]
    public async Task A_case_that_moves_out_of_the_talkers_sight_gives_the_talk_back_and_the_person_is_told()
    {
        var full = await _talk.CaseAsync();
        var amira = await ColleagueAsync("Amira Khan", StaffRole.Caseworker);
        var grace = await ColleagueAsync("Grace Adeyemi", StaffRole.Manager);
        await JoinAsync(full, amira.Who);
        await _talk.WorkedAsync(full);

        await _talk.Console.Commands.TransferAsync(new CaseCommand(Guid.NewGuid(), full.Id, grace), new Transfer(null, Queue.StaffConduct, "It is about a colleague."), default);
        var moved = await _talk.WorkedAsync(full);

        Assert.Empty(moved.Talk.Holding);
        Assert.Equal(amira.Who, Assert.Single(moved.History.OfType<PersonLeft>()).By);
        Assert.Contains((await _talk.TurnsAsync())[^1].Replies, reply => reply.Text?.StartsWith("Amira Khan has left this chat", StringComparison.Ordinal) == true);
        Assert.NotEmpty((await _talk.SayAsync("hello again")).Replies);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_is_kept_waiting_for_whoever_has_no_account_any_more(bool isEnded)
    {
        var full = await _talk.CaseAsync();
        var amira = await ColleagueAsync("Amira Khan", StaffRole.Caseworker);
        await _talk.Console.Commands.ClaimAsync(new CaseCommand(Guid.NewGuid(), full.Id, amira), default);
        await JoinAsync(full, amira.Who);
        await _talk.WorkedAsync(full);
        await using (var scope = _talk.Console.Services.CreateAsyncScope())
        {
            var now = _talk.Console.Clock.Now;
            if (isEnded)
                Assert.True(await scope.ServiceProvider.GetRequiredService<StaffAccounts>().EndAsync(amira.Who.Id, Guid.NewGuid(), default));
            else
                await _talk.Console.Services.GetRequiredService<IAbsences>().RecordAsync(new Absence(Guid.NewGuid(), amira.Who.Id, now, now.AddDays(1), null, Given.Ben.Id), default);
        }

        await _talk.Console.Services.GetRequiredService<ClockWork>().ActOnDueAsync(default);
        var moved = await _talk.WorkedAsync(full);

        Assert.Null(moved.Standing.Holder);
        Assert.Equal(isEnded, moved.Talk.Holding.IsEmpty);
        Assert.Equal(isEnded, (await _talk.TurnsAsync())[^1].Replies.Any(reply => reply.Text?.StartsWith("Amira Khan has left this chat", StringComparison.Ordinal) == true));
        Assert.Equal(isEnded, (await _talk.SayAsync("hello again")).Replies.Any(reply => reply.Type == ActivityTypes.Message));
    }

    private async Task<Case> ClaimedAsync()
    {
        var full = await _talk.CaseAsync();
        await _talk.Console.Commands.ClaimAsync(Command(full, Given.Amira), default);
        return full;
    }

    private async Task<StaffActor> ColleagueAsync(string name, StaffRole role)
    {
        await _talk.Console.SignInAsync(name, role);
        var everybody = await _talk.Console.Services.GetRequiredService<IStaffDirectory>().ListAsync(default);
        return everybody.Single(one => one.Actor.Who.Name == name).Actor;
    }

    private ClaimsWhileTalking At(string clock)
    {
        _talk.Console.Clock.Now = new DateTimeOffset(new DateOnly(2026, 11, 23), TimeOnly.ParseExact(clock, "HH:mm", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
        return this;
    }

    // Who has the case once the clock has done what is due.
    private async Task<StaffRef?> HolderAsync(Case full)
    {
        await _talk.Console.Commands.ActAsync(full.Id, default);
        return (await _talk.Console.FindAsync(full.Id)).Standing.Holder;
    }

    private async Task JoinAsync(Case full, StaffRef who) => Assert.IsType<CaseDone>(await _talk.Commands.JoinAsync(Command(full, who), full.First.Id, default));

    private async Task LeaveAsync(Case full, StaffRef who) => Assert.IsType<CaseDone>(await _talk.Commands.LeaveAsync(Command(full, who), full.First.Id, default));

    private static CaseCommand Command(Case full, StaffRef who) => new(Guid.NewGuid(), full.Id, Given.Caseworker(who));
}
