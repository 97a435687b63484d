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
    public async Task Comes_from_signing_in_to_the_next_case_in_two_keys_and_does_everything_there()
    {
        await using (var resident = await house.VisitAsync())
            await (await resident.Chat.BeginAsync()).ReportAsync();
        await using var visit = await house.ColleagueAsync("Kit Keys", "Caseworker");
        var (page, keys) = (visit.Page, new Keys(visit.Page));
        var first = await page.Locator("#queue-lines a.open").First.GetAttributeAsync("href");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{first}");

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
