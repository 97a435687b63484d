using System.Net;

namespace ReportBot.Bot.Tests.Site;

public sealed class Nudges(ServiceUnderTest service) : IClassFixture<ServiceUnderTest>
{
    [Fact]
    public async Task Tell_an_open_page_how_far_the_conversation_is_and_nothing_of_what_was_said()
    {
        var browser = await TellingAsync();
        using var stream = await WatchAsync(browser);
        var first = await NextAsync(stream);

        await browser.SayAsync("He spat at my door.");
        var second = await NextAsync(stream);

        Assert.Equal(("event: nudge", "data: 1"), first);
        Assert.Equal(("event: nudge", "data: 2"), second);
    }

    [Fact]
    public async Task Tell_a_page_whose_session_has_ended_that_it_is_closed()
    {
        var browser = await TellingAsync();
        await browser.SubmitAsync("", "!return-code");
        var code = browser.Page.QuerySelector("[data-code]")!.GetAttribute("data-code")!;
        using var stream = await WatchAsync(browser);
        await NextAsync(stream);

        var other = new ChatBrowser(service.Client());
        using var opened = await other.PostAsync("/chat/return", new FormUrlEncodedContent([new("code", code)]));

        Assert.Equal(("event: closed", "data: 0"), await NextAsync(stream));
        Assert.Null(await stream.ReadLineAsync());
    }

    [Fact]
    public async Task Are_not_for_those_who_have_no_conversation()
    {
        var browser = new ChatBrowser(service.Client());

        using var response = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/chat/events"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private static async Task<(string?, string?)> NextAsync(StreamReader stream)
    {
        var said = (await stream.ReadLineAsync(), await stream.ReadLineAsync());
        await stream.ReadLineAsync();
        return said;
    }

    private async Task<StreamReader> WatchAsync(ChatBrowser browser)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/chat/events");
        request.Headers.Add("Cookie", "conversation=" + browser.Cookie);
        var response = await service.Client().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new StreamReader(await response.Content.ReadAsStreamAsync());
    }

    private async Task<ChatBrowser> TellingAsync()
    {
        var browser = await new ChatBrowser(service.Client()).OpenAsync();
        return await browser.PressAsync("No one is in danger");
    }
}
