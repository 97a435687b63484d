using Microsoft.Playwright;
using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>What browsers and hurried hands do to a page that posts forms.</summary>
[Collection(House.Shared)]
public sealed class TheChatPage(House house)
{
    [Fact]
    public async Task Shows_in_one_tab_what_was_said_in_the_other()
    {
        await using var visit = await house.VisitAsync();
        var one = await visit.Chat.BeginAsync();
        await one.TellUpToAsync("account");
        var other = new ChatPage(await visit.AnotherTabAsync());
        await other.Said.Page.GotoAsync("/chat");

        await one.SayAsync("Told in the first tab.");
        await other.SayAsync("Told in the second tab.");
        await one.SayAsync("And once more in the first.");

        foreach (var tab in new[] { one, other })
            await Assertions.Expect(tab.Said.Locator("p").Filter(new() { HasText = "Told in the" })).ToHaveTextAsync(["Told in the first tab.", "Told in the second tab."]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Makes_one_turn_of_a_double_click(bool scripts)
    {
        await using var visit = await house.VisitAsync(options => options.JavaScriptEnabled = scripts);
        var chat = await visit.Chat.BeginAsync();

        await chat.TurnAsync(() => chat.Choice("No one is in danger").DblClickAsync());
        await visit.Page.GotoAsync("/chat");

        Assert.Equal("account", await chat.AskedAsync());
        await Assertions.Expect(visit.Page.Locator("#talk > .you")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Keeps_everything_over_a_reload_and_what_is_half_typed_as_well()
    {
        await using var visit = await house.VisitAsync();
        var chat = await visit.Chat.BeginAsync();
        await chat.TellUpToAsync("where-and-when");
        await chat.Box.PressSequentiallyAsync("outside my fl");

        await visit.Page.ReloadAsync();

        await Assertions.Expect(chat.Box).ToHaveValueAsync("outside my fl");
        await Assertions.Expect(visit.Page.Locator("#talk")).ToContainTextAsync(ChatPage.Told[1]);
        Assert.Equal("where-and-when", await chat.AskedAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Asks_before_an_old_questions_button_changes_an_answer(bool scripts)
    {
        await using var visit = await house.VisitAsync(options => options.JavaScriptEnabled = scripts);
        var chat = await visit.Chat.BeginAsync();
        await chat.TellUpToAsync("role");
        var tab = await visit.AnotherTabAsync();
        await tab.RouteAsync("**/chat/events", events => events.AbortAsync());
        await tab.GotoAsync("/chat");
        var old = new ChatPage(tab);
        await chat.PressAsync("It happened to me");

        await old.PressAsync("I saw it happen to someone else");

        Assert.Equal("confirm-change", await old.AskedAsync());
        await Assertions.Expect(old.Said.Last).ToContainTextAsync("You answered this before.");
    }

    [Fact]
    public async Task Goes_on_from_where_the_conversation_is_after_the_back_button()
    {
        await using var visit = await house.VisitAsync(options => options.JavaScriptEnabled = false);
        var chat = await visit.Chat.BeginAsync();
        await chat.TellUpToAsync("role");

        await visit.Page.GoBackAsync();
        await visit.Page.GotoAsync("/chat");

        Assert.Equal("role", await chat.AskedAsync());
        await Assertions.Expect(visit.Page.Locator("#talk")).ToContainTextAsync(ChatPage.Told[1]);
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)><b>bold</b>")]
    [InlineData("قال لي ارجع إلى بلدك")]
    [InlineData("😡😡😡")]
    public async Task Shows_what_was_typed_as_words_only(string text)
    {
        await using var visit = await house.VisitAsync();
        visit.Page.Dialog += (_, _) => Assert.Fail("A script ran.");
        var chat = await visit.Chat.BeginAsync();
        await chat.TellUpToAsync("account");

        await chat.SayAsync(text);

        await Assertions.Expect(visit.Page.Locator("#talk > .you > p").Last).ToHaveTextAsync(text);
    }

    [Fact]
    public async Task Sends_what_was_written_by_itself_when_the_service_is_back()
    {
        await using var visit = await house.VisitAsync();
        var chat = await visit.Chat.BeginAsync();
        await chat.TellUpToAsync("account");
        await house.Service.KillAsync();

        await chat.Box.FillAsync("Written while nobody answered.");
        await chat.Send.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#offline")).ToContainTextAsync("What you wrote is kept here.");
        await chat.TurnAsync(() => house.Service.StartAsync());

        await Assertions.Expect(visit.Page.Locator("#talk > .you").Filter(new() { HasText = "Written while nobody answered." })).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refuses_a_file_of_200_megabytes_and_goes_on(bool scripts)
    {
        var film = Path.Combine(house.Service.Temporary, "film.mp4");
        await using (var sparse = File.Create(film))
            sparse.SetLength(200 * 1024 * 1024);
        await using var visit = await house.VisitAsync(options => options.JavaScriptEnabled = scripts);
        var chat = await visit.Chat.BeginAsync();
        await chat.TellUpToAsync("account");

        await visit.Page.Locator("#add summary").ClickAsync();
        await visit.Page.Locator("#file").SetInputFilesAsync(film);
        if (!scripts)
            await chat.Send.ClickAsync(new() { Timeout = 120_000 });

        await Assertions.Expect(chat.Notice).ToContainTextAsync("larger than we can take", new() { Timeout = 60_000 });
        await visit.Page.GotoAsync("/chat");
        await chat.SayAsync("I can go on.");
    }

    [Fact]
    public async Task Sets_one_cookie_and_only_when_something_was_said()
    {
        await using var visit = await house.VisitAsync();
        var chat = await visit.Chat.BeginAsync();
        Assert.Empty(await visit.CookiesAsync());

        await chat.PressAsync("No one is in danger");

        var cookie = Assert.Single(await visit.CookiesAsync());
        Assert.True(cookie is { HttpOnly: true, SameSite: SameSiteAttribute.Strict, Expires: -1 });
    }

    [Fact]
    public async Task Weighs_at_most_60_kilobytes_and_asks_the_first_question_in_its_first_response()
    {
        await using var visit = await house.VisitAsync();
        var weighed = new List<Task<RequestSizesResult>>();
        visit.Page.RequestFinished += (_, request) => weighed.Add(request.SizesAsync());

        var response = await visit.Page.GotoAsync("/chat", new() { WaitUntil = WaitUntilState.NetworkIdle });

        var first = await response!.TextAsync();
        Assert.Contains("999", first, StringComparison.Ordinal);
        Assert.Contains("is anyone in danger right now?", first, StringComparison.Ordinal);
        var bytes = (await Task.WhenAll(weighed)).Sum(sizes => sizes.ResponseBodySize + sizes.ResponseHeadersSize);
        Assert.InRange(bytes, 10_000, 60 * 1024);
    }
}
