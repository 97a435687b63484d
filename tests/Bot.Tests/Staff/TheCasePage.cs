using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Bot.Tests.Storage.Evidence;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;
using EvidenceFile = ReportBot.Knowledge.Reporting.EvidenceFile;
using StoredFile = ReportBot.Bot.Storage.Evidence.EvidenceFile;

namespace ReportBot.Bot.Tests.Staff;

public sealed class TheCasePage : IAsyncLifetime, IDisposable
{
    private const string Thread = "AAAAAAAAAAAAAAAAAAAAAA";

    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Holds_no_exact_word_until_asked_and_none_after_leaving()
    {
        var report = Given.Report(account: "Marmalade-zeppelin at my door");
        report = report with
        {
            Told = report.Told.With(Answer(Question.Effect, "Quartz-penguin nights")),
            SuggestedCharacteristics = [new Suggestion("race", ["marmalade-zeppelin"], 0.9)],
            Risk = report.Risk with { Reasons = [new RiskReason("repeat", 3, "velvet-anchor again")] },
        };
        var (_, browser) = await OpenAsync(report);
        string[] words = ["zeppelin", "Quartz-penguin", "velvet-anchor"];

        var before = browser.Html;
        await browser.PressAsync("Show exact words");
        var asked = browser.Html;
        await browser.OpenAsync(browser.Page.QuerySelectorAll("a").Single(link => link.TextContent == "Hide them").GetAttribute("href")!);
        var after = browser.Html;

        Assert.All(words, word => Assert.DoesNotContain(word, before, StringComparison.OrdinalIgnoreCase));
        Assert.All(words, word => Assert.Contains(word, asked, StringComparison.OrdinalIgnoreCase));
        Assert.All(words, word => Assert.DoesNotContain(word, after, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Sets_a_copy_to_share_beside_the_words()
    {
        var (full, browser) = await OpenAsync(Given.Report(account: "sam was at 14 Orchard Close. Call 07700 900123. Zeppelin-marmalade all night"));
        Assert.DoesNotContain("[address]", browser.Html, StringComparison.Ordinal);

        await browser.PressAsync("Show exact words");
        var said = browser.Page.QuerySelector(".said")!;
        var saved = await (await browser.SendAsync(browser.Post("Save the copy to share"))).Content.ReadAsStringAsync();

        Assert.Contains("sam was at 14 Orchard Close", said.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("[name] was at [address]. Call [phone]. Zeppelin-marmalade all night", said.QuerySelector(".copy .words")!.TextContent);
        Assert.Contains("[name] was at [address]. Call [phone]. Zeppelin-marmalade all night", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("Orchard", saved, StringComparison.Ordinal);
        Assert.Equal(AuditAction.CopyToShareSaved, (await _console.TraceAsync(full.Id))[0]);
    }

    [Fact]
    public async Task Masks_in_the_copy_whoever_staff_recorded_as_involved()
    {
        var (full, browser) = await OpenAsync(Given.Report(account: "it was zyx from number nine, ZYX and his dog, not zyxel"));
        await browser.PressAsync("Add them", ("Person.Name", "Zyx Quarmby"));
        await browser.OpenAsync($"/staff/cases/{full.Id:N}");

        await browser.PressAsync("Show exact words");

        Assert.Equal("it was [name] from number nine, [name] and his dog, not zyxel", browser.Page.QuerySelector(".copy .words")!.TextContent.Replace("[address]", "number nine", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_so_when_nothing_of_the_words_was_masked()
    {
        var (_, browser) = await OpenAsync(Given.Report(account: "Zeppelin-marmalade all night"));

        await browser.PressAsync("Show exact words");

        Assert.Null(browser.Page.QuerySelector(".copy"));
        Assert.Contains("nothing in it was masked", browser.Page.QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_look_is_on_the_audit_record()
    {
        var (full, browser) = await OpenAsync(Given.Report());

        await browser.PressAsync("Show exact words");

        Assert.Equal([AuditAction.WordsShown, AuditAction.CaseViewed, AuditAction.ReportReceived], await _console.TraceAsync(full.Id));
    }

    [Fact]
    public async Task Begins_with_how_to_reach_the_person_safely()
    {
        var report = Given.Report();
        report = report with
        {
            Told = report.Told
                .With(Answer(Question.SafeChannels, null, ChannelChoice.Text))
                .With(Answer(Question.SafeTimes, "after 6pm"))
                .With(Answer(Question.Voicemail, null, VoicemailChoice.No))
                .With(Answer(Question.CodeWord, "Lavender"))
                .With(Answer(Question.WhoMayBeTold, null, ToldOnwardChoice.Police)),
        };

        var (_, browser) = await OpenAsync(report);

        var reach = browser.Page.QuerySelector(".reach")!;
        Assert.Equal("Safe: text message only; after 6pm; no voicemail.", reach.QuerySelector(".safe")!.TextContent);
        foreach (var shown in new[] { "Sam", "Lavender", "Kent Police" })
            Assert.Contains(shown, reach.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("only Thursdays", ChannelChoice.Call, false)]
    [InlineData("any time", ChannelChoice.Email, false)]
    [InlineData("any time", ChannelChoice.Text, true)]
    [InlineData("any time", ChannelChoice.Call, true)]
    public async Task The_number_stands_there_only_while_a_call_or_a_text_is_safe(string times, string way, bool isShown)
    {
        var report = Given.Report();
        report = report with { Told = report.Told.With(Answer(Question.SafeTimes, times)).With(Answer(Question.SafeChannels, null, way)) };

        var (_, browser) = await OpenAsync(report);

        var reach = browser.Page.QuerySelector(".reach")!.TextContent;
        Assert.Equal(isShown, reach.Contains("07700 900123", StringComparison.Ordinal));
        Assert.Equal(!isShown, reach.Contains("On the card for a call", StringComparison.Ordinal));
        Assert.Contains("Sam", reach, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_the_persons_choice_beside_the_suggestion()
    {
        var report = Given.Report() with { SuggestedCharacteristics = [new Suggestion("race", ["go back"], 0.9), new Suggestion("disability", ["faking it"], 0.6)] };

        var (_, browser) = await OpenAsync(report);

        var rows = browser.Page.QuerySelectorAll(".compare table")[0].QuerySelectorAll("tbody tr")
            .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())));
        Assert.Equal(["Race|Yes|Yes", "Religion or belief|Yes|No", "Disability|No|Yes"], rows);
    }

    [Fact]
    public async Task Shows_the_whole_conversation_and_what_was_said_after_sending()
    {
        var report = Given.Report() with { Thread = Thread, Turns = new TurnRange(1, 2) };
        await Turn(1, "It was him again", "I'm sorry this happened to you.");
        await Turn(2, "Send my report", "Your report is sent.", sent: true);
        await Turn(3, "He came back, he is outside", "I have passed this on.");

        var (_, browser) = await OpenAsync(report);
        await browser.PressAsync("Show exact words");

        var said = browser.Page.QuerySelectorAll(".talk li").Select(line => line.QuerySelector(".words")!.TextContent).ToList();
        Assert.Equal(["It was him again", "I'm sorry this happened to you.", "Send my report", "Your report is sent.", "He came back, he is outside", "I have passed this on."], said);
        Assert.Contains("after sending", browser.Page.QuerySelectorAll(".talk li")[4].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_shows_a_return_code()
    {
        var code = ReturnCode.New().ToString();
        var report = Given.Report() with { Thread = Thread, Turns = new TurnRange(1, 1) };
        await Turn(1, $"my code is {code.Replace("-", "", StringComparison.Ordinal)}", $"Your return code is {code}. Keep it safe.", sent: true);

        var (_, browser) = await OpenAsync(report);
        await browser.PressAsync("Show exact words");

        Assert.DoesNotContain(code, browser.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), browser.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Your return code is [return code]. Keep it safe.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_text_whatever_is_in_them()
    {
        const string hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\u202Eevil";
        var (_, browser) = await OpenAsync(Given.Report(account: hostile));

        await browser.PressAsync("Show exact words");

        Assert.Equal(hostile, browser.Page.QuerySelector("blockquote bdi")!.TextContent);
        Assert.DoesNotContain(browser.Page.Scripts, script => script.Source is null);
        Assert.Empty(browser.Page.QuerySelectorAll("img"));
    }

    [Fact]
    public async Task Says_which_language_an_account_is_in_that_was_not_read()
    {
        var report = Given.Report();
        report = report with { Told = report.Told.WithAccount("Sąsiad na mnie krzyczy.", Given.Sent, "pl") };

        var (_, browser) = await OpenAsync(report);

        Assert.Contains("Some or all of it is in Polish, which the assistant did not read.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_contact_is_recorded_and_stops_the_clock()
    {
        var (full, browser) = await OpenAsync(Given.Report());
        await browser.PressAsync("Take this case");

        await browser.PressAsync("Record first contact", ("Form.Outcome", "They are safe tonight."));

        Assert.Equal("First contact is recorded. The promise clock has stopped.", browser.Said);
        var contact = (await _console.FindAsync(full.Id)).Standing.Contact!;
        Assert.Equal(("They are safe tonight.", "Amira Khan", ContactWay.Call), (contact.Outcome, contact.By!.Name, contact.Way));
        Assert.Contains("Spoke ", browser.Page.QuerySelector(".state .clock")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Record first contact", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incomplete_contact_says_what_and_keeps_what_was_typed()
    {
        var (full, browser) = await OpenAsync(Given.Report());

        await browser.PressAsync("Record first contact", ("Form.Way", "Visit"), ("Form.At", "2026-11-25T10:00"), ("Form.Outcome", ""));

        Assert.Contains("Nothing was recorded yet", browser.Said, StringComparison.Ordinal);
        Assert.Equal("This time is still to come.", browser.Page.GetElementById("contact-at-problem")!.TextContent);
        Assert.Equal("Fill this in.", browser.Page.GetElementById("outcome-problem")!.TextContent);
        Assert.Equal("Visit", ((IHtmlSelectElement)browser.Page.GetElementById("contact-way")!).Value);
        Assert.Equal("2026-11-25T10:00", browser.Page.GetElementById("contact-at")!.GetAttribute("value"));
        Assert.Single((await _console.FindAsync(full.Id)).History);
    }

    [Fact]
    public async Task A_late_contact_asks_for_its_reason()
    {
        var (full, browser) = await OpenAsync(Given.Report(due: _console.Clock.Now.AddMinutes(20)));
        _console.Clock.Now = _console.Clock.Now.AddMinutes(29);
        await browser.OpenAsync(browser.Address);

        await browser.PressAsync("Record first contact", ("Form.Outcome", "Spoke."));
        var asked = browser.Page.GetElementById("late-problem")?.TextContent;
        await browser.PressAsync("Record first contact", ("Form.LateReason", "They asked for today."));

        Assert.Equal("Fill this in.", asked);
        Assert.Equal("They asked for today.", (await _console.FindAsync(full.Id)).Standing.Contact!.LateReason);
    }

    [Fact]
    public async Task The_same_press_twice_is_done_once()
    {
        var (full, browser) = await OpenAsync(Given.Report());
        (string, string)[] note = [("Form.Words", "Rang the office first.")];
        var (first, second) = (browser.Post("Write the note", note), browser.Post("Write the note", note));

        await Task.WhenAll(browser.SendAsync(first), browser.SendAsync(second));

        Assert.Single((await _console.FindAsync(full.Id)).History.OfType<NoteAdded>());
    }

    [Fact]
    public async Task Two_tabs_and_two_people_are_told_what_the_other_did()
    {
        var (full, amira) = await OpenAsync(Given.Report());
        var ben = await (await _console.SignInAsync("Ben Okafor")).Browser.OpenAsync($"/staff/cases/{full.Id:N}");
        _console.Clock.Now = new DateTimeOffset(2026, 11, 23, 9, 52, 0, TimeSpan.Zero);

        await amira.PressAsync("Take this case");
        await ben.PressAsync("Take this case");
        var claim = ben.Said;
        await amira.PressAsync("Record first contact", ("Form.Outcome", "Spoke."));
        await ben.OpenAsync(ben.Address.Split('?')[0]);
        var late = await SecondContactAsync(full.Id, ben);

        Assert.Equal("Amira Khan took this case at 09:52. Nothing was changed.", claim);
        Assert.Contains("Amira Khan recorded first contact at 09:52.", late, StringComparison.Ordinal);
        Assert.Single((await _console.FindAsync(full.Id)).History.OfType<FirstContactMade>());
    }

    [Fact]
    public async Task Only_who_has_it_or_oversees_is_offered_to_give_it_back()
    {
        var (full, amira) = await OpenAsync(Given.Report());
        await amira.PressAsync("Take this case");
        var ben = await (await _console.SignInAsync("Ben Okafor")).Browser.OpenAsync($"/staff/cases/{full.Id:N}");
        var grace = await (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser.OpenAsync($"/staff/cases/{full.Id:N}");

        Assert.DoesNotContain("Give the case back", ben.Text, StringComparison.Ordinal);
        await grace.PressAsync("Give it back", ("Form.Reason", "Amira is away."));

        Assert.Equal("The case is back in its queue.", grace.Said);
        Assert.Contains("Amira is away.", grace.Text, StringComparison.Ordinal);
        Assert.Null((await _console.FindAsync(full.Id)).Standing.Holder);
    }

    [Fact]
    public async Task A_new_message_is_announced_and_read_with_the_exact_words()
    {
        var (full, browser) = await OpenAsync(Given.Report());
        await _console.Commands.AddMessageAsync(full.First.Id, new ReporterMessage("t/12", "He is back.", [], _console.Clock.Now, true, true), default);
        await browser.OpenAsync(browser.Address);
        var announced = browser.Text;

        await browser.PressAsync("Show exact words");
        await browser.OpenAsync(browser.Address.Split('?')[0]);

        Assert.Contains("The person wrote again", announced, StringComparison.Ordinal);
        Assert.Contains("It speaks of danger. They ask for a person.", announced, StringComparison.Ordinal);
        Assert.DoesNotContain("Show the exact words to read it", browser.Text, StringComparison.Ordinal);
        Assert.Empty((await _console.FindAsync(full.Id)).Standing.Unread);
    }

    [Fact]
    public async Task What_was_written_after_sending_is_shown_even_when_its_turn_is_not_there()
    {
        var (full, browser) = await OpenAsync(Given.Report());
        await _console.Commands.AddMessageAsync(full.First.Id, new ReporterMessage("t/12", "Marmalade-zeppelin again.", [], _console.Clock.Now, false, false), default);
        await browser.OpenAsync(browser.Address);
        var before = browser.Html;

        await browser.PressAsync("Show exact words");

        Assert.DoesNotContain("zeppelin", before, StringComparison.Ordinal);
        Assert.Contains("zeppelin", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_is_shown_as_its_copy_and_its_original_only_saved_with_a_reason()
    {
        var file = await SaveAsync("photo.jpg", Photos.Jpeg.Bytes);
        var (full, browser) = await OpenAsync(WithFile(file));
        Assert.Empty(browser.Page.QuerySelectorAll(".files img"));
        await browser.PressAsync("Show exact words");
        var address = browser.Page.QuerySelector(".files img")!.GetAttribute("src")!;

        var copy = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
        var original = await browser.SendAsync(browser.Post("Save the original", ("reason", "PersonAsked")));
        var without = await browser.SendAsync(browser.Post("Save the original", ("reason", "just because")));

        Assert.Equal(("image/jpeg", "inline"), (copy.Content.Headers.ContentType!.MediaType, copy.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(copy.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(copy.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(Photos.Jpeg.Bytes, await original.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        var trace = await _console.Services.GetRequiredService<IAuditLog>().ReadAsync(full.Id, 2, default);
        Assert.Equal((AuditAction.OriginalFileViewed, $"{file.Id} PersonAsked"), (trace[0].Action, trace[0].Detail));
        Assert.Equal((AuditAction.FileViewed, file.Id), (trace[1].Action, trace[1].Detail));
    }

    [Fact]
    public async Task A_file_of_another_case_is_not_there()
    {
        var file = await SaveAsync("photo.jpg", Photos.Jpeg.Bytes);
        await _console.CaseAsync(WithFile(file));
        var (other, browser) = await OpenAsync(Given.Report() with { Thread = Thread });

        foreach (var id in new[] { file.Id, "%2e%2e%2fkeys%2fring.json", "x" })
        {
            await browser.OpenAsync($"/staff/cases/{other.Id:N}/files/{id}");
            Assert.NotEqual(HttpStatusCode.OK, browser.Status);
        }
    }

    [Fact]
    public async Task Is_kept_by_no_cache_and_runs_nothing_of_others()
    {
        var (_, browser) = await OpenAsync(Given.Report());

        Assert.True(browser.Answer.Headers.CacheControl!.NoStore);
        Assert.Contains("script-src 'self'", Assert.Single(browser.Answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("[style], style, [onclick]"));
        Assert.All(browser.Page.Scripts, script => Assert.StartsWith("/", script.GetAttribute("src"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_that_is_not_there_says_so()
    {
        var amira = await _console.SignInAsync("Amira Khan");

        await amira.Browser.OpenAsync($"/staff/cases/{Guid.NewGuid():N}");

        Assert.Equal(HttpStatusCode.NotFound, amira.Browser.Status);
        Assert.Contains("Back to the queue", amira.Browser.Text, StringComparison.Ordinal);
    }

    private async Task<(Case Full, StaffBrowser Browser)> OpenAsync(Report report)
    {
        var full = await _console.CaseAsync(report);
        var amira = await _console.SignInAsync("Amira Khan");
        return (full, await amira.Browser.OpenAsync($"/staff/cases/{full.Id:N}"));
    }

    // Posts what a page opened before the other's contact would have posted.
    private static async Task<string> SecondContactAsync(Guid id, StaffBrowser browser)
    {
        var post = browser.Post("Write the note", ("Form.Outcome", "Spoke too."), ("Form.Way", "Call"), ("Form.Words", ""));
        post.RequestUri = new Uri($"/staff/cases/{id:N}?handler=Contact", UriKind.Relative);
        await browser.ShowAsync(await browser.SendAsync(post));
        return browser.Said;
    }

    private async Task Turn(int sequence, string said, string replied, bool sent = false)
    {
        var outcome = await _console.Services.GetRequiredService<ITurnStore>().TryInsertAsync(
            new Turn
            {
                Thread = Thread,
                Sequence = sequence,
                At = Given.Sent.AddMinutes(sequence),
                Keys = ReadOnlyMemory<byte>.Empty,
                Inbound = Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{said}}"}"""),
                Replies = Encoding.UTF8.GetBytes($$"""[{"type":"message","text":"{{replied}}"}]"""),
                State = "{}"u8.ToArray(),
            },
            sent ? new ThreadChange { Sent = true } : null,
            default);
        Assert.Equal(InsertOutcome.Done, outcome);
    }

    private async Task<StoredFile> SaveAsync(string name, byte[] content)
    {
        await Turn(1, "Here is a photo", "Thank you.", sent: true);
        using var stream = new MemoryStream(content);
        var result = await _console.Services.GetRequiredService<EvidenceStore>().SaveAsync(Thread, name, stream, default);
        return Assert.IsType<EvidenceSaved>(result).File;
    }

    private static Report WithFile(StoredFile file)
    {
        var report = Given.Report() with { Thread = Thread, Turns = new TurnRange(1, 1) };
        return report with { Told = report.Told with { Files = [new EvidenceFile(file.Id, file.MediaType, file.Name, Given.Sent)] } };
    }

    private static Answer Answer(string question, string? words, params string[] choices) =>
        new() { Question = question, Kind = AnswerKind.Given, Words = words, Choices = [.. choices], At = Given.Sent };
}
