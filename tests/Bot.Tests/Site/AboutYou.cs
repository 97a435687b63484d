using System.Net;
using AngleSharp.Html.Dom;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Equality;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Tests.Staff;
using ReportBot.Bot.Tests.Storage;
using ReportBot.Knowledge.Equality;

namespace ReportBot.Bot.Tests.Site;

/// <summary>The questions about a person after sending: offered, never needed, and apart from everything else.</summary>
public sealed class AboutYou : IAsyncLifetime, IDisposable
{
    private readonly RecordingLogs _logs = new();
    private readonly BadDisk _disk = new();
    private readonly ServiceUnderTest _service;

    public AboutYou() => _service = new ServiceUnderTest
    {
        Adjust = builder =>
        {
            builder.Logging.ClearProviders().AddProvider(_logs);
            builder.Services.AddSingleton(provider => EqualityStore.Open(
                provider.GetRequiredService<DataFolder>(),
                provider.GetRequiredService<IDocumentCodec>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<EqualityStore>>(),
                _disk));
        },
    };

    private EqualityStore Store => _service.Services.GetRequiredService<EqualityStore>();

    public Task InitializeAsync() => _service.InitializeAsync();

    public Task DisposeAsync() => _service.DisposeAsync();

    public void Dispose()
    {
        _service.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task Is_linked_from_the_receipt_of_a_report_and_not_before()
    {
        var browser = await TellingAsync();
        Assert.Null(browser.Page.QuerySelector("a[href='/about-you']"));

        await browser.FinishAsync();

        Assert.NotNull(browser.Page.QuerySelector(".paper + .no-print a[href='/about-you'], .paper ~ p a[href='/about-you']"));
    }

    [Fact]
    public async Task Asks_nothing_of_somebody_who_has_not_sent_a_report()
    {
        var stranger = await new ChatBrowser(_service.Client()).OpenAsync("/about-you");
        var telling = await (await TellingAsync()).OpenAsync("/about-you");

        Assert.All(new[] { stranger, telling }, browser => Assert.Null(browser.Page.QuerySelector("form, select")));
    }

    [Fact]
    public async Task Lets_every_question_be_left_and_chooses_nothing_beforehand()
    {
        var browser = await AskedAsync();

        var questions = browser.Page.QuerySelectorAll("select").Cast<IHtmlSelectElement>().ToList();
        Assert.Equal(EqualityQuestions.All.Select(question => question.Id), questions.Select(question => question.Name));
        Assert.All(questions, question => Assert.False(question.IsRequired));
        Assert.Empty(browser.Page.QuerySelectorAll("option[selected]"));
        Assert.All(questions, question => Assert.Equal(("", "No answer"), (question.Options[0].Value, question.Options[0].Text)));
        Assert.All(questions, question => Assert.Equal("Rather not say", question.Options[^1].Text));
        Assert.All(questions, question => Assert.NotNull(browser.Page.QuerySelector($"label[for={question.Id}]")));
        Assert.Equal(2, browser.Page.QuerySelectorAll("main a[href='/chat#latest']").Length);
    }

    [Fact]
    public async Task Says_why_it_asks_and_what_becomes_of_the_answers()
    {
        var words = (await AskedAsync()).Page.QuerySelector("main")!.TextContent;

        Assert.Contains("Your answers help us see who", words, StringComparison.Ordinal);
        Assert.Contains("no link to your report", words, StringComparison.Ordinal);
        Assert.Contains("They change nothing in how we treat you or your report.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adds_the_answers_to_the_months_totals_and_thanks()
    {
        var browser = await AskedAsync();

        using var response = await SendAsync(browser, ("age", "25-34"), ("religion", "sikh"), ("sex", ""), ("name", "Sam Jones"));
        await browser.FollowAsync(response);

        var totals = Assert.Single(Store.Read()).Totals;
        Assert.Equal(1, totals.Forms);
        Assert.Equal(["age", "religion"], totals.Answers.Keys);
        Assert.Equal("Thank you", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/chat#latest", browser.Page.QuerySelector("main a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Counts_a_form_sent_twice_and_a_report_answered_for_twice_once()
    {
        var browser = await AskedAsync();

        using var first = await SendAsync(browser, ("age", "25-34"));
        using var doubled = await SendAsync(browser, ("age", "25-34"));
        await browser.OpenAsync("/about-you");
        using var again = await SendAsync(browser, ("age", "18-24"));

        Assert.All(new[] { first, doubled, again }, response => Assert.Equal("/about-you/thanks", response.Headers.Location?.ToString()));
        Assert.Equal(1, Assert.Single(Store.Read()).Totals.Forms);
    }

    [Fact]
    public async Task Takes_answers_without_looking_at_who_sends_them()
    {
        var browser = await AskedAsync();
        browser.Cookie = null;

        using var response = await SendAsync(browser, ("age", "25-34"));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(1, Assert.Single(Store.Read()).Totals.Forms);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CfDJ8forged")]
    [InlineData("<script>")]
    public async Task Takes_nothing_from_somebody_without_a_ticket(string ticket)
    {
        var browser = new ChatBrowser(_service.Client());

        using var response = await browser.PostAsync("/about-you", new FormUrlEncodedContent([new("ticket", ticket), new("age", "25-34")]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Empty(Store.Read());
    }

    [Fact]
    public async Task Shows_the_choices_again_when_the_page_lay_open_for_too_long()
    {
        var browser = await AskedAsync();
        _service.Clock.Now += EqualityTickets.Lifetime;

        using var late = await SendAsync(browser, ("age", "25-34"));
        await browser.FollowAsync(late);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("open for too long", browser.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("25-34", ((IHtmlSelectElement)browser.Page.GetElementById("age")!).Value);
        using var again = await SendAsync(browser, ("age", "25-34"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Fact]
    public async Task Says_that_nothing_was_kept_when_the_disk_is_full_and_takes_it_afterwards()
    {
        var browser = await AskedAsync();
        _disk.IsFailing = true;

        using var refused = await SendAsync(browser, ("age", "25-34"));
        await browser.FollowAsync(refused);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Status);
        Assert.Contains("Your report is safe.", browser.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("25-34", ((IHtmlSelectElement)browser.Page.GetElementById("age")!).Value);
        _disk.IsFailing = false;
        using var again = await SendAsync(browser, ("age", "25-34"));
        Assert.Equal(1, Assert.Single(Store.Read()).Totals.Forms);
    }

    [Fact]
    public async Task Leaves_no_trace_in_the_conversation_the_case_or_the_log()
    {
        var browser = await AskedAsync();
        var (turns, cases) = (await TurnsAsync(browser), await CaseAsync());

        using var response = await SendAsync(browser, ("ethnic-group", "gypsy-roma-traveller"), ("orientation", "bisexual"), ("religion", "buddhist"));
        await browser.FollowAsync(response);
        await browser.OpenAsync();

        Assert.Equal(turns, await TurnsAsync(browser));
        Assert.Equal(cases, await CaseAsync());
        Assert.DoesNotContain("buddhist", browser.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.All(new[] { "gypsy", "bisexual", "buddhist", "about-you" }, word => Assert.DoesNotContain(word, _logs.Everything, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<ChatBrowser> TellingAsync()
    {
        var browser = await new ChatBrowser(_service.Client()).OpenAsync();
        await browser.PressAsync("No one is in danger");
        return await browser.SayAsync("He shouted at me.");
    }

    private async Task<ChatBrowser> AskedAsync() => await (await (await TellingAsync()).FinishAsync()).OpenAsync("/about-you");

    private static Task<HttpResponseMessage> SendAsync(ChatBrowser browser, params (string Question, string Choice)[] answers)
    {
        var ticket = browser.Page.QuerySelector("input[name=ticket]")!.GetAttribute("value")!;
        return browser.PostAsync("/about-you", new FormUrlEncodedContent([new("ticket", ticket), .. answers.Select(answer => KeyValuePair.Create(answer.Question, answer.Choice))]));
    }

    /// <summary>Every turn of the conversation, byte for byte.</summary>
    private async Task<string> TurnsAsync(ChatBrowser browser)
    {
        var thread = _service.Services.GetRequiredService<Bot.Channels.Website.ChatCookie>();
        var request = new DefaultHttpContext().Request;
        request.Headers.Cookie = "conversation=" + browser.Cookie;
        Assert.True(thread.TryRead(request, out var session));
        var turns = await _service.Services.GetRequiredService<ITurnStore>().ReadAsync(session.Thread, 0, default);
        return string.Join('\n', turns.Select(turn => Convert.ToHexString(turn.Inbound.Span) + Convert.ToHexString(turn.Replies.Span) + Convert.ToHexString(turn.State.Span)));
    }

    /// <summary>Every case as its file holds it.</summary>
    private async Task<string> CaseAsync()
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_service.Services.GetRequiredService<DataFolder>().Cases};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(hex(document) || hex(summary) || version), (SELECT count(*) FROM audit) FROM cases";
        await using var row = await command.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        return $"{row.GetString(0)} {row.GetInt64(1)}";
    }
}
