using System.Net;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Tests.Storage;

namespace ReportBot.Bot.Tests.Site;

/// <summary>When the disk refuses, a person is told so and nothing is said to be kept that is not.</summary>
public sealed class NothingKept : IAsyncLifetime, IDisposable
{
    private const string Told = "He shouted at me again last night by the bins.";

    private readonly BadDisk _disk = new();
    private readonly ServiceUnderTest _service;

    public NothingKept() => _service = new ServiceUnderTest
    {
        Adjust = builder => builder.Services.AddSingleton(provider => ConversationDatabase.Open(provider.GetRequiredService<DataFolder>(), _disk)),
    };

    public Task InitializeAsync() => _service.InitializeAsync();

    public Task DisposeAsync() => _service.DisposeAsync();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_acknowledged_when_a_commit_fails_and_the_words_stay_in_the_box(bool isFull)
    {
        var browser = await TellingAsync();
        Break(isFull);

        var fields = browser.Fields(Told);
        using var refused = await browser.PostAsync(fields);
        await browser.FollowAsync(refused);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Status);
        Assert.StartsWith("We could not keep that just now, so it was not sent.", browser.Notice, StringComparison.Ordinal);
        Assert.Equal(Told, browser.Box);
        Assert.DoesNotContain(Told, browser.Said);
        Mend();
        using var again = await browser.PostAsync(fields);
        await browser.FollowAsync(again);
        Assert.Single(browser.Said, Told);
    }

    [Fact]
    public async Task Is_acknowledged_to_a_script_either()
    {
        var browser = await TellingAsync();
        Break(isFull: false);

        using var refused = await browser.PostAsync(browser.Fields(Told), script: true);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.StartsWith("<p class=\"notice\">We could not keep that", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_first_message_leaves_no_conversation_and_no_cookie()
    {
        var browser = await new ChatBrowser(_service.Client()).OpenAsync();
        Break(isFull: false);

        var fields = browser.Fields("", "safe");
        using var refused = await browser.PostAsync(fields);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Null(browser.Cookie);
        Mend();
        using var again = await browser.PostAsync(fields);
        await browser.FollowAsync(again);
        Assert.Single(browser.Page.QuerySelectorAll("#talk > .you"));
    }

    [Fact]
    public async Task Of_sending_is_said_to_be_sent_and_sending_again_makes_one_case()
    {
        var browser = await TellingAsync();
        await browser.SayAsync(Told);
        while (browser.Page.QuerySelector("#asked button[value=send]") is null)
            await browser.SubmitAsync("", browser.Page.QuerySelector("button[value='everything']") is null ? "!skip" : "everything");
        Break(isFull: false);

        // The case is stored, the turn that says so is not.
        await browser.PressAsync("Send my report");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Status);
        Assert.Null(browser.Page.QuerySelector(".paper"));
        Mend();
        await (await browser.OpenAsync()).PressAsync("Send my report");
        Assert.NotNull(browser.Page.QuerySelector(".paper .code"));
        Assert.Equal(1, await CasesAsync());
    }

    [Fact]
    public async Task Of_leaving_holds_nobody_on_the_page()
    {
        var browser = await TellingAsync();
        Break(isFull: false);

        using var left = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/exit"));

        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Null(browser.Cookie);
    }

    [Fact]
    public async Task Of_coming_back_says_so_and_the_code_opens_it_later()
    {
        var browser = await TellingAsync();
        await browser.SubmitAsync("", "!return-code");
        var code = browser.Page.QuerySelectorAll("[data-code]")[^1].GetAttribute("data-code")!;
        Break(isFull: false);
        var back = await new ChatBrowser(_service.Client()).OpenAsync("/chat/return");

        using var refused = await back.PostAsync("/chat/return", new FormUrlEncodedContent([new("code", code)]));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Null(back.Cookie);
        Mend();
        using var opened = await back.PostAsync("/chat/return", new FormUrlEncodedContent([new("code", code)]));
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
    }

    private async Task<ChatBrowser> TellingAsync() =>
        await (await new ChatBrowser(_service.Client()).OpenAsync()).PressAsync("No one is in danger");

    private void Break(bool isFull)
    {
        (_disk.IsFailing, _disk.MostPages) = (!isFull, isFull ? 1 : null);
        if (!isFull)
            return;
        // Room there is on the pages already is used up first.
        var store = _service.Services.GetRequiredService<ITurnStore>();
        for (var filler = 0; filler < 200; filler++)
            if (Record.Exception(() => store.TryInsertAsync(Storage.Turns.Turn(Storage.Turns.NewThread(), 1), change: null, default).AsTask().GetAwaiter().GetResult()) is IOException)
                return;
        Assert.Fail("The disk never was full.");
    }

    private void Mend() => (_disk.IsFailing, _disk.MostPages) = (false, 100_000);

    private async Task<long> CasesAsync()
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_service.Services.GetRequiredService<DataFolder>().Cases};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM cases";
        return (long)(await command.ExecuteScalarAsync())!; // A count is always there.
    }
}
