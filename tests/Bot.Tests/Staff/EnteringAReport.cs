using System.Net;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff;
using ReportBot.Bot.Staff.Entering;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Bot.Tests.Storage.Evidence;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Staff;

/// <summary>Staff enter what somebody told them, in a browser without script.</summary>
public sealed class EnteringAReport : IAsyncLifetime, IDisposable
{
    private const string Words = "A man from the flats shouted go back where you came from at my mother by the bins.";

    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task The_page_says_999_before_anything_else()
    {
        var browser = await OpenAsync();

        Assert.StartsWith("Is the caller in danger now?", browser.Page.QuerySelector("main")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("999", browser.Page.QuerySelector("main p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_entered_is_the_report_the_conversation_would_have_made()
    {
        var browser = await OpenAsync();

        await browser.PressAsync("Send the report", [.. Filled(), ("c.perception", "race"), ("c.perception", "religion"), ("c.role", "me"), ("t.place", "by the bins"), ("t.when", "yesterday"),
            ("c.safe-channels", "call"), ("t.safe-times", "weekday mornings"), ("c.voicemail", "no"), ("c.who-did-it", "not-sure"), ("c.under-18", "not-said")]);

        var full = await OnlyCaseAsync();
        var told = full.First.Told;
        Assert.Equal(Words, told.AccountText);
        Assert.Equal([Characteristic.Race, Characteristic.Religion], told.Perceived.AsEnumerable());
        Assert.Equal((AnswerKind.NotSure, AnswerKind.Skipped), (told[Question.WhoDidIt]!.Kind, told[Question.Age]!.Kind));
        Assert.Equal(("by the bins", WallClock.London.DateAt(_console.Clock.Now).AddDays(-1)), (told.Place, told.When!.From));
        Assert.Equal(("Sam Ruiz", "07700900123"), (told[Question.Contact]!.Contact!.Name, told[Question.Contact]!.Contact!.Phone));
        Assert.Contains(full.First.SuggestedCharacteristics, suggestion => suggestion.Value == "race");
        Assert.Equal((ArrivalWay.Phone, PromiseBasis.SafeTime), (full.First.Arrival!.Way, full.First.Promise.Basis));
        Assert.Null(told[Question.Effect]);
        Assert.Null(full.Standing.Contact);
        Assert.Equal(AuditAction.ReportEntered, (await _console.TraceAsync(full.Id))[^1]);
    }

    [Theory]
    [InlineData("t.who-did-it", "stranger", false)]
    [InlineData("t.role", "my son", false)]
    [InlineData("t.name", "Roisin", false)]
    [InlineData("t.who-did-it", "he is outside her door with a knife now", true)]
    public async Task An_answer_like_a_cry_is_an_answer_and_a_cry_in_its_box_is_urgent(string box, string words, bool isUrgent)
    {
        var browser = await OpenAsync();

        await browser.PressAsync("Send the report", [.. Filled().Where(filled => filled.Item1 != box), (box, words)]);

        var full = await OnlyCaseAsync();
        Assert.Equal(isUrgent, full.First.Risk.Reasons.Any(reason => reason.Code == "danger-now"));
    }

    [Fact]
    public async Task The_code_read_out_to_the_person_opens_the_report_on_the_website()
    {
        var browser = await OpenAsync();
        await browser.PressAsync("Send the report", Filled());
        var codes = browser.Page.QuerySelectorAll(".read-out code").Select(code => code.TextContent).ToList();
        var full = await OnlyCaseAsync();
        Assert.Equal(full.First.Reference.ToString(), codes[0]);

        var resident = await _console.Browser().OpenAsync("/chat/return");
        await resident.PressAsync("Open", ("code", codes[1]));

        Assert.Contains(full.First.Reference.ToString(), resident.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("by the bins", resident.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_whoever_entered_it_sees_the_code_and_for_a_day()
    {
        var browser = await OpenAsync();
        await browser.PressAsync("Send the report", Filled());
        var address = browser.Address;
        var other = (await _console.SignInAsync("Ben Okafor", StaffRole.Manager)).Browser;

        await other.OpenAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.Contains(AuditAction.ReturnCodeShown, await _console.TraceAsync((await OnlyCaseAsync()).Id));
        await browser.OpenAsync($"/staff/cases/{(await OnlyCaseAsync()).Id:N}");
        await browser.PressAsync("Show exact words");
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("code"), code => code.TextContent.Length == 19);
    }

    [Fact]
    public async Task Whoever_entered_it_may_take_it_at_once()
    {
        var browser = await OpenAsync();
        await browser.PressAsync("Send the report", Filled());

        await browser.PressAsync("Take this case");

        Assert.Equal("Amira Khan", (await OnlyCaseAsync()).Standing.Holder!.Name);
        Assert.Contains("Phone, entered by staff", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_stand_first_and_unticked_with_the_words_they_go_by()
    {
        var browser = await OpenAsync();

        await browser.PressAsync("Show what these words suggest", Filled());

        var first = browser.Page.QuerySelector("#q-perception label")!;
        Assert.Contains("Race", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("go back", first.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(browser.Page.QuerySelectorAll("#q-perception input[checked]"));
        await browser.PressAsync("Send the report");
        Assert.Empty((await OnlyCaseAsync()).First.Told.Perceived);
    }

    [Fact]
    public async Task What_is_not_in_order_is_marked_and_kept()
    {
        var browser = await OpenAsync();

        await browser.PressAsync("Send the report", ("t.at", StaffTime.Box(_console.Clock.Now.AddHours(1))), ("t.name", "Sam Ruiz"));

        Assert.Contains("Choose how it reached us", browser.Said, StringComparison.Ordinal);
        Assert.Contains("Write down what happened", browser.Said, StringComparison.Ordinal);
        await browser.OpenAsync("/staff/report");
        Assert.Equal("Sam Ruiz", browser.Page.QuerySelector("#b-name")!.GetAttribute("value"));
        await browser.PressAsync("Send the report", ("t.way", "Phone"), ("t.account", Words));
        Assert.Contains("This time is still to come", browser.Said, StringComparison.Ordinal);
        Assert.Empty(await CasesAsync());
    }

    [Fact]
    public async Task A_session_that_ends_while_it_is_typed_loses_nothing()
    {
        var signed = await _console.SignInAsync("Amira Khan");
        var browser = await signed.Browser.OpenAsync("/staff/report");
        var late = browser.Post("Send the report", Filled());
        await signed.Browser.Copy().OpenAsync("/staff/account");
        _console.Clock.Now += TimeSpan.FromMinutes(45);

        await browser.ShowAsync(await browser.SendAsync(late));
        Assert.StartsWith("/staff/sign-in?to=%2Fstaff%2Freport", browser.Address, StringComparison.Ordinal);
        await browser.PressAsync("Go on", ("name", "Amira Khan"), ("password", ConsoleUnderTest.Password));
        await browser.PressAsync("Sign in", ("code", _console.Code(signed.Secret)));

        Assert.Equal("/staff/report", browser.Address);
        Assert.Equal(Words, browser.Page.QuerySelector("#b-account")!.TextContent);
        Assert.Contains("still here", browser.Said, StringComparison.Ordinal);
        Assert.Empty(await CasesAsync());
    }

    [Fact]
    public async Task Nobody_puts_words_into_the_form_of_somebody_else()
    {
        var browser = await OpenAsync();
        var forged = browser.Post("Keep it for later", [.. Filled(), ("hold", "CfDJ8forged")]);

        var answer = await _console.Browser().SendAsync(forged);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        await browser.OpenAsync("/staff/report");
        Assert.Equal("", browser.Page.QuerySelector("#b-account")!.TextContent);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_case()
    {
        var browser = await OpenAsync();
        var (first, second) = (browser.Post("Send the report", Filled()), browser.Post("Send the report", Filled()));

        var answers = await Task.WhenAll(browser.SendAsync(first), browser.SendAsync(second));
        var third = await browser.SendAsync(browser.Post("Send the report", Filled()));

        Assert.All([.. answers, third], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(answers.Append(third).Select(answer => answer.Headers.Location!.ToString()).Distinct());
        Assert.Single(await CasesAsync());
        await browser.OpenAsync("/staff/report");
        Assert.Equal("", browser.Page.QuerySelector("#b-account")!.TextContent);
    }

    [Fact]
    public async Task Something_else_sent_from_the_same_form_is_kept_and_said_to_be_so()
    {
        var browser = await OpenAsync();
        var other = browser.Post("Send the report", [.. Filled(), ("t.effect", "She does not sleep.")]);
        await browser.SendAsync(browser.Post("Send the report", Filled()));

        await browser.ShowAsync(await browser.SendAsync(other));

        Assert.Contains("was sent from this form already", browser.Said, StringComparison.Ordinal);
        Assert.Equal("She does not sleep.", browser.Page.QuerySelector("#w-effect")!.TextContent);
        Assert.Single(await CasesAsync());
    }

    [Fact]
    public async Task Of_two_tabs_the_second_is_told_and_keeps_what_was_typed()
    {
        var first = await OpenAsync();
        var second = first.Copy();
        await second.OpenAsync("/staff/report");
        await first.PressAsync("Keep it for later", ("t.account", "The first tab."));
        await second.OpenAsync("/staff/report");
        await first.PressAsync("Keep it for later", ("t.account", "The first tab again."));

        await second.PressAsync("Keep it for later", ("t.account", "The second tab."));

        Assert.Contains("changed in another tab", second.Said, StringComparison.Ordinal);
        Assert.Equal("The second tab.", second.Page.QuerySelector("#b-account")!.TextContent);
        await second.PressAsync("Keep it for later");
        Assert.Equal("The second tab.", second.Page.QuerySelector("#b-account")!.TextContent);
        Assert.Contains("It is kept", second.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_call_it_was_told_in_is_first_contact_only_when_staff_say_so()
    {
        var browser = await OpenAsync();
        await browser.PressAsync("Send the report", [.. Filled(), ("c.spoke", "yes")]);
        Assert.Equal("Fill this in.", browser.Page.QuerySelector("#b-outcome-problem")!.TextContent);

        await browser.PressAsync("Send the report", ("t.outcome", "They are safe with their sister."));

        var full = await OnlyCaseAsync();
        Assert.Equal(full.First.Arrival!.At, full.Standing.Contact!.SpokeAt);
        Assert.Equal("They are safe with their sister.", full.Standing.Contact.Outcome);
    }

    [Fact]
    public async Task What_arrived_days_ago_is_late_and_says_so()
    {
        var browser = await OpenAsync();

        await browser.PressAsync("Send the report", [.. Filled(), ("t.way", "Letter"), ("t.at", StaffTime.Box(_console.Clock.Now.AddDays(-5)))]);

        Assert.Contains("is past", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("We aim to contact you by", browser.Text, StringComparison.Ordinal);
        var full = await OnlyCaseAsync();
        Assert.Equal(full.First.Arrival!.At, full.Standing.Opened);
        Assert.True(full.Standing.Due < _console.Clock.Now);
    }

    [Fact]
    public async Task Somebody_who_stays_anonymous_has_no_name_beside_it()
    {
        var browser = await OpenAsync();
        await browser.PressAsync("Send the report", [.. Filled(), ("c.contact", "anonymous")]);
        Assert.Contains("They stay anonymous", browser.Said, StringComparison.Ordinal);

        await browser.PressAsync("Send the report", ("t.name", ""), ("t.phone", ""));

        Assert.True((await OnlyCaseAsync()).First.Told[Question.Contact]!.Contact!.Anonymous);
    }

    [Fact]
    public async Task A_report_about_staff_goes_where_whoever_entered_it_does_not_look()
    {
        var browser = await OpenAsync();

        await browser.PressAsync("Send the report", [.. Filled(), ("c.who-did-it", "staff")]);

        Assert.Contains("belongs where you do not see it", browser.Text, StringComparison.Ordinal);
        Assert.NotEmpty(browser.Page.QuerySelectorAll(".read-out code"));
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("button"), button => button.TextContent == "Take this case");
    }

    [Fact]
    public async Task The_files_that_came_with_it_are_in_the_report()
    {
        var browser = await OpenAsync();

        await browser.PressAsync("Add files", [("t.way", "Email"), .. Filled().Skip(1)]);
        await browser.AttachAsync("Add these files", [("door.jpg", Photos.Jpeg.Bytes), ("setup.exe", "MZ"u8.ToArray())]);
        Assert.Contains("setup.exe is no photo, video, sound or PDF", browser.Said, StringComparison.Ordinal);
        Assert.Contains("The file is kept.", browser.Said, StringComparison.Ordinal);
        await browser.OpenAsync("/staff/report");
        Assert.Contains("One file is added.", browser.Text, StringComparison.Ordinal);
        Assert.Equal(Words, browser.Page.QuerySelector("#b-account")!.TextContent);
        await browser.PressAsync("Send the report");

        var full = await OnlyCaseAsync();
        Assert.Equal("door.jpg", Assert.Single(full.First.Told.Files).Name);
        await browser.OpenAsync($"/staff/cases/{full.Id:N}");
        Assert.Contains("Added by Amira Khan of our staff.", browser.Page.QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_chosen_twice_is_kept_once_and_taken_out_again()
    {
        var browser = await OpenAsync();
        await browser.PressAsync("Add files", Filled());

        await browser.AttachAsync("Add these files", [("door.jpg", Photos.Jpeg.Bytes)]);
        await browser.AttachAsync("Add these files", [("door.jpg", Photos.Jpeg.Bytes)]);
        Assert.Single(browser.Page.QuerySelectorAll(".files li"));
        await browser.PressAsync("Take it out");

        Assert.Empty(browser.Page.QuerySelectorAll(".files li"));
    }

    [Fact]
    public async Task Files_go_with_a_report_that_is_thrown_away()
    {
        var browser = await OpenAsync();
        var report = Guid.Parse(browser.Page.QuerySelector("input[name=report]")!.GetAttribute("value")!);
        await browser.PressAsync("Add files", Filled());
        await browser.AttachAsync("Add these files", [("door.jpg", Photos.Jpeg.Bytes)]);
        await browser.OpenAsync("/staff/report");

        await browser.PressAsync("Throw it away");

        Assert.Empty(await _console.Services.GetRequiredService<EvidenceStore>().ListAsync(EntryFiles.ThreadOf(report), default));
    }

    [Fact]
    public async Task A_report_that_was_sent_meanwhile_takes_no_more_files()
    {
        var browser = await OpenAsync();
        await browser.PressAsync("Add files", Filled());
        var other = browser.Copy();
        await (await other.OpenAsync("/staff/report")).PressAsync("Send the report");
        await other.OpenAsync("/staff/report");
        await other.PressAsync("Keep it for later", ("t.account", "Another."));

        await browser.AttachAsync("Add these files", [("door.jpg", Photos.Jpeg.Bytes)]);

        Assert.Contains("was sent or thrown away in another tab", browser.Said, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll(".files li"));
        Assert.Empty((await OnlyCaseAsync()).First.Told.Files);
    }

    private async Task<StaffBrowser> OpenAsync() => await (await _console.SignInAsync("Amira Khan")).Browser.OpenAsync("/staff/report");

    private static (string, string)[] Filled() => [("t.way", "Phone"), ("t.account", Words), ("t.name", "Sam Ruiz"), ("t.phone", "07700 900123")];

    private async Task<IReadOnlyList<CaseLine>> CasesAsync() =>
        (await _console.Store.ListAsync(new CaseFilter { Queues = [.. Enum.GetValues<Queue>()], States = [.. Enum.GetValues<CaseState>()] }, null, 20, default)).Lines;

    private async Task<Case> OnlyCaseAsync() => await _console.FindAsync(Assert.Single(await CasesAsync()).Id);
}
