using System.Net;
using System.Text;
using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>What nobody should send, sent over HTTP to the real process. Each gets a clear answer; nothing falls over.</summary>
public sealed class HostileInput(ServiceAlone alone) : IClassFixture<ServiceAlone>, IAsyncLifetime
{
    private const long Mega = 1024 * 1024;

    private RunningService Service => alone.Service;

    public static TheoryData<string> Messages => new(
        string.Concat(Enumerable.Repeat("word ", 4_000)),
        string.Concat(Enumerable.Repeat("😡🏳️‍🌈", 2_000)),
        "قال لي ارجع إلى بلدك \u202Eالليلة\u202C",
        "</p></li><script>alert(1)</script><img src=x onerror=alert(1)>",
        "yes and no",
        "{{7*7}} ${7*7} %00 '; DROP TABLE turn; --");

    [Theory, MemberData(nameof(Messages))]
    public async Task Is_kept_and_shown_as_it_was_written(string text)
    {
        using var browser = await new PlainBrowser(Service).BeginAsync();

        await browser.SayAsync(text);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains(text.Trim(), browser.Own.Select(own => own.Trim()));
        Assert.Empty(browser.Page.QuerySelectorAll("#talk script, #talk img"));
        Assert.NotEmpty(browser.Asked);
    }

    [Fact]
    public async Task Loses_its_control_characters_and_nothing_else()
    {
        using var browser = await new PlainBrowser(Service).BeginAsync();

        await browser.SayAsync("he \0said\u0001 \u001Bgo\u0007 home");

        Assert.Contains("he said go home", browser.Own);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\0")]
    public async Task Is_asked_for_again_when_it_is_empty(string text)
    {
        using var browser = await new PlainBrowser(Service).BeginAsync();

        await browser.SayAsync(text);

        Assert.StartsWith("Nothing came through.", browser.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_asked_again_plainly_when_it_answers_yes_and_no()
    {
        using var browser = await new PlainBrowser(Service).BeginAsync();
        await browser.SayAsync("He shouted at me.");
        await browser.PressAsync("everything");

        await browser.SayAsync("yes and no");

        Assert.Equal("role", browser.Asked);
        Assert.Contains("I did not follow that.", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_kept_as_a_file_when_a_photo_comes_where_a_date_was_asked()
    {
        using var browser = await new PlainBrowser(Service).BeginAsync();
        await browser.SayAsync("He shouted at me.");
        await browser.PressAsync("everything");
        await browser.PressAsync("me");
        using var photo = new ByteArrayContent(Photo.Png("x"));

        await browser.SendFileAsync("clock.png", photo);

        Assert.Equal("where-and-when", browser.Asked);
        Assert.Contains("Your file is kept. Please type where and when", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_when_a_program_is_renamed_to_a_photo()
    {
        using var browser = await new PlainBrowser(Service).BeginAsync();
        using var program = new ByteArrayContent([(byte)'M', (byte)'Z', 0x90, 0, .. new byte[4096]]);

        await browser.SendFileAsync("holiday.jpg", program);

        Assert.Contains("We can take photos, video, sound and PDF files only.", browser.Notice, StringComparison.Ordinal);
        Assert.DoesNotContain("holiday.jpg", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_without_being_laid_down_when_it_has_90_megabytes()
    {
        using var browser = await new PlainBrowser(Service).BeginAsync();
        var before = Bytes();
        using var file = new StreamContent(new FalsePhotoStream(90 * Mega));

        await browser.SendFileAsync("film.jpg", file);

        Assert.Contains("larger than we can take", browser.Notice, StringComparison.Ordinal);
        Assert.True(Bytes() - before < 25 * Mega, "What is refused must not fill the disk.");
        await browser.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task A_thousand_messages_in_a_minute_meet_a_calm_page_and_lose_nothing_that_was_taken()
    {
        using var browser = await new PlainBrowser(Service).BeginAsync();
        var taken = new List<string>();
        var held = 0;
        for (var number = 1; number <= 1_000; number++)
        {
            await browser.SayAsync($"message {number}");
            if (browser.Status == HttpStatusCode.OK)
            {
                taken.Add($"message {number}");
                continue;
            }

            held++;
            Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
            Assert.StartsWith("That was a lot of messages in a short time", browser.Notice, StringComparison.Ordinal);
            Assert.Equal($"message {number}", browser.Page.GetElementById("words")!.TextContent.Trim());
        }

        await browser.OpenAsync();

        Assert.True(held > 0 && taken.Count >= 50);
        Assert.Equal(taken, browser.Own.Where(own => own.StartsWith("message ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("CfDJ8forged")]
    [InlineData("thread.1.0.0")]
    [InlineData("%3Cscript%3E")]
    public async Task A_forged_cookie_opens_nothing_and_says_so(string cookie)
    {
        using var browser = new PlainBrowser(Service) { Cookie = cookie };

        await browser.OpenAsync();

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Contains("We could not open that conversation", browser.Words, StringComparison.Ordinal);
        Assert.Null(browser.Page.GetElementById("talk"));
    }

    [Fact]
    public async Task Somebody_elses_conversation_cannot_be_read_or_written_by_its_seed()
    {
        using var owner = await new PlainBrowser(Service).OpenAsync();
        var first = owner.Fields("Only for staff to read.");
        await owner.SayAsync("Only for staff to read.");
        using var thief = new PlainBrowser(Service);

        using var stolen = new FormUrlEncodedContent(first.Select(field => field.Key is "turn" ? new(field.Key, "another-turn") : field));
        await thief.PostAsync(stolen);
        await thief.OpenAsync("/chat?earlier=1");

        Assert.DoesNotContain("Only for staff to read.", thief.Words, StringComparison.Ordinal);
        await owner.OpenAsync();
        Assert.Equal(["Only for staff to read."], owner.Own);
    }

    [Theory]
    [InlineData("application/json", "{\"text\":\"hello\"}")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nnever ended")]
    [InlineData("application/x-www-form-urlencoded", "%%%=%zz&&&==&after=-1&turn=<>&choice=")]
    [InlineData("text/plain", "")]
    public async Task A_body_no_page_of_ours_sends_gets_a_plain_answer(string type, string body)
    {
        using var browser = await new PlainBrowser(Service).BeginAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        await browser.PostAsync(content);

        Assert.InRange((int)browser.Status, 400, 499);
        Assert.NotEmpty(browser.Notice);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Whatever was sent, the process lives and shows nothing of its inside.</summary>
    public Task DisposeAsync()
    {
        Assert.True(Service.IsAlive);
        Assert.DoesNotContain("Unhandled exception", Service.Console, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ReportBot.", Service.Console, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    private long Bytes() => new[] { Service.Data, Service.Temporary }
        .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)).Sum(file => file.Length);
}
