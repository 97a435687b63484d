using System.Net;
using System.Text;

namespace ReportBot.Bot.Tests.Site;

public sealed class HostileInput(ServiceUnderTest service) : IClassFixture<ServiceUnderTest>
{
    public static TheoryData<string> Messages => new(
        new string('a', 20_000),
        string.Concat(Enumerable.Repeat("😀", 20_000)),
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "قال لي ارجع إلى بلدك \u202Eالليلة\u202C",
        "</p></li></ol><script>alert(1)</script><img src=x onerror=alert(1)>",
        "&lt;b&gt; \" ' ` &amp;",
        "one\n\n\n\ttwo",
        "yes and no",
        "'; DROP TABLE turn; --",
        "{{constructor.constructor('alert(1)')()}} ${7*7} %00");

    [Theory, MemberData(nameof(Messages))]
    public async Task Is_read_back_whole_and_as_nothing_but_text(string text)
    {
        var browser = await TellingAsync();

        await browser.SayAsync(text);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var own = browser.Page.QuerySelectorAll("#talk > .you")[^1];
        Assert.Equal(text, own.QuerySelector("p")!.TextContent);
        Assert.Equal("auto", own.QuerySelector("p")!.GetAttribute("dir"));
        Assert.Empty(own.QuerySelectorAll("script, img, b"));
    }

    [Fact]
    public async Task Loses_only_its_control_characters()
    {
        var browser = await TellingAsync();

        await browser.SayAsync("a\0b\u0001c\u001Bd\u0085e\tf\ng");

        Assert.Contains("abcde\tf\ng", browser.Said);
    }

    [Fact]
    public async Task Is_refused_and_stays_in_the_box_when_it_is_too_long()
    {
        var browser = await TellingAsync();
        var text = new string('b', 20_001);

        await browser.SayAsync(text);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, browser.Status);
        Assert.Equal(text, browser.Box);
        Assert.Contains("more than 20,000 characters", browser.Notice, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("a[href='tel:999']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("\0\u0002")]
    public async Task Is_asked_for_again_gently_when_it_is_empty(string text)
    {
        var browser = await TellingAsync();
        var before = browser.Said;

        await browser.SayAsync(text);

        Assert.StartsWith("Nothing came through.", browser.Notice, StringComparison.Ordinal);
        Assert.Equal(before, browser.Said);
    }

    [Fact]
    public async Task Is_held_back_after_sixty_in_a_minute_and_goes_on_in_the_next()
    {
        var browser = await TellingAsync();
        var sent = 2;
        while (browser.Status == HttpStatusCode.OK)
            await browser.SayAsync($"message {++sent}");

        Assert.Equal(62, sent);
        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        Assert.Equal("message 62", browser.Box);
        service.Clock.Now += TimeSpan.FromMinutes(1);
        await browser.SayAsync(browser.Box);
        for (var number = 3; number <= 62; number++)
            Assert.Contains($"message {number}", browser.Said);
    }

    [Theory]
    [InlineData("multipart/form-data", "nothing")]
    [InlineData("multipart/form-data; boundary=x", "no parts")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nnever ended")]
    [InlineData("application/json", "{\"text\":\"hello\"}")]
    [InlineData("application/x-www-form-urlencoded", "%%%=%zz&&&==&after=-1&turn=<>&choice=")]
    [InlineData("text/plain", "")]
    public async Task Gets_a_clear_answer_when_it_is_no_form_of_ours(string contentType, string body)
    {
        var browser = await TellingAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await browser.PostAsync("/chat", content);
        await browser.FollowAsync(response);

        Assert.InRange((int)browser.Status, 400, 499);
        Assert.NotEmpty(browser.Notice);
        Assert.DoesNotContain("Exception", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_told_to_a_script_as_a_reason_only()
    {
        var browser = await TellingAsync();

        using var response = await browser.PostAsync(browser.Fields(new string('c', 20_001)), script: true);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.StartsWith("<p class=\"notice\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account", "!no-such-way")]
    [InlineData("account", "<b>")]
    [InlineData("account", "!change:no-such-question")]
    [InlineData("account", "!change:--")]
    [InlineData("account", "!change:")]
    [InlineData("account", "!")]
    [InlineData("-", "safe")]
    [InlineData("a--b", "safe")]
    [InlineData("perception", "race")]
    [InlineData("check-answers", "send")]
    public async Task Is_answered_when_what_was_pressed_is_made_up(string question, string choice)
    {
        var browser = await TellingAsync();
        var fields = browser.Fields("", choice).Where(field => field.Key != "question").Append(new("question", question));

        using var response = await browser.PostAsync(fields);
        await browser.FollowAsync(response);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.NotEmpty(browser.Page.QuerySelectorAll("#talk > .them"));
    }

    private async Task<ChatBrowser> TellingAsync()
    {
        var browser = await new ChatBrowser(service.Client()).OpenAsync();
        return await browser.PressAsync("No one is in danger");
    }

    [Theory]
    [InlineData("/chat/return", "application/x-www-form-urlencoded", "code=%00")]
    [InlineData("/chat/return", "application/x-www-form-urlencoded", "code=\uFFFDa%00b&x=%FF")]
    [InlineData("/chat/return", "application/json", "{}")]
    [InlineData("/chat/return", "multipart/form-data; boundary=x", "--x\r\nnever ended")]
    [InlineData("/about-you", "application/x-www-form-urlencoded", "ticket=%00&age=%00")]
    [InlineData("/about-you", "application/json", "{}")]
    [InlineData("/about-you", "multipart/form-data; boundary=x", "--x\r\nnever ended")]
    public async Task To_the_other_forms_gets_the_page_and_a_reason(string address, string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        var browser = new ChatBrowser(service.Client());

        using var response = await browser.PostAsync(address, content);
        await browser.FollowAsync(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.NotEmpty(browser.Page.QuerySelector("[role=alert]")!.TextContent);
    }
}
