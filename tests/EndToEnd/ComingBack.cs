using Microsoft.Playwright;
using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>Leaving with a return code and coming back with it in another browser.</summary>
[Collection(House.Shared)]
public sealed class ComingBack(House house)
{
    [Fact]
    public async Task Opens_the_draft_hides_what_was_said_and_ends_the_session_before()
    {
        await using var first = await house.VisitAsync();
        var chat = await first.Chat.BeginAsync();
        await chat.TellUpToAsync("where-and-when");
        await chat.PressAsync("Leave and come back later");
        var code = await chat.ReturnCode.InnerTextAsync();

        await using var second = await house.VisitAsync();
        await EnterAsync(second.Page, code);

        await Assertions.Expect(second.Page.GetByText("What was said before is hidden.")).ToBeVisibleAsync();
        Assert.DoesNotContain(ChatPage.Told[1], await second.Page.ContentAsync(), StringComparison.Ordinal);
        await second.Page.GetByRole(AriaRole.Link, new() { Name = "Show what was said earlier" }).ClickAsync();
        await Assertions.Expect(second.Page.Locator("#talk")).ToContainTextAsync(ChatPage.Told[1]);
        await first.Page.GotoAsync("/chat");
        Assert.DoesNotContain(ChatPage.Told[1], await first.Page.ContentAsync(), StringComparison.Ordinal);
        await second.Chat.ReportAsync();
        await using var staff = await house.AdministratorAsync();
        var desk = new StaffDesk(staff.Page);
        await desk.OpenAsync(await second.Chat.Reference.InnerTextAsync());
        var shown = await desk.ShowWordsAsync();
        Assert.All(ChatPage.Told, words => Assert.Contains(words, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_sending_opens_how_far_it_is_and_never_what_was_told()
    {
        await using var first = await house.VisitAsync();
        var chat = await first.Chat.BeginAsync();
        await chat.ReportAsync();
        var (code, reference) = (await chat.ReturnCode.InnerTextAsync(), await chat.Reference.InnerTextAsync());

        await using var second = await house.VisitAsync();
        await EnterAsync(second.Page, code);

        await Assertions.Expect(second.Page.Locator("#talk")).ToContainTextAsync(reference);
        foreach (var address in new[] { "/chat", "/chat?earlier=1", "/chat/after?sequence=0" })
        {
            await second.Page.GotoAsync(address);
            var shown = await second.Page.ContentAsync();
            Assert.All(ChatPage.Told, words => Assert.DoesNotContain(words, shown, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task With_a_wrong_code_says_so_and_opens_nothing()
    {
        await using var visit = await house.VisitAsync();

        await EnterAsync(visit.Page, "0000-0000-0000-0000");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That code does not open anything.");
        Assert.Empty(await visit.CookiesAsync());
    }

    private static async Task EnterAsync(IPage page, string code)
    {
        await page.GotoAsync("/chat/return");
        await page.GetByLabel("Return code").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }
}
