using System.Net;
using ReportBot.Bot.Channels.Website;

namespace ReportBot.Bot.Tests.Site;

public sealed class ChatPage(ServiceUnderTest service) : IClassFixture<ServiceUnderTest>
{
    private const string Safe = "No one is in danger";

    [Fact]
    public async Task Shows_exit_999_and_the_first_question_in_its_first_response()
    {
        var page = (await Browser().OpenAsync()).Page;

        var order = page.QuerySelectorAll("a, p, button, script").ToList();
        Assert.Equal("/exit", order[0].GetAttribute("href"));
        Assert.StartsWith("In danger? Call 999.", order[1].TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#talk > li"));
        Assert.NotEmpty(page.QuerySelectorAll("#asked button[name=choice]"));
        Assert.NotNull(page.QuerySelector("textarea[name=text]"));
        Assert.NotNull(page.QuerySelector("input[type=file][name=file]"));
        Assert.True(order.FindIndex(part => part.LocalName == "button") < order.FindIndex(part => part.LocalName == "script"));
    }

    [Fact]
    public async Task Sets_other_topics_apart_from_the_answers_to_the_first_question()
    {
        var page = (await Browser().OpenAsync()).Page;

        Assert.Equal(["safe", "danger", "cannot-type", "!skip"], page.QuerySelectorAll("#asked button").Select(button => button.GetAttribute("value")));
        Assert.Equal(["!support", "!policy", "!follow-up"], page.QuerySelectorAll("#ways [role=group] button").Select(button => button.GetAttribute("value")));
    }

    [Fact]
    public async Task Puts_the_box_first_and_skip_last_where_an_answer_can_only_be_typed()
    {
        var browser = await (await Browser().OpenAsync()).PressAsync(Safe);
        await browser.SayAsync("He shouted at me.");
        await browser.PressAsync("That's everything");
        await browser.PressAsync("It happened to me");

        Assert.Empty(browser.Page.QuerySelectorAll("#asked button"));
        Assert.Equal("Your answer", browser.Page.QuerySelector("label[for=words]")!.TextContent);
        Assert.Equal("Skip this", browser.Page.QuerySelector("#ways button")!.TextContent);
    }

    [Fact]
    public async Task Says_that_a_report_is_not_sent_yet_when_send_is_pressed_beside_it()
    {
        var browser = await (await Browser().OpenAsync()).PressAsync(Safe);
        await browser.SayAsync("He shouted at me.");
        while (browser.Page.QuerySelector("#asked button[value=send]") is null)
            await browser.SubmitAsync("", browser.Page.QuerySelector("button[value='everything']") is null ? "!skip" : "everything");

        await browser.SayAsync("");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal("Your report is not sent yet. To send it, press \"Send my report\".", browser.Notice);
        Assert.Equal("Anything to add", browser.Page.QuerySelector("label[for=words]")!.TextContent);
    }

    [Fact]
    public async Task Sets_nothing_until_a_message_is_sent()
    {
        var browser = Browser();

        using var seen = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/chat"));

        Assert.False(seen.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-store", seen.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Gives_the_first_message_a_cookie_that_only_our_pages_send_and_no_script_reads()
    {
        var browser = await Browser().OpenAsync();

        using var response = await browser.PostAsync(browser.Fields("", "safe"));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_back_what_was_pressed_in_its_own_words()
    {
        var browser = await (await Browser().OpenAsync()).PressAsync(Safe);

        Assert.Contains(browser.Said, said => said.StartsWith(Safe, StringComparison.Ordinal));
        Assert.Equal("you", browser.Page.QuerySelectorAll("#talk > li")[2].ClassName);
        Assert.NotNull(browser.Page.GetElementById("latest"));
    }

    [Fact]
    public async Task Takes_a_form_that_was_sent_twice_once()
    {
        var browser = await Browser().OpenAsync();
        var fields = browser.Fields("", "safe");

        using var first = await browser.PostAsync(fields);
        browser.Cookie = null; // the double click was faster than the first answer
        using var second = await browser.PostAsync(fields);
        await browser.FollowAsync(second);

        Assert.Single(browser.Page.QuerySelectorAll("#talk > .you"));
    }

    [Fact]
    public async Task Takes_a_form_that_was_changed_and_sent_again_as_two_messages()
    {
        var browser = await (await Browser().OpenAsync()).PressAsync(Safe);
        var marks = browser.Fields("");

        using var first = await browser.PostAsync([.. marks.SkipLast(1), new("text", "They shouted at me.")]);
        using var second = await browser.PostAsync([.. marks.SkipLast(1), new("text", "They shouted at me twice.")]);
        await browser.OpenAsync();

        Assert.Contains("They shouted at me.", browser.Said);
        Assert.Contains("They shouted at me twice.", browser.Said);
    }

    [Fact]
    public async Task Keeps_two_tabs_on_one_conversation()
    {
        var one = await Browser().OpenAsync();
        var other = await Browser().OpenAsync();
        await one.PressAsync(Safe);
        other.Cookie = one.Cookie;

        using var response = await other.PostAsync(other.Fields("It was loud."), script: true);
        var part = await ChatBrowser.PartAsync(response);

        var marks = part.QuerySelectorAll("li[data-m$=you]").Select(item => item.GetAttribute("data-m"));
        Assert.Equal(["1-you", "2-you"], marks);
    }

    [Fact]
    public async Task Answers_a_script_with_the_new_turn_and_what_is_asked_next_only()
    {
        var browser = await Browser().OpenAsync();

        using var response = await browser.PostAsync(browser.Fields("", "safe"), script: true);
        var part = await ChatBrowser.PartAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.All(part.QuerySelectorAll("li"), item => Assert.StartsWith("1-", item.GetAttribute("data-m"), StringComparison.Ordinal));
        var asked = part.GetElementById("asked")!;
        Assert.Equal("true", asked.GetAttribute("hx-swap-oob"));
        Assert.Equal("1", asked.QuerySelector("input[name=after]")!.GetAttribute("value"));
        Assert.Null(asked.QuerySelector("input[name=seed]"));
        Assert.NotEqual(browser.Page.QuerySelector("input[name=turn]")!.GetAttribute("value"), asked.QuerySelector("input[name=turn]")!.GetAttribute("value"));
        Assert.NotNull(part.GetElementById("ways"));
        Assert.Null(part.QuerySelector("header, form, textarea, script"));
    }

    [Fact]
    public async Task Tells_a_script_what_came_after_and_nothing_when_nothing_did()
    {
        var browser = await (await Browser().OpenAsync()).PressAsync(Safe);

        using var newer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/chat/after?sequence=0"));
        using var none = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/chat/after?sequence=1"));

        Assert.Contains("data-m=\"1-you\"", await newer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
    }

    [Fact]
    public async Task Opens_with_the_topic_that_was_asked_for()
    {
        var support = await Browser().OpenAsync("/chat?topic=support");
        var report = await Browser().OpenAsync();
        var unknown = await Browser().OpenAsync("/chat?topic=%3Cscript%3E");

        Assert.NotEqual(report.Said[^1], support.Said[^1]);
        Assert.Equal(report.Said, unknown.Said);

        var first = support.Said;
        using var response = await support.PostAsync(support.Fields("someone to talk to"));
        await support.FollowAsync(response);
        Assert.Equal(first, support.Said.Take(first.Count));
    }

    [Fact]
    public async Task Asks_before_a_second_conversation_is_begun_in_the_same_browser()
    {
        var browser = await (await Browser().OpenAsync()).PressAsync(Safe);
        var before = browser.Cookie;

        await browser.OpenAsync("/chat?start=1");
        Assert.Null(browser.Page.GetElementById("talk"));
        using var response = await browser.PostAsync("/chat/new", new FormUrlEncodedContent([]));
        await browser.FollowAsync(response);

        Assert.Equal(2, browser.Said.Count);
        browser.Cookie = before;
        await browser.OpenAsync();
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    [Fact]
    public async Task Says_so_when_the_browser_kept_no_cookie()
    {
        var browser = await Browser().OpenAsync();
        using var response = await browser.PostAsync(browser.Fields("", "safe"));
        browser.Cookie = null;

        await browser.FollowAsync(response);

        Assert.Contains("did not keep our cookie", browser.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Opens_nothing_for_a_forged_cookie_and_says_so_calmly(string forged)
    {
        var browser = Browser();
        browser.Cookie = forged;

        await browser.OpenAsync();

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Contains("We could not open that conversation", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("a[href='tel:999']"));
        Assert.Null(browser.Cookie);
    }

    [Fact]
    public async Task Takes_no_message_under_a_forged_cookie_and_keeps_the_others_as_they_were()
    {
        var theirs = await (await Browser().OpenAsync()).PressAsync(Safe);
        var browser = await Browser().OpenAsync();
        browser.Cookie = theirs.Cookie![..^6] + "AAAAAA";

        using var response = await browser.PostAsync(browser.Fields("let me in"));
        using var script = await browser.PostAsync(browser.Fields("let me in"), script: true);
        await theirs.OpenAsync();

        Assert.Equal("/chat/closed", response.Headers.Location?.ToString());
        Assert.DoesNotContain("let me in", theirs.Said);
    }

    [Fact]
    public async Task Does_not_open_somebody_elses_thread_for_its_bare_id()
    {
        var theirs = await (await Browser().OpenAsync()).PressAsync(Safe);
        Assert.True(service.Services.GetRequiredService<ChatCookie>().TryRead(RequestWith(theirs.Cookie!), out var session));
        var browser = await Browser().OpenAsync();
        var fields = browser.Fields("let me in").Where(field => field.Key != "seed").Append(new("seed", session.Thread));

        using var response = await browser.PostAsync(fields);
        await browser.FollowAsync(response);
        await theirs.OpenAsync();

        Assert.Contains("We could not open that conversation", browser.Notice, StringComparison.Ordinal);
        Assert.Equal("let me in", browser.Box);
        Assert.DoesNotContain("let me in", theirs.Said);
    }

    [Fact]
    public async Task Keeps_the_words_when_the_page_was_open_for_too_long()
    {
        var browser = await Browser().OpenAsync();
        var fields = browser.Fields("It began in March.");
        service.Clock.Now += ThreadSeed.Lifetime;

        using var late = await browser.PostAsync(fields);
        await browser.FollowAsync(late);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("We could not open that conversation", browser.Notice, StringComparison.Ordinal);
        Assert.Equal("It began in March.", browser.Box);
        await browser.SayAsync(browser.Box);
        Assert.Contains("It began in March.", browser.Said);
    }

    [Fact]
    public async Task Takes_nothing_that_another_sites_page_posts()
    {
        var browser = await (await Browser().OpenAsync()).PressAsync(Safe);
        var request = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new FormUrlEncodedContent(browser.Fields("from elsewhere")) };
        request.Headers.Add("Origin", "https://elsewhere.example");

        using var response = await browser.SendAsync(request);
        await browser.OpenAsync();

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("from elsewhere", browser.Said);
    }

    private static Microsoft.AspNetCore.Http.HttpRequest RequestWith(string cookie)
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        context.Request.Headers.Cookie = "conversation=" + cookie;
        return context.Request;
    }

    private ChatBrowser Browser() => new(service.Client());
}
