using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>What holds on every page: nothing for axe to find, light and dark, and nothing to scroll sideways for at 320 pixels.</summary>
[Collection(House.Shared)]
public sealed class EveryPage(House house)
{
    private static readonly string[] Public =
        ["/", "/before-you-start", "/help-now", "/privacy", "/accessibility", "/chat", "/chat/return", "/chat/closed", "/about-you", "/about-you/thanks", "/no-such-page", "/staff/sign-in", "/staff/set-up/none"];

    public static TheoryData<ColorScheme> Schemes => new(ColorScheme.Light, ColorScheme.Dark);

    [Theory, MemberData(nameof(Schemes))]
    public async Task For_the_public_can_be_used_by_everybody(ColorScheme scheme)
    {
        await using var visit = await NarrowAsync(scheme);
        foreach (var address in Public)
        {
            await visit.Page.GotoAsync(address);
            await CheckAsync(visit.Page, address);
        }
    }

    [Theory, MemberData(nameof(Schemes))]
    public async Task Of_the_conversation_can_be_used_by_everybody(ColorScheme scheme)
    {
        await using var visit = await NarrowAsync(scheme);
        var chat = await visit.Chat.BeginAsync();
        foreach (var stage in new[] { "account", "perception", "check-answers" })
        {
            await chat.TellUpToAsync(stage);
            await CheckAsync(visit.Page, stage);
        }

        await chat.ReportAsync();
        await CheckAsync(visit.Page, "sent");
        await visit.Page.GotoAsync("/about-you");
        await Assertions.Expect(visit.Page.Locator("select")).ToHaveCountAsync(8);
        await CheckAsync(visit.Page, "about you");
    }

    [Theory, MemberData(nameof(Schemes))]
    public async Task For_staff_can_be_used_by_everybody(ColorScheme scheme)
    {
        await using (var resident = await house.VisitAsync())
            await (await resident.Chat.BeginAsync()).ReportAsync();
        await using var visit = await house.AdministratorAsync(options => Narrow(options, scheme));
        await visit.Page.GotoAsync("/staff");
        await CheckAsync(visit.Page, "queue");
        await visit.Page.GotoAsync("/staff?show=waiting&who=nobody&missed=true&up=true&risk=High");
        await CheckAsync(visit.Page, "queue narrowed to nothing");
        await visit.Page.GotoAsync("/staff");
        await visit.Page.Locator("#queue-lines a.open").First.ClickAsync();
        await CheckAsync(visit.Page, "case");
        await new StaffDesk(visit.Page).WriteTaskAsync("Ring the housing officer about the lock on the back door");
        await new StaffDesk(visit.Page).OpenEveryFormAsync();
        await CheckAsync(visit.Page, "case with every form open");
        await visit.Page.GotoAsync("/staff/tasks?show=nobody");
        await CheckAsync(visit.Page, "tasks");
        await visit.Page.Locator("ol.tasks a.open").First.ClickAsync();
        await new StaffDesk(visit.Page).ShowWordsAsync();
        await CheckAsync(visit.Page, "case with words");
        await new StaffDesk(visit.Page).OpenTalkAsync();
        await CheckAsync(visit.Page, "conversation");
        await visit.Page.GotoAsync(new Uri(visit.Page.Url).AbsolutePath.Replace("/talk", "/call", StringComparison.Ordinal));
        await CheckAsync(visit.Page, "card for a call");
        await visit.Page.GotoAsync(new Uri(visit.Page.Url).AbsolutePath.Replace("/call", "/evidence", StringComparison.Ordinal));
        await CheckAsync(visit.Page, "evidence to add");
        await visit.Page.GotoAsync("/staff/report");
        await CheckAsync(visit.Page, "report to enter");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add files" }).ClickAsync();
        await CheckAsync(visit.Page, "files of a report");
        await visit.Page.GotoAsync("/staff/rota");
        await CheckAsync(visit.Page, "rota");
        await visit.Page.GotoAsync("/staff/account");
        await CheckAsync(visit.Page, "account");
    }

    [Theory, MemberData(nameof(Schemes))]
    public async Task Of_a_case_as_it_ends_can_be_used_by_everybody(ColorScheme scheme)
    {
        string reference;
        await using (var resident = await house.VisitAsync())
        {
            await (await resident.Chat.BeginAsync()).ReportAsync();
            reference = await resident.Chat.Reference.InnerTextAsync();
        }

        await using var visit = await house.AdministratorAsync(options => Narrow(options, scheme));
        var desk = new StaffDesk(visit.Page);
        await desk.OpenAsync(reference);
        var address = new Uri(visit.Page.Url).AbsolutePath;
        await desk.ClaimAsync();
        await desk.OpenTalkAsync();
        await desk.JoinAsync();
        await desk.StepOutAsync();
        await CheckAsync(visit.Page, "conversation that ended");
        await visit.Page.GotoAsync(address);
        await desk.OpenEveryFormAsync();
        await Assertions.Expect(visit.Page.Locator("#close .blocks")).ToBeVisibleAsync();
        await CheckAsync(visit.Page, "case whose closing is blocked");
        await desk.RecordContactAsync("They are safe.");
        await desk.RecordViewAsync("Satisfied", "It helped.");
        await desk.CloseAsync("NotHate", "It was the bins.");
        await desk.OpenEveryFormAsync();
        await CheckAsync(visit.Page, "case that waits for a second person");
        await desk.CloseAsync("Resolved", "They agree.");
        await desk.OpenEveryFormAsync();
        await CheckAsync(visit.Page, "closed case");
    }

    [Theory, MemberData(nameof(Schemes))]
    public async Task Of_the_queue_shows_the_first_case_without_scrolling_and_unfolds_the_filters(ColorScheme scheme)
    {
        await using (var resident = await house.VisitAsync())
            await (await resident.Chat.BeginAsync()).ReportAsync();
        await using var visit = await house.AdministratorAsync(options =>
        {
            Narrow(options, scheme);
            options.ViewportSize = new() { Width = 320, Height = 568 };
        });
        await visit.Page.GotoAsync("/staff");
        var (filters, first) = (visit.Page.Locator("#filters"), visit.Page.Locator("#queue-lines a.open").First);
        await Assertions.Expect(filters).Not.ToBeVisibleAsync();
        await Assertions.Expect(first).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => Math.round(scrollY)"));

        await visit.Page.Locator("summary", new() { HasTextString = "Filters: none in use" }).PressAsync("Enter");

        await Assertions.Expect(filters).ToBeVisibleAsync();
        await CheckAsync(visit.Page, "queue with its filters");
        await visit.Page.SetViewportSizeAsync(1440, 900);
        await visit.Page.GotoAsync("/staff");
        await Assertions.Expect(filters).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Filters: none in use")).Not.ToBeVisibleAsync();
        await visit.Page.Locator("#risk").FocusAsync();
        await Assertions.Expect(visit.Page.Locator("#risk")).ToBeFocusedAsync();
        await CheckAsync(visit.Page, "wide queue");
    }

    private Task<Visit> NarrowAsync(ColorScheme scheme) => house.VisitAsync(options => Narrow(options, scheme));

    private static void Narrow(BrowserNewContextOptions options, ColorScheme scheme)
    {
        options.ColorScheme = scheme;
        options.ReducedMotion = ReducedMotion.Reduce;
        options.ViewportSize = new() { Width = 320, Height = 640 };
    }

    /// <summary>Holds the open page to both.</summary>
    internal static async Task CheckAsync(IPage page, string where)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        var found = await page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            $"{where}: {string.Join("; ", found.Violations.Select(broken => $"{broken.Id}: {string.Join(" | ", broken.Nodes.Select(node => node.Html))}"))}");
        // What sticks out is named, but for what stands in a part that scrolls by itself.
        var wide = await page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.body.querySelectorAll("*")]
                .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5 && !one.closest(".wide"))
                .map(one => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect().right)}`)
            """);
        Assert.True(wide.Length == 0, $"{where} scrolls sideways at 320 pixels: {string.Join("; ", wide)}");
    }
}
