using System.Net;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Staff;

public sealed class TheQueue : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);

    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Says_what_would_be_here_while_nothing_is()
    {
        var amira = await _console.SignInAsync("Amira Khan");

        Assert.Contains("Nothing waits for contact. A report stands here as soon as somebody sends it", amira.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_the_next_thing_that_matters_first_and_focused()
    {
        var standard = await _console.CaseAsync(Given.Report(due: Monday));
        var high = await _console.CaseAsync(Given.Report(queue: Queue.Urgent, risk: RiskBand.High, due: Monday.AddDays(1)));
        var amira = await _console.SignInAsync("Amira Khan");

        var lines = amira.Browser.Page.QuerySelectorAll(".queue .open");

        Assert.Equal([high.First.Reference.ToString(), standard.First.Reference.ToString()], lines.Select(line => line.TextContent));
        Assert.True(lines[0].HasAttribute("autofocus"));
        Assert.False(lines[1].HasAttribute("autofocus"));
    }

    [Fact]
    public async Task Shows_of_each_case_what_is_needed_to_choose()
    {
        await _console.CaseAsync(Given.Report(risk: RiskBand.Medium, due: Monday));
        _console.Clock.Now = new DateTimeOffset(2026, 11, 23, 13, 59, 30, TimeSpan.Zero);
        var amira = await _console.SignInAsync("Amira Khan");

        var line = amira.Browser.Page.QuerySelector(".queue .line")!.TextContent;

        foreach (var shown in new[] { "Race, Religion or belief", "Medium risk", "Contact due 17:00 today, 3 h left", "Nobody has it", "Community safety, Website" })
            Assert.Contains(shown, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_no_word_of_the_account_and_no_name()
    {
        await _console.CaseAsync(Given.Report(account: "Marmalade-zeppelin at my door"));
        var amira = await _console.SignInAsync("Amira Khan");

        Assert.DoesNotContain("zeppelin", amira.Browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", amira.Browser.HtmlWithoutTokens, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_taken_from_it_and_opens()
    {
        var full = await _console.CaseAsync();
        var amira = await _console.SignInAsync("Amira Khan");

        await amira.Browser.PressAsync("Take it");

        Assert.StartsWith($"/staff/cases/{full.Id:N}", amira.Browser.Address, StringComparison.Ordinal);
        Assert.Equal("You have this case now.", amira.Browser.Said);
        Assert.Equal("Amira Khan", (await _console.FindAsync(full.Id)).Standing.Holder!.Name);
    }

    [Fact]
    public async Task Of_two_who_take_a_case_the_second_is_told_who_has_it_and_since_when()
    {
        await _console.CaseAsync();
        _console.Clock.Now = new DateTimeOffset(2026, 11, 23, 14, 1, 0, TimeSpan.Zero);
        var amira = await _console.SignInAsync("Amira Khan");
        var ben = await _console.SignInAsync("Ben Okafor");

        await amira.Browser.PressAsync("Take it");
        await ben.Browser.PressAsync("Take it");

        Assert.Equal("Amira Khan took this case at 14:02. Nothing was changed.", ben.Browser.Said);
    }

    [Fact]
    public async Task Filters_by_queue_and_by_how_far_a_case_is()
    {
        var urgent = await _console.CaseAsync(Given.Report(queue: Queue.Urgent));
        var mine = await _console.CaseAsync();
        var amira = await _console.SignInAsync("Amira Khan");
        await amira.Browser.OpenAsync($"/staff/cases/{mine.Id:N}");
        await amira.Browser.PressAsync("Take this case");

        Assert.Equal([urgent.First.Reference.ToString()], await References(amira, "queue=Urgent&show=to-do"));
        Assert.Equal([urgent.First.Reference.ToString()], await References(amira, "show=new"));
        Assert.Equal([mine.First.Reference.ToString()], await References(amira, "show=mine"));
        Assert.Empty(await References(amira, "show=contacted"));
        Assert.Equal(2, (await References(amira, "show=all")).Count);
    }

    [Fact]
    public async Task Filters_narrow_each_other_and_say_how_many_each_would_leave()
    {
        var late = await _console.CaseAsync(Given.Report(queue: Queue.Safeguarding, risk: RiskBand.High));
        Case[] others = [await _console.CaseAsync(), await _console.CaseAsync(Given.Report(risk: RiskBand.High))];
        _console.Clock.Now = _console.Clock.Now.AddDays(3);
        foreach (var one in others.Append(late))
            await _console.Commands.ActAsync(one.Id, default);
        await _console.CaseAsync(Given.Report(queue: Queue.Safeguarding, risk: RiskBand.High, due: _console.Clock.Now.AddDays(1)));
        var grace = await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager);

        Assert.Equal([late.First.Reference.ToString()], await References(grace, "queue=Safeguarding&who=nobody&risk=High&missed=true&up=true"));
        var counted = grace.Browser.Page.QuerySelector("#count")!.TextContent;
        var options = grace.Browser.Page.QuerySelectorAll("#filters option").Select(option => option.TextContent.Trim()).ToList();

        Assert.Equal("1 case", counted);
        foreach (var shown in new[] { "All (2)", "Community safety (1)", "Safeguarding (1)", "I have (0)", "Nobody has (1)", "No contact yet (1)" })
            Assert.Contains(shown, options);
        Assert.Equal(2, (await References(grace, "queue=Safeguarding&who=nobody&risk=High")).Count);
        Assert.Equal(3, (await References(grace, "missed=true&show=waiting")).Count);
        Assert.Empty(await References(grace, "who=mine&missed=true"));
    }

    [Fact]
    public async Task What_somebody_has_and_was_written_to_again_is_one_list()
    {
        var (mine, quiet, bens) = (await _console.CaseAsync(), await _console.CaseAsync(), await _console.CaseAsync());
        var amira = await _console.SignInAsync("Amira Khan");
        foreach (var one in new[] { mine, quiet })
        {
            await amira.Browser.OpenAsync($"/staff/cases/{one.Id:N}");
            await amira.Browser.PressAsync("Take this case");
        }

        foreach (var one in new[] { mine, quiet, bens })
            await _console.Commands.RecordFirstContactAsync(
                new CaseCommand(Guid.NewGuid(), one.Id, Given.Manager(Given.Ben)), new FirstContact(ContactWay.Call, null, "Spoke.", null), default);
        foreach (var one in new[] { mine, bens })
            await _console.Commands.AddMessageAsync(one.First.Id, new ReporterMessage($"t/{one.Id:N}", "He is back.", [], _console.Clock.Now, AsksForPerson: false, IsUrgent: false), default);

        Assert.Equal([mine.First.Reference.ToString()], await References(amira, "who=mine&show=unread"));
        Assert.Equal(2, (await References(amira, "show=unread")).Count);
    }

    [Theory]
    [InlineData("new", "queue=&show=all&risk=&who=nobody")]
    [InlineData("mine", "queue=&show=all&risk=&who=mine")]
    [InlineData("up", "queue=&show=all&risk=&up=true")]
    [InlineData("missed", "queue=&show=all&risk=&missed=true")]
    public void A_view_that_was_kept_before_filters_combined_is_what_it_was(string show, string address) =>
        Assert.Equal($"/staff?{address}", QueueView.Of(new SavedView("Kept", show, null, null)).Address);

    [Fact]
    public async Task A_reference_opens_its_case_however_it_is_typed()
    {
        var full = await _console.CaseAsync();
        var walled = await _console.CaseAsync(Given.Report(queue: Queue.StaffConduct));
        var amira = await _console.SignInAsync("Amira Khan");
        var typed = full.First.Reference.ToString().Replace("-", "", StringComparison.Ordinal).Replace('0', 'o');

        await amira.Browser.PressAsync("Find", ("look", typed));
        var found = amira.Browser.Address;
        await amira.Browser.OpenAsync("/staff");
        await amira.Browser.PressAsync("Find", ("look", walled.First.Reference.ToString()));
        var hidden = amira.Browser.Text;
        await amira.Browser.PressAsync("Find", ("look", "?"));

        Assert.Equal($"/staff/cases/{full.Id:N}", found);
        Assert.Contains("No case that you may see has all of that.", hidden, StringComparison.Ordinal);
        Assert.StartsWith("There is nothing to look for in that.", amira.Browser.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("queue=nonsense&show=nonsense&after=nonsense")]
    [InlineData("after=0.99999999999999999999.x")]
    [InlineData("after=-5.-5.00000000000000000000000000000000")]
    [InlineData("queue=99&show=%00")]
    public async Task Nonsense_in_the_address_is_a_list_all_the_same(string query)
    {
        await _console.CaseAsync();
        var amira = await _console.SignInAsync("Amira Khan");

        await amira.Browser.OpenAsync($"/staff?{query}");

        Assert.Equal(HttpStatusCode.OK, amira.Browser.Status);
    }

    [Fact]
    public async Task Whoever_searches_too_often_is_told_when_to_try_again_and_it_is_on_record_once()
    {
        var full = await _console.CaseAsync();
        var (amira, ben) = (await _console.SignInAsync("Amira Khan"), await _console.SignInAsync("Ben Okafor"));
        for (var i = 0; i < 60; i++)
            await amira.Browser.PressAsync("Find", ("look", "sam"));
        var last = amira.Browser.Page.QuerySelectorAll(".queue .open").Length;

        await amira.Browser.PressAsync("Find", ("look", "sam"));
        await amira.Browser.PressAsync("Find", ("look", "brown"));
        var (said, typed) = (amira.Browser.Said, amira.Browser.Page.QuerySelector("#find")!.GetAttribute("value"));
        await ben.Browser.PressAsync("Find", ("look", "sam"));
        await amira.Browser.PressAsync("Find", ("look", full.First.Reference.ToString()));
        var opened = amira.Browser.Address;
        var refused = (await _console.Services.GetRequiredService<IAuditLog>().ListAsync(Guid.Empty, null, null, null, 200, default)).Count(line => line.Entry.Action is AuditAction.SearchRefused);
        _console.Clock.Now = _console.Clock.Now.Add(SearchLimit.Within);
        await amira.Browser.OpenAsync("/staff");
        await amira.Browser.PressAsync("Find", ("look", "sam"));

        Assert.StartsWith("Nothing was looked for: you have searched 60 times in 10 minutes, which is as often as anybody may. Try again at ", said, StringComparison.Ordinal);
        Assert.Equal((1, "brown", 1, $"/staff/cases/{full.Id:N}", 1, 1), (
            last, typed, ben.Browser.Page.QuerySelectorAll(".queue .open").Length, opened, refused, amira.Browser.Page.QuerySelectorAll(".queue .open").Length));
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_ended()
    {
        for (var i = 0; i < 53; i++)
            await _console.CaseAsync(Given.Report(due: Monday.AddMinutes(i % 3)));
        var amira = await _console.SignInAsync("Amira Khan");

        var first = amira.Browser.Page.QuerySelectorAll(".queue .open").Select(line => line.TextContent).ToList();
        await amira.Browser.OpenAsync(amira.Browser.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var second = amira.Browser.Page.QuerySelectorAll(".queue .open").Select(line => line.TextContent).ToList();

        Assert.Equal((50, 3), (first.Count, second.Count));
        Assert.Empty(first.Intersect(second));
        Assert.Null(amira.Browser.Page.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Complaints_about_staff_are_not_there_for_caseworkers()
    {
        var full = await _console.CaseAsync(Given.Report(queue: Queue.StaffConduct));
        var amira = await _console.SignInAsync("Amira Khan");
        var grace = await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager);

        var seen = await References(amira, "queue=StaffConduct&show=all");
        await amira.Browser.OpenAsync($"/staff/cases/{full.Id:N}");

        Assert.Empty(seen);
        Assert.Equal(HttpStatusCode.NotFound, amira.Browser.Status);
        Assert.Equal([full.First.Reference.ToString()], await References(grace, "queue=StaffConduct&show=all"));
    }

    [Fact]
    public async Task A_contacted_case_comes_back_when_the_person_writes_again()
    {
        var full = await _console.CaseAsync();
        var amira = await _console.SignInAsync("Amira Khan");
        var command = new CaseCommand(Guid.NewGuid(), full.Id, Given.Caseworker(Given.Ben));
        await _console.Commands.RecordFirstContactAsync(command, new FirstContact(ContactWay.Call, null, "Spoke.", null), default);
        var settled = await References(amira, "show=to-do");

        await _console.Commands.AddMessageAsync(full.First.Id, new ReporterMessage("t/12", "He is back.", [], _console.Clock.Now, AsksForPerson: true, IsUrgent: false), default);
        var unread = await References(amira, "show=unread");
        await amira.Browser.OpenAsync("/staff");

        Assert.Empty(settled);
        Assert.Equal([full.First.Reference.ToString()], unread);
        Assert.Contains("1 new message, asks for a person", amira.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_a_case_was_shared_without_being_sent()
    {
        await _console.CaseAsync(Given.Report(finished: false));
        var amira = await _console.SignInAsync("Amira Khan");

        Assert.Contains("Not sent yet: they asked for a person", amira.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_finds_its_cases_and_stands_in_no_address()
    {
        var full = await _console.CaseAsync();
        var amira = await _console.SignInAsync("Amira Khan");

        await amira.Browser.PressAsync("Find", ("look", "sam 07700 900123"));

        Assert.Equal([full.First.Reference.ToString()], amira.Browser.Page.QuerySelectorAll(".queue .open").Select(line => line.TextContent));
        Assert.DoesNotContain("sam", amira.Browser.Address, StringComparison.OrdinalIgnoreCase);
        // What was found is not read anew by itself: it stands in no address.
        Assert.Null(amira.Browser.Page.QuerySelector("#live.watched"));
    }

    [Fact]
    public async Task What_is_found_goes_on_where_the_page_ended()
    {
        for (var i = 0; i < 53; i++)
            await _console.CaseAsync();
        var amira = await _console.SignInAsync("Amira Khan");

        await amira.Browser.PressAsync("Find", ("look", "sam"));
        var first = amira.Browser.Page.QuerySelectorAll(".queue .open").Select(line => line.TextContent).ToList();
        await amira.Browser.PressAsync("Next cases");
        var second = amira.Browser.Page.QuerySelectorAll(".queue .open").Select(line => line.TextContent).ToList();

        Assert.Equal((50, 3), (first.Count, second.Count));
        Assert.Empty(first.Intersect(second));
    }

    [Fact]
    public async Task Says_how_many_there_are_in_each_view_and_queue()
    {
        await _console.CaseAsync(Given.Report(queue: Queue.Urgent));
        await _console.CaseAsync();
        await _console.CaseAsync(Given.Report(queue: Queue.StaffConduct));
        var amira = await _console.SignInAsync("Amira Khan");

        var options = amira.Browser.Page.QuerySelectorAll("#filters option").Select(option => option.TextContent.Trim()).ToList();

        foreach (var shown in new[] { "All (2)", "Urgent (1)", "Community safety (1)", "To do (2)", "I have (0)", "Nobody has (2)" })
            Assert.Contains(shown, options);
        Assert.Equal("2 cases", amira.Browser.Page.QuerySelector("#count")!.TextContent);
    }

    [Theory]
    [InlineData("", "Filters: none in use", false)]
    [InlineData("show=to-do&who=&risk=&queue=", "Filters: none in use", false)]
    [InlineData("risk=High", "Filters: 1 in use", true)]
    [InlineData("queue=Urgent&show=waiting&who=nobody&risk=High&missed=true&up=true", "Filters: 6 in use", true)]
    public async Task Says_how_many_filters_are_in_use_and_folds_them_while_none_is(string query, string words, bool isOpen)
    {
        var amira = await _console.SignInAsync("Amira Khan");

        await amira.Browser.OpenAsync($"/staff?{query}");

        var folded = amira.Browser.Page.QuerySelector("details:has(#filters)")!;
        Assert.Equal(words, folded.QuerySelector("summary")!.TextContent.Trim());
        Assert.Equal(isOpen, folded.HasAttribute("open"));
    }

    [Fact]
    public async Task Filters_by_risk()
    {
        var high = await _console.CaseAsync(Given.Report(risk: RiskBand.High));
        await _console.CaseAsync();
        var amira = await _console.SignInAsync("Amira Khan");

        Assert.Equal([high.First.Reference.ToString()], await References(amira, "risk=High"));
        Assert.Empty(await References(amira, "risk=Medium"));
    }

    [Fact]
    public async Task A_view_is_kept_under_a_name_for_whoever_kept_it_and_let_go()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        var ben = await _console.SignInAsync("Ben Okafor");

        await amira.Browser.OpenAsync("/staff?queue=Urgent&show=waiting&who=nobody&risk=High&missed=true&up=true");
        await amira.Browser.PressAsync("Keep it", ("name", "High and untaken"));
        var kept = amira.Browser.Page.QuerySelector(".saved > a")!;
        await ben.Browser.OpenAsync("/staff");

        Assert.Equal(("High and untaken", "/staff?queue=Urgent&show=waiting&risk=High&who=nobody&missed=true&up=true"), (kept.TextContent, kept.GetAttribute("href")));
        Assert.Null(ben.Browser.Page.QuerySelector(".saved > a"));
        await amira.Browser.PressAsync("Let “High and untaken” go");
        Assert.Null(amira.Browser.Page.QuerySelector(".saved > a"));
    }

    [Fact]
    public async Task There_is_room_for_so_many_views_and_so_long_names()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        for (var i = 0; i < 12; i++)
            await amira.Browser.PressAsync("Keep it", ("name", $"View {i}"));

        await amira.Browser.PressAsync("Keep it", ("name", "One more"));
        var full = amira.Browser.Said;
        await amira.Browser.PressAsync("Keep it", ("name", "view 3"));
        var replaced = amira.Browser.Said;
        await amira.Browser.PressAsync("Keep it", ("name", new string('x', 41)));

        Assert.StartsWith("It was not kept.", full, StringComparison.Ordinal);
        Assert.Empty(replaced);
        Assert.StartsWith("It was not kept.", amira.Browser.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_queue_is_nudged_when_a_case_changes()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        using var events = await Listening.AsAsync(_console, amira.Browser);

        var first = await events.NextAsync();
        await _console.CaseAsync();
        var second = await events.NextAsync();

        Assert.Equal(("changed", "changed"), (first, second));
    }

    [Fact]
    public async Task An_open_queue_is_closed_when_the_sign_in_ends()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        using var events = await Listening.AsAsync(_console, amira.Browser);
        await events.NextAsync();
        await amira.Browser.OpenAsync("/staff/account");
        await amira.Browser.PressAsync("Sign out everywhere");

        await _console.CaseAsync();

        Assert.Equal("closed", await events.NextAsync());
    }

    [Fact]
    public async Task What_a_script_fetches_by_itself_does_not_prolong_a_sign_in()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        for (var minutes = 0; minutes < 30; minutes += 10)
        {
            _console.Clock.Now = _console.Clock.Now.AddMinutes(10);
            var fetched = new HttpRequestMessage(HttpMethod.Get, "/staff");
            fetched.Headers.Add("Sec-Fetch-Mode", "cors");
            await amira.Browser.SendAsync(fetched);
        }

        _console.Clock.Now = _console.Clock.Now.AddMinutes(1);
        await amira.Browser.OpenAsync("/staff");

        Assert.StartsWith("/staff/sign-in", amira.Browser.Address, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> References(SignedIn who, string query)
    {
        await who.Browser.OpenAsync($"/staff?{query}");
        return [.. who.Browser.Page.QuerySelectorAll(".queue .open").Select(line => line.TextContent)];
    }
}
