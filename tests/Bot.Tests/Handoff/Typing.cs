using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Tests.Site;

namespace ReportBot.Bot.Tests.Handoff;

/// <summary>Each side sees that the other is typing, and whom with.</summary>
public sealed class Typing : IAsyncLifetime, IDisposable
{
    private readonly TalkUnderTest _talk = new();

    public Task InitializeAsync() => _talk.InitializeAsync();

    public Task DisposeAsync() => _talk.DisposeAsync();

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task The_person_sees_who_types_and_only_while_they_are_in_the_conversation()
    {
        var full = await _talk.CaseAsync();
        var staff = (await _talk.Console.SignInAsync("Amira Khan")).Browser;
        await staff.OpenAsync($"/staff/cases/{full.Id:N}/talk");
        using var stream = await WatchAsync("/chat/events", "conversation=" + Cookie());
        Assert.Equal("event: nudge", await NextAsync(stream));

        await TypeAsync(staff);
        await staff.PressAsync("Join the conversation");
        await _talk.WorkedAsync(full);
        await staff.OpenAsync($"/staff/cases/{full.Id:N}/talk");
        await TypeAsync(staff);

        string? said;
        do
            said = await NextAsync(stream);
        while (said == "event: nudge");
        Assert.Equal("event: typing", said);
    }

    [Fact]
    public async Task Staff_see_that_the_person_types_and_are_nudged_when_they_write()
    {
        var full = await _talk.CaseAsync();
        var staff = (await _talk.Console.SignInAsync("Amira Khan")).Browser;
        using var stream = await WatchAsync(
            $"/staff/cases/{full.Id:N}/talk/events?report={full.First.Id:N}", string.Join("; ", staff.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        Assert.Equal("event: nudge", await NextAsync(stream));
        var resident = new ChatBrowser(_talk.Console.Client()) { Cookie = Cookie() };

        using var typed = await resident.PostAsync("/chat/typing", new FormUrlEncodedContent([]));
        var first = await NextAsync(stream);
        await _talk.SayAsync("One more thing.");

        Assert.Equal(("event: typing", "event: nudge"), (first, await NextAsync(stream)));
    }

    private static async Task TypeAsync(Staff.StaffBrowser staff)
    {
        var request = staff.Post("Send");
        request.RequestUri = new Uri(request.RequestUri!.ToString().Replace("handler=Reply", "handler=Typing", StringComparison.Ordinal), UriKind.Relative);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await staff.SendAsync(request)).StatusCode);
    }

    private static async Task<string?> NextAsync(StreamReader stream)
    {
        var name = await stream.ReadLineAsync();
        await stream.ReadLineAsync();
        await stream.ReadLineAsync();
        return name;
    }

    private string Cookie()
    {
        var context = new DefaultHttpContext();
        _talk.Console.Services.GetRequiredService<ChatCookie>().Write(context, new ChatSession(TalkUnderTest.Thread, 1));
        var set = context.Response.Headers.SetCookie.ToString();
        return set["conversation=".Length..set.IndexOf(';', StringComparison.Ordinal)];
    }

    private async Task<StreamReader> WatchAsync(string address, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);
        var response = await _talk.Console.Client().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new StreamReader(await response.Content.ReadAsStreamAsync());
    }
}
