using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Staff;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Staff;

/// <summary>The card for a call, and what of a person's circumstances stands on it and elsewhere.</summary>
public sealed class TheCallCard : IAsyncLifetime, IDisposable
{
    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Says_what_is_safe_and_what_they_want_and_fear()
    {
        var (_, browser) = await OpenAsync(
            Answer(Question.SafeChannels, null, ChannelChoice.Call), Answer(Question.Voicemail, null, VoicemailChoice.No), Answer(Question.CodeWord, "Lavender"),
            Answer(Question.Wants, "a lock that holds"), Answer(Question.DoesNotWant, "that he hears of it"));

        Assert.Equal("tel:+447700900123", browser.Page.QuerySelector("a[href^=tel]")!.GetAttribute("href"));
        foreach (var shown in new[] { "Sam", "07700 900123", "Lavender", "a lock that holds", "that he hears of it", "Leave no message" })
            Assert.Contains(shown, browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_the_safe_times_it_says_so_first_and_hides_the_number_until_a_named_reason_is_given()
    {
        var (full, browser) = await OpenAsync(Answer(Question.SafeChannels, null, ChannelChoice.Call), Answer(Question.SafeTimes, "only Sundays"));
        Assert.StartsWith("Not safe to call now.", browser.Page.QuerySelector(".window")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("07700", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("button"), button => button.TextContent.Trim() == "We spoke");

        await browser.PressAsync("Put it on record");
        Assert.Contains("give the reason", browser.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("07700", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync("Put it on record", ("Form.Because", nameof(OverrideReason.RiskToLife)));

        Assert.Contains("07700 900123", browser.Text, StringComparison.Ordinal);
        Assert.Contains(AuditAction.UnsafeContactOverridden, await _console.TraceAsync(full.Id));
        var other = (await _console.SignInAsync("Ben Okafor")).Browser;
        await other.OpenAsync($"/staff/cases/{full.Id:N}/call");
        Assert.DoesNotContain("07700", other.Html, StringComparison.Ordinal);
        _console.Clock.Now += TimeSpan.FromMinutes(20);
        await browser.OpenAsync($"/staff/cases/{full.Id:N}/call");
        Assert.Contains("07700 900123", browser.Text, StringComparison.Ordinal);
        _console.Clock.Now += TimeSpan.FromMinutes(25);
        await browser.OpenAsync($"/staff/cases/{full.Id:N}/call");
        _console.Clock.Now += TimeSpan.FromMinutes(25);
        await browser.OpenAsync($"/staff/cases/{full.Id:N}/call");
        Assert.DoesNotContain("07700", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_anonymous_is_not_called_at_all()
    {
        var (_, browser) = await OpenAsync(new Answer
        {
            Question = Question.Contact, Kind = AnswerKind.Given, Choices = ["anonymous"], Contact = new ContactDetails { Anonymous = true }, At = Given.Sent,
        });

        Assert.StartsWith("Do not call.", browser.Page.QuerySelector(".window")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("button"), button => button.TextContent.Trim() is "We spoke" or "Put it on record and show the number");
    }

    [Theory]
    [InlineData("No answer", AttemptOutcome.NoAnswer)]
    [InlineData("Not safe for them then", AttemptOutcome.NotSafeThen)]
    [InlineData("Somebody else answered", AttemptOutcome.SomeoneElse)]
    [InlineData("Message left", AttemptOutcome.MessageLeft)]
    public async Task One_press_records_an_attempt_which_stops_no_clock(string button, AttemptOutcome outcome)
    {
        var (full, browser) = await OpenAsync(Answer(Question.Voicemail, null, VoicemailChoice.Yes));

        await browser.PressAsync(button);

        var now = await _console.FindAsync(full.Id);
        Assert.Equal((ContactWay.Call, outcome), (Assert.Single(now.History.OfType<ContactAttempted>()).Way, now.History.OfType<ContactAttempted>().Single().Outcome));
        Assert.Null(now.Standing.Contact);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Answered")]
    public async Task A_call_of_which_nobody_said_how_it_ended_is_no_conversation(string outcome)
    {
        var (full, browser) = await OpenAsync();

        var answer = await browser.SendAsync(browser.Post("We spoke", ("Form.Words", "Rang out."), ("Form.Ended", outcome)));

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await _console.FindAsync(full.Id)).Standing.Contact);
    }

    [Fact]
    public async Task A_message_is_offered_and_taken_only_where_they_said_it_is_safe()
    {
        var (full, browser) = await OpenAsync();
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("button"), button => button.TextContent.Trim() == "Message left");

        await browser.ShowAsync(await browser.SendAsync(browser.Post("No answer", ("Form.Ended", "MessageLeft"))));

        Assert.DoesNotContain((await _console.FindAsync(full.Id)).History.OfType<ContactAttempted>(), tried => tried.Outcome is AttemptOutcome.MessageLeft);
    }

    [Fact]
    public async Task A_message_that_was_left_all_the_same_is_recorded_with_a_named_reason_and_what_was_typed_stays()
    {
        var (full, browser) = await OpenAsync(Answer(Question.Voicemail, null, VoicemailChoice.No));

        await browser.ShowAsync(await browser.SendAsync(browser.Post("No answer", ("Form.Ended", "MessageLeft"), ("Form.Words", "I said my name."))));
        Assert.Contains("They said that no message may be left", browser.Said, StringComparison.Ordinal);
        Assert.Equal("I said my name.", browser.Page.QuerySelector("#outcome-words")!.TextContent);
        await browser.PressAsync("Message left", ("Form.Because", nameof(OverrideReason.ByMistake)));

        Assert.Equal(("I said my name.", OverrideReason.ByMistake), (await _console.FindAsync(full.Id)).History.OfType<ContactAttempted>().Select(tried => (tried.Note, tried.Override!.Reason)).Single());
        Assert.Contains(AuditAction.UnsafeContactOverridden, await _console.TraceAsync(full.Id));
        await browser.OpenAsync($"/staff/cases/{full.Id:N}");
        Assert.Contains("Against what they said is safe, because: it was a mistake, and it happened.", browser.Page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reason_given_before_a_call_holds_for_what_came_of_it()
    {
        var (full, browser) = await OpenAsync(Answer(Question.SafeTimes, "only Sundays"));
        await browser.PressAsync("Put it on record", ("Form.Because", nameof(OverrideReason.RiskToLife)));

        await browser.PressAsync("We spoke", ("Form.Words", "They are safe."));

        Assert.Equal(OverrideReason.RiskToLife, (await _console.FindAsync(full.Id)).Standing.Contact!.Override!.Reason);
    }

    [Fact]
    public async Task A_call_that_ended_after_the_safe_time_can_still_be_recorded()
    {
        var (full, browser) = await OpenAsync(Answer(Question.SafeTimes, "before 3pm"));
        foreach (var minutes in new[] { 25, 45 })
        {
            _console.Clock.Now = new DateTimeOffset(2026, 11, 23, 14, minutes, 0, TimeSpan.Zero);
            await browser.OpenAsync($"/staff/cases/{full.Id:N}/call");
        }

        _console.Clock.Now = new DateTimeOffset(2026, 11, 23, 15, 5, 0, TimeSpan.Zero);

        await browser.PressAsync("We spoke", ("Form.Words", "They are safe."));
        Assert.Equal("They are safe.", browser.Page.QuerySelector("#outcome-words")!.TextContent);
        Assert.Null((await _console.FindAsync(full.Id)).Standing.Contact);
        await browser.PressAsync("We spoke", ("Form.Because", nameof(OverrideReason.TheyAsked)));

        Assert.Equal("They are safe.", (await _console.FindAsync(full.Id)).Standing.Contact!.Outcome);
    }

    [Fact]
    public async Task A_message_without_our_name_is_recorded_as_keeping_to_their_words()
    {
        var (full, browser) = await OpenAsync(Answer(Question.Voicemail, null, VoicemailChoice.NoName));

        await browser.PressAsync("Message left without saying who we are");

        Assert.Equal(OverrideReason.KeepsToTheirWords, Assert.Single((await _console.FindAsync(full.Id)).History.OfType<ContactAttempted>()).Override!.Reason);
    }

    [Fact]
    public async Task Having_spoken_needs_what_came_of_it_is_first_contact_once_and_is_followed_by_the_next_update()
    {
        var (full, browser) = await OpenAsync();
        await browser.PressAsync("We spoke");
        Assert.Equal("Fill this in.", browser.Page.QuerySelector("#outcome-words-problem")!.TextContent);

        await browser.PressAsync("We spoke", ("Form.Words", "They are with their sister."));
        Assert.Equal("They are with their sister.", browser.Page.QuerySelector("#update-told")!.TextContent);
        await browser.PressAsync("Record the next update", ("Form.On", "2026-11-30"));
        Assert.Contains("By Mon 30 Nov 2026", browser.Page.QuerySelector(".heed")!.TextContent, StringComparison.Ordinal);
        await browser.PressAsync("We spoke", ("Form.Words", "The lock is changed."));

        var now = await _console.FindAsync(full.Id);
        Assert.Equal("They are with their sister.", now.Standing.Contact!.Outcome);
        Assert.Equal("The lock is changed.", Assert.Single(now.History.OfType<SpokeAgain>()).Outcome);
        Assert.Equal("They are with their sister.", Assert.Single(now.History.OfType<UpdateGiven>()).Told);
    }

    [Fact]
    public async Task Asks_only_what_is_open_beside_what_they_said_of_it()
    {
        var report = Given.Report();
        var (_, browser) = await OpenAsync(report with { Risk = report.Risk with { Reasons = [new RiskReason("injury", 3, "my arm is cut")] } }, Answer(Question.Wants, "a lock that holds"));

        var open = browser.Page.QuerySelectorAll(".open-question summary").Select(one => one.TextContent).ToList();

        Assert.DoesNotContain(open, one => one.StartsWith(StaffWords.QuestionOf(Question.Wants), StringComparison.Ordinal) || one.StartsWith(StaffWords.QuestionOf(Question.Perception), StringComparison.Ordinal));
        Assert.Contains(open, one => one.StartsWith(StaffWords.QuestionOf(Question.Harm), StringComparison.Ordinal) && one.Contains("my arm is cut", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_staff_add_is_marked_so_kept_apart_and_not_asked_again()
    {
        var (full, browser) = await OpenAsync();

        await browser.PressAsync("Add the answer to Safe days and times", ("Form.Words", "only mornings"));

        var now = await _console.FindAsync(full.Id);
        Assert.Null(now.First.Told[Question.SafeTimes]);
        Assert.Equal("only mornings", Assert.Single(now.Circumstances.Added).Answer.Words);
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("[aria-labelledby=open-title] summary"), one => one.TextContent.StartsWith("Safe days and times", StringComparison.Ordinal));
        Assert.Contains("only mornings", browser.Page.QuerySelector(".safe")!.TextContent, StringComparison.Ordinal);
        await browser.OpenAsync($"/staff/cases/{full.Id:N}");
        Assert.Contains("Added by Amira Khan", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_safe_can_be_said_anew_and_locks_the_card()
    {
        var (full, browser) = await OpenAsync(Answer(Question.SafeChannels, null, ChannelChoice.Call), Answer(Question.SafeTimes, "any time"));

        await browser.PressAsync("Add the answer to Safe days and times", ("Form.Words", "only Sundays, he is home now"));
        Assert.StartsWith("Not safe to call now.", browser.Page.QuerySelector(".window")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("07700", browser.Html, StringComparison.Ordinal);
        await browser.OpenAsync($"/staff/cases/{full.Id:N}");

        Assert.DoesNotContain("07700", browser.Page.QuerySelector(".reach")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("any time", (await _console.FindAsync(full.Id)).First.Told[Question.SafeTimes]!.Words);
    }

    [Fact]
    public async Task A_number_they_say_anew_is_the_one_that_is_called_and_found()
    {
        var (full, browser) = await OpenAsync();

        await browser.PressAsync("Add the answer to How to reach them", ("Form.Words", "not a number"));
        Assert.Contains("No telephone number of the UK", browser.Page.QuerySelector("#fill-contact-problem")!.TextContent, StringComparison.Ordinal);
        await browser.PressAsync("Add the answer to How to reach them", ("Form.Words", "07700 900456"));

        Assert.Equal("tel:+447700900456", browser.Page.QuerySelector("a[href^=tel]")!.GetAttribute("href"));
        Assert.DoesNotContain("900123", browser.Html, StringComparison.Ordinal);
        Assert.Equal("07700900123", (await _console.FindAsync(full.Id)).First.Told[Question.Contact]!.Contact!.Phone);
        var store = _console.Services.GetRequiredService<ICaseStore>();
        async Task<int> FoundAsync(string number) =>
            (await store.SearchAsync(Given.Amira.Id, Findables.Read(number), [.. Enum.GetValues<Queue>()], null, 10, default)).Lines.Length;
        Assert.Equal((1, 0), (await FoundAsync("07700 900456"), await FoundAsync("07700 900123")));
        var line = (await _console.Services.GetRequiredService<IAuditLog>().ReadAsync(full.Id, 20, default)).Single(entry => entry.Action is AuditAction.AnswerAdded);
        Assert.Equal(Question.Contact, line.Detail);
        await browser.OpenAsync($"/staff/cases/{full.Id:N}");
        Assert.Contains("07700 900456", browser.Page.QuerySelector(".reach")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_number_hides_with_the_old_while_calling_is_not_safe()
    {
        var (full, browser) = await OpenAsync(Answer(Question.SafeTimes, "only Sundays"));
        await browser.PressAsync("Add the answer to How to reach them", ("Form.Words", "07700 900456"));

        await browser.OpenAsync($"/staff/cases/{full.Id:N}");

        Assert.DoesNotContain("900456", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_answer_is_refused_and_what_was_filled_in_stays()
    {
        var (full, browser) = await OpenAsync();

        await browser.PressAsync("Add the answer to Anyone hurt");

        Assert.Contains("Nothing was recorded yet", browser.Said, StringComparison.Ordinal);
        Assert.Empty((await _console.FindAsync(full.Id)).Circumstances.Added);
    }

    [Fact]
    public async Task What_they_need_and_the_marker_for_visits_stand_on_case_card_and_conversation()
    {
        var (full, browser) = await OpenAsync();
        await browser.OpenAsync($"/staff/cases/{full.Id:N}");
        await browser.PressAsync("Record what they need", ("Known.Interpreter", "Polish"), ("Known.Adjustments", "LargePrint"), ("Known.Adjustments", "EasyRead"));
        await browser.PressAsync("Record home and household", ("Known.Property", "P-4417"), ("Known.Tenure", "SocialRent"), ("Known.Adults", "2"), ("Known.Children", "1"), ("Known.Patch", "Maidstone East"));
        await browser.PressAsync("Set the marker", ("Known.Reason", "A dog in the yard. Go in twos."), ("Known.ReviewOn", "2027-01-11"));

        foreach (var address in new[] { "", "/call", "/talk" })
        {
            await browser.OpenAsync($"/staff/cases/{full.Id:N}{address}");
            foreach (var shown in new[] { "Polish", "Large print, Easy read", "A dog in the yard. Go in twos.", "Mon 11 Jan 2027" })
                Assert.Contains(shown, browser.Page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        }

        await browser.OpenAsync($"/staff/cases/{full.Id:N}");
        foreach (var shown in new[] { "P-4417", "Social rent", "2 adults, 1 child", "Maidstone East" })
            Assert.Contains(shown, browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_of_a_marker_stays_when_it_is_not_in_order()
    {
        var (full, browser) = await OpenAsync();
        await browser.OpenAsync($"/staff/cases/{full.Id:N}");

        await browser.PressAsync("Set the marker", ("Known.Reason", "A dog in the yard."), ("Known.ReviewOn", "2026-11-01"));

        Assert.Equal("This time has passed.", browser.Page.QuerySelector("#visit-review-problem")!.TextContent);
        Assert.Equal("A dog in the yard.", browser.Page.QuerySelector("#visit-reason")!.TextContent);
        Assert.Null((await _console.FindAsync(full.Id)).Circumstances.Visits);
    }

    private Task<(Case, StaffBrowser)> OpenAsync(params Answer[] answers) => OpenAsync(Given.Report(), answers);

    private async Task<(Case, StaffBrowser)> OpenAsync(Report report, params Answer[] answers)
    {
        _console.Clock.Now = new DateTimeOffset(2026, 11, 23, 14, 0, 0, TimeSpan.Zero);
        var full = await _console.CaseAsync(report with { Told = answers.Aggregate(report.Told, (told, answer) => told.With(answer)) });
        var browser = (await _console.SignInAsync("Amira Khan")).Browser;
        return (full, await browser.OpenAsync($"/staff/cases/{full.Id:N}/call"));
    }

    private static Answer Answer(string question, string? words, params string[] choices) =>
        new() { Question = question, Kind = AnswerKind.Given, Words = words, Choices = [.. choices], At = Given.Sent };
}
