using System.Net;

namespace ReportBot.Bot.Tests.Site;

public sealed class Leaving(ServiceUnderTest service) : IClassFixture<ServiceUnderTest>
{
    [Fact]
    public async Task Ends_the_session_takes_the_cookie_and_leads_away()
    {
        var browser = await TellingAsync();
        var copy = browser.Cookie;

        using var response = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/exit"));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("https://www.bbc.co.uk/weather", response.Headers.Location?.ToString());
        Assert.Equal("\"cache\", \"cookies\", \"storage\"", response.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Null(browser.Cookie);
        browser.Cookie = copy;
        await browser.OpenAsync();
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Null(browser.Page.GetElementById("talk"));
    }

    [Fact]
    public async Task Leads_away_without_a_conversation_too()
    {
        var browser = new ChatBrowser(service.Client());

        using var response = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/exit"));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
    }

    [Fact]
    public async Task Of_an_older_session_does_not_end_the_one_that_is_open_now()
    {
        var old = await TellingAsync();
        var code = await CodeAsync(old);
        var now = await ReturnAsync(code);

        using var response = await old.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/exit"));
        await now.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, now.Status);
    }

    [Theory]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Is_not_done_by_a_guess_of_the_browser_nor_by_another_site(string header, string value)
    {
        var browser = await TellingAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/exit");
        request.Headers.Add(header, value);

        using var response = await browser.SendAsync(request);
        await browser.OpenAsync();

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task And_coming_back_hides_what_was_said_until_it_is_asked_for()
    {
        var before = await TellingAsync();
        await before.SayAsync("He spat at my door.");
        var code = await CodeAsync(before);

        var back = await ReturnAsync(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.DoesNotContain("He spat", back.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.NotEmpty(back.Page.QuerySelectorAll("#talk > .them"));
        using var newer = await back.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/chat/after?sequence=0"));
        Assert.DoesNotContain("He spat", await newer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await back.OpenAsync("/chat?earlier=1");

        Assert.Contains("He spat at my door.", back.Said);
    }

    [Fact]
    public async Task And_coming_back_ends_the_sessions_before()
    {
        var before = await TellingAsync();
        var code = await CodeAsync(before);

        await ReturnAsync(code);
        using var response = await before.PostAsync(before.Fields("still here?"), script: true);
        await before.OpenAsync();

        Assert.Equal("/chat/closed", response.Headers.GetValues("HX-Redirect").Single());
        Assert.Equal(HttpStatusCode.OK, before.Status); // the cookie was taken: a new page
        Assert.Equal(2, before.Said.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a code")]
    [InlineData("0000-0000-0000-0000")]
    [InlineData("<script>")]
    public async Task And_coming_back_with_a_code_that_opens_nothing_says_so(string code)
    {
        var browser = await new ChatBrowser(service.Client()).OpenAsync("/chat/return");

        using var response = await browser.PostAsync("/chat/return", new FormUrlEncodedContent([new("code", code)]));
        await browser.FollowAsync(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("does not open anything", browser.Page.GetElementById("problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(code, browser.Page.GetElementById("code")!.GetAttribute("value"));
        Assert.Null(browser.Cookie);
    }

    [Fact]
    public async Task And_coming_back_after_sending_shows_the_receipt_and_never_the_account()
    {
        var before = await TellingAsync();
        await before.SayAsync("He spat at my door on 3 November.");
        var code = await CodeAsync(before);
        await before.FinishAsync();
        var reference = before.Page.QuerySelector(".paper .code")!.TextContent;

        var back = await ReturnAsync(code);
        await back.OpenAsync("/chat?earlier=1");

        var html = back.Page.DocumentElement.OuterHtml;
        Assert.Contains(reference, html, StringComparison.Ordinal);
        Assert.DoesNotContain("He spat", html, StringComparison.Ordinal);
        Assert.Null(back.Page.QuerySelector("a[href*=earlier]"));
    }

    [Fact]
    public async Task And_taking_the_code_early_does_not_keep_anyone_from_sending()
    {
        foreach (var account in new[] { "He spat at my door.", "They called me names." })
        {
            var browser = await TellingAsync();
            await browser.SayAsync(account);
            await CodeAsync(browser);

            await browser.FinishAsync();

            Assert.NotNull(browser.Page.QuerySelector(".paper .code"));
        }
    }

    private async Task<ChatBrowser> TellingAsync()
    {
        var browser = await new ChatBrowser(service.Client()).OpenAsync();
        return await browser.PressAsync("No one is in danger");
    }

    private static async Task<string> CodeAsync(ChatBrowser browser)
    {
        await browser.SubmitAsync("", "!return-code");
        return browser.Page.QuerySelectorAll("[data-code]")[^1].GetAttribute("data-code")!;
    }

    private async Task<ChatBrowser> ReturnAsync(string code)
    {
        var browser = await new ChatBrowser(service.Client()).OpenAsync("/chat/return");
        using var response = await browser.PostAsync("/chat/return", new FormUrlEncodedContent([new("code", code)]));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        await browser.FollowAsync(response);
        return browser;
    }
}
