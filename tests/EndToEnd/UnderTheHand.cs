using Microsoft.Playwright;
using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>What comes in by itself takes nothing away from under somebody's hand: no row from under the mouse, no words from the box.</summary>
[Collection(House.Shared)]
public sealed class UnderTheHand(House house)
{
    [Fact]
    public async Task A_row_stays_under_the_mouse_until_it_has_left()
    {
        await using var first = await house.VisitAsync();
        await (await first.Chat.BeginAsync()).ReportAsync();
        await using var staff = await house.AdministratorAsync();
        await staff.Page.GotoAsync("/staff");
        var rows = staff.Page.Locator("#queue-lines > li");
        var before = await staff.Page.Locator("#queue-lines a.open").AllInnerTextsAsync();
        await rows.First.HoverAsync();

        await using var second = await house.VisitAsync();
        var chat = await second.Chat.BeginAsync();
        await chat.ReportAsync();
        var reference = await chat.Reference.InnerTextAsync();
        await Assertions.Expect(staff.Page.Locator("#fresher")).ToBeVisibleAsync();
        var held = await staff.Page.Locator("#queue-lines a.open").AllInnerTextsAsync();
        await staff.Page.Mouse.MoveAsync(1, 1);

        Assert.Equal(before, held);
        await Assertions.Expect(staff.Page.Locator("#queue-lines a.open").Filter(new() { HasText = reference })).ToHaveCountAsync(1);
        await Assertions.Expect(staff.Page.Locator("#fresher")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_reply_that_is_being_written_outlives_the_sign_in()
    {
        await using var resident = await house.VisitAsync();
        var chat = await resident.Chat.BeginAsync();
        await chat.ReportAsync();
        var reference = await chat.Reference.InnerTextAsync();
        await using var staff = await house.ColleagueAsync("Maya Osei", "Caseworker");
        var desk = new StaffDesk(staff.Page);
        await desk.OpenAsync(reference);
        await desk.OpenTalkAsync();
        await desk.ReplyBox.FillAsync("I can call you on Thursday.");

        await staff.Page.Context.ClearCookiesAsync();
        await chat.SayAsync("Are you there?");
        await Assertions.Expect(staff.Page.Locator("#gone")).ToBeVisibleAsync();
        await Assertions.Expect(desk.ReplyBox).ToHaveValueAsync("I can call you on Thursday.");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();

        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
        await Assertions.Expect(staff.Page.GetByLabel("What you typed")).ToHaveValueAsync("I can call you on Thursday.");
        await EveryPage.CheckAsync(staff.Page, "signed out with words typed");
    }

    [Fact]
    public async Task A_form_that_leaves_the_page_where_it_is_can_be_pressed_again()
    {
        await using var resident = await house.VisitAsync();
        var chat = await resident.Chat.BeginAsync();
        await chat.ReportAsync();
        var reference = await chat.Reference.InnerTextAsync();
        await using var staff = await house.AdministratorAsync();
        var desk = new StaffDesk(staff.Page);
        await desk.OpenAsync(reference);
        await desk.ShowWordsAsync();
        var save = staff.Page.GetByRole(AriaRole.Button, new() { Name = "Save the copy to share" });

        await staff.Page.RunAndWaitForDownloadAsync(() => save.ClickAsync());
        var again = await staff.Page.RunAndWaitForDownloadAsync(() => save.ClickAsync());

        Assert.NotEmpty(again.SuggestedFilename);
    }
}
