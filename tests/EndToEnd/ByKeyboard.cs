using Microsoft.Playwright;
using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>A caseworker who uses the keyboard and nothing else.</summary>
[Collection(House.Shared)]
public sealed class ByKeyboard(House house)
{
    // More than any case page has.
    private const int MostTabs = 800;

    [Fact]
    public async Task Comes_from_signing_in_to_the_next_case_in_one_key_and_does_everything_there()
    {
        await using (var resident = await house.VisitAsync())
            await (await resident.Chat.BeginAsync()).ReportAsync();
        await using var visit = await house.ColleagueAsync("Kit Keys", "Caseworker");
        var (page, keys) = (visit.Page, new Keys(visit.Page));
        // The list is live: what is on and what is first are read at one moment.
        var (first, on) = await FirstAndOnAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{on}");

        Assert.Equal(first, on);
        Assert.Empty(await NotReachedAsync(page));
        await page.ReloadAsync();
        await keys.PressAsync("#claim button");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You have this case now.");
        await keys.PressAsync("details:has(#note) > summary");
        await keys.ReachAsync("#note");
        await page.Keyboard.TypeAsync("Written without a mouse.");
        await keys.PressAsync("form:has(#note) button");
        await Assertions.Expect(page.Locator(".history")).ToContainTextAsync("Written without a mouse.");
    }

    private static async Task<(string First, string On)> FirstAndOnAsync(IPage page)
    {
        var links = await page.EvaluateAsync<string[]>("""() => [document.querySelector("#queue-lines a.open"), document.activeElement].map(one => one.getAttribute("href") ?? one.tagName)""");
        return (links[0], links[1]);
    }

    // Walks through the page with Tab, opens with Enter what can be opened, and answers what can be seen and was never come to.
    private static async Task<string[]> NotReachedAsync(IPage page)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = await page.EvaluateAsync<string>("""
                () => {
                    const one = document.activeElement;
                    if (one === document.body || one.dataset.reached && one.matches("a.skip")) return "round";
                    one.dataset.reached = "yes";
                    return one.matches("summary") && !one.parentElement.open ? "closed" : "on";
                }
                """);
            if (at == "round")
                break;
            if (at == "closed")
                await page.Keyboard.PressAsync("Enter");
        }

        return await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("main :is(a[href], button, input:not([type=hidden]), select, textarea, summary)")]
                .filter(one => one.checkVisibility() && !one.matches("[tabindex='-1'], [type=radio]") && !one.dataset.reached)
                .map(one => one.outerHTML.slice(0, 120))
            """);
    }
}
