using Microsoft.Playwright;
using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>"Exit this page": somebody comes into the room.</summary>
[Collection(House.Shared)]
public sealed class Leaving(House house)
{
    [Theory]
    [InlineData("link")]
    [InlineData("keys")]
    [InlineData("link without script")]
    public async Task Leaves_at_once_and_leaves_nothing_behind(string way)
    {
        await using var visit = await house.VisitAsync(options => options.JavaScriptEnabled = way != "link without script");
        visit.Leaves = true;
        var chat = await visit.Chat.BeginAsync();
        await chat.TellUpToAsync("where-and-when");
        await chat.Box.PressSequentiallyAsync("half a sent");

        if (way == "keys")
            for (var press = 0; press < 3; press++)
                await visit.Page.Keyboard.PressAsync("Shift");
        else
            await visit.Page.Locator("a.exit").ClickAsync();
        await visit.Page.WaitForURLAsync(house.Service.Elsewhere);

        Assert.Empty(await visit.CookiesAsync());
        await visit.Page.GoBackAsync();
        var shown = await visit.Page.ContentAsync();
        Assert.DoesNotContain(ChatPage.Told[1], shown, StringComparison.Ordinal);
        Assert.DoesNotContain("half a sent", shown, StringComparison.Ordinal);
        await visit.Page.GotoAsync("/chat");
        Assert.DoesNotContain(ChatPage.Told[1], await visit.Page.ContentAsync(), StringComparison.Ordinal);
        var stored = await visit.Page.EvaluateAsync<string>("() => JSON.stringify({ ...sessionStorage, ...localStorage })");
        Assert.DoesNotContain("half", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_the_session_for_any_copy_of_its_cookie()
    {
        await using var visit = await house.VisitAsync();
        visit.Leaves = true;
        var chat = await visit.Chat.BeginAsync();
        await chat.TellUpToAsync("where-and-when");
        var cookie = Assert.Single(await visit.CookiesAsync());

        await visit.Page.Locator("a.exit").ClickAsync();
        await visit.Page.WaitForURLAsync(house.Service.Elsewhere);

        using var copy = new PlainBrowser(house.Service) { Cookie = cookie.Value };
        await copy.OpenAsync();
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, copy.Status);
    }

    [Fact]
    public async Task Is_explained_before_the_first_question()
    {
        await using var visit = await house.VisitAsync();
        await visit.Page.GotoAsync("/");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Tell us what happened" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Your browser still keeps a list of the pages you went to.");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Shift key three times");
    }
}
