using System.Net;
using System.Net.Http.Headers;
using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Bot.Tests.Storage.Evidence;

namespace ReportBot.Bot.Tests.Site;

public sealed class SendingFiles(ServiceUnderTest service) : IClassFixture<ServiceUnderTest>
{
    private static readonly byte[] Photo = Photos.Jpeg.Bytes;

    [Fact]
    public async Task Keeps_them_encrypted_and_tells_what_came()
    {
        var browser = await TellingAsync();

        using var response = await PostAsync(browser, "This is my door.", ("door.jpg", Photo), ("note.pdf", "%PDF-1.4\n%%EOF"u8.ToArray()));
        await browser.FollowAsync(response);

        var own = browser.Page.QuerySelectorAll("#talk > .you")[^1];
        Assert.Equal(["This is my door.", "File: door.jpg", "File: note.pdf"], own.QuerySelectorAll("p").Select(line => line.TextContent));
        var files = await StoredAsync(browser);
        Assert.Equal(["application/pdf", "image/jpeg"], files.Select(file => file.MediaType).Order());
    }

    [Fact]
    public async Task Works_as_the_very_first_message()
    {
        var browser = await new ChatBrowser(service.Client()).OpenAsync();

        using var response = await PostAsync(browser, "", ("door.jpg", Photo));
        await browser.FollowAsync(response);

        Assert.Contains("File: door.jpg", browser.Said);
    }

    [Fact]
    public async Task Takes_what_can_be_taken_and_says_what_was_not()
    {
        var browser = await TellingAsync();

        using var response = await PostAsync(browser, "Two files.", ("holiday.jpg", "MZ\u0090\0 not a photo"u8.ToArray()), ("door.jpg", Photo));
        await browser.FollowAsync(response);

        Assert.Contains("We can take photos, video, sound and PDF files only", browser.Notice, StringComparison.Ordinal);
        Assert.Contains("Two files.\nFile: door.jpg", browser.Said);
    }

    [Theory]
    [InlineData("setup.exe", "MZ\u0090", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("renamed.jpg", "MZ\u0090\0\u0003", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("page.png", "<html><script>alert(1)</script>", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("empty.jpg", "", HttpStatusCode.UnprocessableEntity)]
    public async Task Refuses_what_is_no_photo_video_sound_or_document(string name, string content, HttpStatusCode status)
    {
        var browser = await TellingAsync();
        var before = browser.Said;

        using var response = await PostAsync(browser, "", (name, System.Text.Encoding.Latin1.GetBytes(content)));
        await browser.FollowAsync(response);

        Assert.Equal(status, browser.Status);
        Assert.Contains("not kept", browser.Notice, StringComparison.Ordinal);
        Assert.Equal(before, browser.Said);
        Assert.Empty(await StoredAsync(browser));
    }

    [Fact]
    public async Task Refuses_a_file_over_the_limit_and_sends_the_words()
    {
        var browser = await TellingAsync();

        using var response = await PostAsync(browser, "It is long.", ("film.jpg", [.. Photo, .. new byte[20 * 1024 * 1024]]));
        await browser.FollowAsync(response);

        Assert.Contains("larger than we can take", browser.Notice, StringComparison.Ordinal);
        Assert.Contains("It is long.", browser.Said);
        Assert.Empty(await StoredAsync(browser));
    }

    [Fact]
    public async Task Refuses_two_hundred_megabytes_without_reading_them_and_keeps_the_words()
    {
        var browser = await TellingAsync();
        using var content = Form(browser.Fields("It is very long."));
        using var film = new EndlessContent(200L * 1024 * 1024);
        content.Add(film, "file", "film.mp4");

        using var response = await browser.PostAsync("/chat", content);
        await browser.FollowAsync(response);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, browser.Status);
        Assert.Equal("It is very long.", browser.Box);
        Assert.InRange(film.Written, 0, 20 * 1024 * 1024);
    }

    [Fact]
    public async Task Takes_five_at_a_time_and_asks_for_the_rest_later()
    {
        var browser = await TellingAsync();

        using var response = await PostAsync(browser, "", [.. Enumerable.Range(1, 6).Select(number => ($"{number}.jpg", Photo))]);
        await browser.FollowAsync(response);

        Assert.Equal(5, (await StoredAsync(browser)).Count);
        Assert.Contains("send the rest in another message", browser.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_name_as_nothing_but_text()
    {
        var browser = await TellingAsync();

        using var response = await PostAsync(browser, "", ("../../<img src=x onerror=alert(1)>\u202Egpj.jpg", Photo));
        await browser.FollowAsync(response);

        var own = browser.Page.QuerySelectorAll("#talk > .you")[^1];
        Assert.Empty(own.QuerySelectorAll("img"));
        Assert.DoesNotContain("..", own.QuerySelector("bdi")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_an_empty_file_box_unmentioned()
    {
        var browser = await TellingAsync();
        using var content = Form(browser.Fields("Only words."));
        content.Add(new ByteArrayContent([]), "file", "\"\"");
        content.Last().Headers.ContentDisposition = ContentDispositionHeaderValue.Parse("form-data; name=\"file\"; filename=\"\"");

        using var response = await browser.PostAsync("/chat", content);
        await browser.FollowAsync(response);

        Assert.Contains("Only words.", browser.Said);
        Assert.Empty(browser.Notice);
    }

    [Fact]
    public async Task Stores_nothing_for_a_session_that_has_ended()
    {
        var browser = await TellingAsync();
        var files = await StoredAsync(browser);
        var cookie = browser.Cookie;
        using var exit = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/exit"));
        browser.Cookie = cookie;

        using var response = await PostAsync(browser, "", ("door.jpg", Photo));

        Assert.Equal("/chat/closed", response.Headers.Location?.ToString());
        Assert.Equal(files.Count, (await StoredAsync(cookie!)).Count);
    }

    private static MultipartFormDataContent Form(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return content;
    }

    private static async Task<HttpResponseMessage> PostAsync(ChatBrowser browser, string text, params (string Name, byte[] Bytes)[] files)
    {
        using var content = Form(browser.Fields(text));
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = $"\"{name}\"", FileNameStar = name };
            content.Add(part);
        }

        return await browser.PostAsync("/chat", content);
    }

    private Task<IReadOnlyList<EvidenceFile>> StoredAsync(ChatBrowser browser) => StoredAsync(browser.Cookie!);

    private async Task<IReadOnlyList<EvidenceFile>> StoredAsync(string cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = "conversation=" + cookie;
        Assert.True(service.Services.GetRequiredService<ChatCookie>().TryRead(context.Request, out var session));
        return await service.Services.GetRequiredService<EvidenceStore>().ListAsync(session.Thread, default);
    }

    private async Task<ChatBrowser> TellingAsync()
    {
        var browser = await new ChatBrowser(service.Client()).OpenAsync();
        return await browser.PressAsync("No one is in danger");
    }

    /// <summary>A body that is announced in full and written as long as somebody reads.</summary>
    private sealed class EndlessContent(long length) : HttpContent
    {
        public long Written { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[64 * 1024];
            for (; Written < length; Written += block.Length)
                await stream.WriteAsync(block);
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
