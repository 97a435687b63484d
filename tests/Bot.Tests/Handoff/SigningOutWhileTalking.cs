using Microsoft.Bot.Schema;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Tests.Staff;
using ReportBot.Dialogs.Person;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Handoff;

/// <summary>Whoever is signed out is in no conversation: nobody is kept waiting for who is not there.</summary>
public sealed class SigningOutWhileTalking : IAsyncLifetime, IDisposable
{
    private const string Name = "Amira Khan";

    private readonly TalkUnderTest _talk = new();

    public Task InitializeAsync() => _talk.InitializeAsync();

    public Task DisposeAsync() => _talk.DisposeAsync();

    public void Dispose() => _talk.Dispose();

    public static TheoryData<string> Ends => ["Sign out", "Sign out everywhere", "signed out by an administrator", "another role", "account ended", "a new password"];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Gives_the_conversation_back_at_once_and_the_person_is_told(string how)
    {
        var full = await _talk.CaseAsync();
        var ada = (await _talk.Console.SignInAsync("Ada Okafor", StaffRole.Administrator)).Browser;
        var (browser, amira) = await AmiraAsync();
        await JoinAsync(full, amira);
        await _talk.WorkedAsync(full);
        Assert.Empty(Spoken(await _talk.SayAsync("Are you there?")));

        await EndAsync(how, ada, browser, amira);

        var now = await _talk.Console.FindAsync(full.Id);
        Assert.Empty(now.Talk.Holding);
        Assert.Equal((amira.Who, TalkEnd.SteppedOut), now.History.OfType<PersonLeft>().Select(left => (left.By, left.Why)).Single());
        Assert.Contains(AuditAction.TalkLeft, await _talk.Console.TraceAsync(full.Id));
        await _talk.WorkedAsync(full);
        var told = (await _talk.TurnsAsync())[^1].Replies;
        Assert.Contains(told, reply => reply.Text?.StartsWith($"{Name} has left this chat. I am the assistant, and I am back.", StringComparison.Ordinal) == true);
        Assert.Contains(told, reply => reply.Name == "handoff.status");
        Assert.NotEmpty(Spoken(await _talk.SayAsync("hello again")));
    }

    [Fact]
    public async Task Keeps_the_case_itself_with_whoever_only_signed_out()
    {
        var full = await _talk.CaseAsync();
        var (browser, amira) = await AmiraAsync();
        await _talk.Console.Commands.ClaimAsync(Command(full, amira), default);
        await JoinAsync(full, amira);

        await browser.PressAsync("Sign out");

        Assert.Equal(amira.Who, (await _talk.Console.FindAsync(full.Id)).Standing.Holder);
    }

    [Fact]
    public async Task Ends_every_conversation_they_are_in_and_no_one_elses()
    {
        var mine = await _talk.CaseAsync();
        var alsoMine = await _talk.CaseAsync(thread: "BBBBBBBBBBBBBBBBBBBBBB");
        var bens = await _talk.CaseAsync(thread: "CCCCCCCCCCCCCCCCCCCCCC");
        var (browser, amira) = await AmiraAsync();
        await _talk.Console.SignInAsync("Ben Okafor");
        var ben = await ActorAsync("Ben Okafor");
        await _talk.Console.Commands.ClaimAsync(Command(alsoMine, ben), default);
        await JoinAsync(mine, amira);
        await JoinAsync(alsoMine, amira);
        await JoinAsync(bens, ben);

        await browser.PressAsync("Sign out");

        Assert.Empty((await _talk.Console.FindAsync(mine.Id)).Talk.Holding);
        Assert.Empty((await _talk.Console.FindAsync(alsoMine.Id)).Talk.Holding);
        Assert.Equal(ben.Who, (await _talk.Console.FindAsync(bens.Id)).Talk.Holding[bens.First.Id].Joined.By);
    }

    [Fact]
    public async Task Opening_the_page_anew_or_in_another_browser_is_not_signing_out()
    {
        var full = await _talk.CaseAsync();
        var (browser, amira) = await AmiraAsync();
        await JoinAsync(full, amira);
        await _talk.WorkedAsync(full);

        await browser.OpenAsync($"/staff/cases/{full.Id:N}/talk");
        await browser.OpenAsync($"/staff/cases/{full.Id:N}/talk");
        await browser.Copy().OpenAsync("/staff");

        Assert.Equal(amira.Who, (await _talk.WorkedAsync(full)).Talk.Holding[full.First.Id].Joined.By);
        Assert.Empty(Spoken(await _talk.SayAsync("Are you there?")));
    }

    [Theory]
    [InlineData(StaffRole.Safeguarding, false)]
    [InlineData(StaffRole.Auditor, false)]
    [InlineData(StaffRole.Manager, true)]
    public async Task A_case_goes_back_that_is_not_for_the_role_its_holder_has_now(StaffRole role, bool keeps)
    {
        var full = await _talk.CaseAsync();
        var (_, amira) = await AmiraAsync();
        await _talk.Console.Commands.ClaimAsync(Command(full, amira), default);

        await _talk.Console.InviteAsync(Name, role);

        var now = await _talk.Console.FindAsync(full.Id);
        Assert.Equal(keeps ? amira.Who : null, now.Standing.Holder);
        Assert.Equal(keeps ? [] : [MoveCause.Role], now.History.OfType<CaseReturned>().Select(back => back.Cause));
        Assert.Equal(Queue.CommunitySafety, now.Standing.Queue);
    }

    private async Task EndAsync(string how, StaffBrowser ada, StaffBrowser browser, StaffActor amira)
    {
        await ada.OpenAsync("/staff/people");
        switch (how)
        {
            case "Sign out":
                await browser.PressAsync(how);
                break;
            case "Sign out everywhere":
                await (await browser.OpenAsync("/staff/account")).PressAsync(how);
                break;
            case "signed out by an administrator":
                await ada.PressAsync($"Sign out everywhere {Name}");
                break;
            case "another role":
                await ada.PressAsync("Make the link", ("name", Name), ("role", nameof(StaffRole.Manager)));
                break;
            case "account ended":
                await ada.PressAsync($"End the account of {Name}");
                break;
            default:
                var link = await _talk.Console.Browser().OpenAsync(await _talk.Console.InviteAsync(Name, amira.Role));
                await link.PressAsync("Go on", ("password", "a wholly different phrase"), ("again", "a wholly different phrase"));
                break;
        }
    }

    private static IEnumerable<Activity> Spoken(TranscriptTurn turn) => turn.Replies.Where(reply => reply.Type == ActivityTypes.Message && !string.IsNullOrEmpty(reply.Text));

    private async Task<(StaffBrowser Browser, StaffActor Actor)> AmiraAsync() => ((await _talk.Console.SignInAsync(Name)).Browser, await ActorAsync(Name));

    private async Task<StaffActor> ActorAsync(string name) =>
        (await _talk.Console.Services.GetRequiredService<IStaffDirectory>().ListAsync(default)).Single(one => one.Actor.Who.Name == name).Actor;

    private async Task JoinAsync(Case full, StaffActor who) => Assert.IsType<CaseDone>(await _talk.Commands.JoinAsync(Command(full, who), full.First.Id, default));

    private static CaseCommand Command(Case full, StaffActor who) => new(Guid.NewGuid(), full.Id, who);
}
