using Microsoft.Playwright;
using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>People and staff talk in one conversation, with scripts and without, and the assistant takes it up again where it was.</summary>
[Collection(House.Shared)]
public sealed class TalkingWithStaff(House house)
{
    private static readonly BrowserNewContextOptions Narrow = new() { ViewportSize = new() { Width = 320, Height = 640 }, ReducedMotion = ReducedMotion.Reduce };

    [Fact]
    public async Task Goes_both_ways_by_itself_and_back_to_the_open_question()
    {
        await using var resident = await house.VisitAsync(options => (options.ViewportSize, options.ReducedMotion) = (Narrow.ViewportSize, Narrow.ReducedMotion));
        var chat = await resident.Chat.BeginAsync();
        await chat.ReportAsync();
        var reference = await chat.Reference.InnerTextAsync();
        await chat.PressAsync("Ask about the policy");
        var asked = await chat.AskedAsync();
        await using var staff = await house.AdministratorAsync();
        var desk = new StaffDesk(staff.Page);
        await desk.OpenAsync(reference);
        await desk.OpenTalkAsync();

        await desk.JoinAsync();
        await Assertions.Expect(chat.Said.Last).ToContainTextAsync($"{StaffDesk.Name} from our team has joined.");
        await Assertions.Expect(resident.Page.Locator("#asked")).ToContainTextAsync("You are talking with");
        await chat.Box.PressSequentiallyAsync("Is my door");
        await Assertions.Expect(staff.Page.Locator("#typing")).ToBeVisibleAsync();
        await chat.SayAsync("Is my door safe?");
        await Assertions.Expect(desk.Lines.Last).ToContainTextAsync("Is my door safe?");
        await desk.ReplyBox.PressSequentiallyAsync("Some");
        await Assertions.Expect(resident.Page.Locator("#typing")).ToHaveTextAsync($"{StaffDesk.Name} is writing.");
        await desk.ReplyAsync("Someone will look at it today.");
        await Assertions.Expect(resident.Page.Locator("#talk > .staff")).ToContainTextAsync($"{StaffDesk.Name}, a person from our team");
        await Assertions.Expect(resident.Page.Locator("#talk > .staff")).ToContainTextAsync("Someone will look at it today.");
        await Assertions.Expect(desk.Lines.Last).ToContainTextAsync("Delivered");
        await EveryPage.CheckAsync(resident.Page, "talking with staff");
        await desk.StepOutAsync();

        await Assertions.Expect(chat.Said.Filter(new() { HasText = "has left this chat" })).ToHaveCountAsync(1);
        await Assertions.Expect(resident.Page.Locator("#asked input[name=question]")).ToHaveValueAsync(asked);
    }

    [Fact]
    public async Task Goes_both_ways_with_scripts_switched_off_on_both_sides()
    {
        await using var resident = await house.VisitAsync(options => options.JavaScriptEnabled = false);
        var chat = await resident.Chat.BeginAsync();
        await chat.ReportAsync();
        var reference = await chat.Reference.InnerTextAsync();
        await using var staff = await house.AdministratorAsync(options => options.JavaScriptEnabled = false);
        var desk = new StaffDesk(staff.Page);
        await desk.OpenAsync(reference);
        await desk.OpenTalkAsync();

        await desk.JoinAsync();
        await desk.ReplyAsync("I have read your report.");
        await LookUntilAsync(resident.Page, "/chat", "I have read your report.");
        await chat.SayAsync("Thank you for reading it.");
        await LookUntilAsync(staff.Page, staff.Page.Url.Split('#')[0], "Thank you for reading it.");
        await desk.StepOutAsync();
        await LookUntilAsync(resident.Page, "/chat", "has left this chat");

        Assert.Equal("topics", await chat.AskedAsync());
        await Assertions.Expect(resident.Page.Locator("#talk > .staff")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Reaches_somebody_anonymous_through_their_code()
    {
        await using var first = await house.VisitAsync();
        var chat = await first.Chat.BeginAsync();
        await chat.TellUpToAsync("contact");
        await chat.PressAsync("I want to stay anonymous");
        await chat.ReportAsync();
        var (code, reference) = (await chat.ReturnCode.InnerTextAsync(), await chat.Reference.InnerTextAsync());
        await using var staff = await house.AdministratorAsync();
        var desk = new StaffDesk(staff.Page);
        await desk.OpenAsync(reference);
        await desk.OpenTalkAsync();
        await desk.ReplyAsync("What would help you most?");

        await using var second = await house.VisitAsync(options => options.JavaScriptEnabled = false);
        await second.Page.GotoAsync("/chat/return");
        await second.Page.Locator("input[name=code]").FillAsync(code);
        await second.Page.Locator("main form button").First.ClickAsync();
        await Assertions.Expect(second.Page.Locator("#talk > .staff")).ToContainTextAsync("What would help you most?");
        await second.Chat.SayAsync("A new lock, please.");

        await Assertions.Expect(desk.Lines.Last).ToContainTextAsync("A new lock, please.");
        Assert.DoesNotContain(ChatPage.Told[0], await second.Page.ContentAsync(), StringComparison.Ordinal);
    }

    // Without a script nothing comes by itself: whoever waits loads the page again.
    private static async Task LookUntilAsync(IPage page, string address, string words)
    {
        for (var look = 0; look < 50 && await page.Locator("main").GetByText(words).CountAsync() == 0; look++)
            await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("main").GetByText(words)).ToHaveCountAsync(1);
    }
}
