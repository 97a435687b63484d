using System.Net;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Staff;

/// <summary>Judging, setting the risk, closing and following up, in the console.</summary>
public sealed class DecisionsPage : IAsyncLifetime, IDisposable
{
    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Nothing_is_chosen_before_and_nothing_said_to_be_judged()
    {
        var (_, who) = await OpenAsync();

        Assert.Contains("Nobody has judged yet", who.Text, StringComparison.Ordinal);
        foreach (var choice in new[] { "#judgement", "#band", "#view" })
            Assert.Null(who.Page.QuerySelector($"{choice} option[selected]"));
    }

    [Fact]
    public async Task A_judgement_and_a_risk_show_who_and_why_beside_what_was_read()
    {
        var (full, who) = await OpenAsync();

        await who.PressAsync("Record the judgement", ("Decision.Judgement", "Crime"), ("Decision.Reason", "He has threatened them."));
        await who.PressAsync("Set the risk", ("Decision.Band", "High"), ("Decision.Reason", "Children live there."));

        Assert.Contains("Hate crime (possible crime, to be told to the police), Amira Khan", who.Text, StringComparison.Ordinal);
        Assert.Contains("High risk, set by Amira Khan", who.Text, StringComparison.Ordinal);
        Assert.Contains("Read from what they told: standard risk", who.Text, StringComparison.Ordinal);
        await who.OpenAsync("/staff?show=to-do&risk=High");
        Assert.Contains(full.First.Reference.ToString(), who.Text, StringComparison.Ordinal);
        Assert.Contains("Risk set by staff, read as standard risk", who.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_pages_open_at_once_the_second_is_told_and_keeps_what_was_typed()
    {
        var (_, who) = await OpenAsync();
        var other = await who.Copy().OpenAsync(who.Address);
        await who.PressAsync("Record the judgement", ("Decision.Judgement", "Crime"), ("Decision.Reason", "He has threatened them."));

        await other.PressAsync("Record the judgement", ("Decision.Judgement", "Incident"), ("Decision.Reason", "Shouting-only, as I heard."));

        Assert.Contains("Amira Khan decided this", other.Said, StringComparison.Ordinal);
        Assert.Equal("Shouting-only, as I heard.", other.Page.QuerySelector("#why-judge")!.TextContent);
        Assert.NotNull(other.Page.QuerySelector("#judgement option[value=Incident][selected]"));
    }

    [Fact]
    public async Task Each_thing_that_keeps_the_case_open_stands_there_with_what_to_do()
    {
        var (full, who) = await OpenAsync();
        Assert.Contains("Nobody has spoken with them. Record first contact, or 3 attempts on 3 different working days.", who.Text, StringComparison.Ordinal);
        Assert.Contains("record it under “Record their view”", who.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(who.Page.QuerySelectorAll("#close button"), _ => true);

        await ReadyAsync(full, who);

        Assert.DoesNotContain("This keeps it open", who.Text, StringComparison.Ordinal);
        Assert.NotNull(who.Page.QuerySelector("#close button"));
    }

    [Fact]
    public async Task A_closed_case_leaves_the_queue_is_found_and_opens_again_with_a_reason()
    {
        var (full, who) = await OpenAsync();
        await ReadyAsync(full, who);
        await who.PressAsync("Close the case", ("Decision.Outcome", "ActionTaken"), ("Decision.Reason", "An injunction."));
        Assert.Contains("The case is closed.", who.Said, StringComparison.Ordinal);
        Assert.Contains("Closed: action was taken against those responsible.", who.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Record first contact", who.Text, StringComparison.Ordinal);

        var reference = full.First.Reference.ToString();
        foreach (var view in new[] { "to-do", "mine", "contacted", "all" })
            Assert.DoesNotContain(reference, (await who.OpenAsync($"/staff?show={view}")).Text, StringComparison.Ordinal);
        Assert.Contains(reference, (await who.OpenAsync("/staff?show=closed")).Text, StringComparison.Ordinal);
        Assert.Contains("1 case", who.Text, StringComparison.Ordinal);
        await who.PressAsync("Find", ("look", "Sam"));
        Assert.Contains(reference, who.Text, StringComparison.Ordinal);
        await who.OpenAsync($"/staff/cases/{full.Id:N}");
        await who.PressAsync("Open it again", ("Decision.Reason", "They rang: it began again."));

        Assert.Contains("The case is open again.", who.Said, StringComparison.Ordinal);
        Assert.Contains(reference, (await who.OpenAsync("/staff?show=mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_close_at_once_the_second_is_told_and_keeps_what_was_typed()
    {
        var (full, who) = await OpenAsync();
        await ReadyAsync(full, who);
        var other = await who.Copy().OpenAsync(who.Address);
        await who.PressAsync("Close the case", ("Decision.Outcome", "ActionTaken"), ("Decision.Reason", "An injunction."));

        await other.PressAsync("Close the case", ("Decision.Outcome", "PassedToPolice"), ("Decision.Reason", "Crime number to follow."));

        Assert.Contains("Amira Khan closed this case", other.Said, StringComparison.Ordinal);
        Assert.Equal("Crime number to follow.", other.Page.QuerySelector("#why-close")!.TextContent);
    }

    [Fact]
    public async Task What_is_perceived_as_hate_waits_for_a_second_person_who_refuses_or_agrees()
    {
        var (full, who) = await OpenAsync();
        await ReadyAsync(full, who);
        await who.PressAsync("Close the case", ("Decision.Outcome", "NotHate"), ("Decision.Reason", "A quarrel over parking."));
        Assert.Contains("Until they agree, this stays an open case of hate.", who.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(who.Page.QuerySelectorAll("button"), button => button.TextContent.Contains("Agree and close", StringComparison.Ordinal));

        var manager = (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser;
        Assert.Contains("Waiting for a second person: 1", manager.Text, StringComparison.Ordinal);
        Assert.Contains(full.First.Reference.ToString(), (await manager.OpenAsync("/staff?show=second")).Text, StringComparison.Ordinal);
        await manager.OpenAsync($"/staff/cases/{full.Id:N}");
        Assert.Contains("A quarrel over parking.", manager.Text, StringComparison.Ordinal);
        await manager.PressAsync("Do not agree", ("Decision.Reason", "They said it is about their faith."));
        Assert.Contains("a case of hate", manager.Said, StringComparison.Ordinal);

        await (await who.OpenAsync($"/staff/cases/{full.Id:N}")).PressAsync("Close the case", ("Decision.Outcome", "NotHate"), ("Decision.Reason", "They have told me it is not."));
        await (await manager.OpenAsync($"/staff/cases/{full.Id:N}")).PressAsync("Agree and close", ("Decision.Reason", "I rang them; they say so."));

        var closed = (await _console.FindAsync(full.Id)).Standing;
        Assert.Equal((CaseState.Closed, false, "Amira Khan", "Grace Adeyemi"), (closed.State, closed.CountsAsHate, closed.Closed!.ProposedBy!.Name, closed.Closed.By!.Name));
    }

    [Fact]
    public async Task Whoever_asked_is_no_second_person_and_behind_the_wall_there_is_nothing_to_agree_to()
    {
        var manager = (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser;
        var full = await _console.CaseAsync(Given.Report(queue: Queue.StaffConduct));
        await manager.OpenAsync($"/staff/cases/{full.Id:N}");
        await ReadyAsync(full, manager);
        await manager.PressAsync("Close the case", ("Decision.Outcome", "NotHate"), ("Decision.Reason", "A quarrel."));
        var caseworker = (await _console.SignInAsync("Ben Okafor")).Browser;
        Assert.DoesNotContain("Waiting for a second person: ", caseworker.Text, StringComparison.Ordinal);

        var own = await _console.Commands.ConfirmNotHateAsync(
            new CaseCommand(Guid.NewGuid(), full.Id, new StaffActor((await _console.FindAsync(full.Id)).Standing.Proposal!.By!, StaffRole.Manager)), "Mine.", default);
        var walled = await _console.Commands.ConfirmNotHateAsync(new CaseCommand(Guid.NewGuid(), full.Id, Given.Caseworker(Given.Ben)), "Not mine.", default);

        Assert.IsType<SecondPersonNeeded>(own);
        Assert.IsType<CaseMissing>(walled);
    }

    [Fact]
    public async Task A_follow_up_stands_on_the_list_and_its_conversation_ends_it()
    {
        var (full, who) = await OpenAsync();
        await ReadyAsync(full, who);
        await who.PressAsync("Close the case", ("Decision.Outcome", "Resolved"), ("Decision.Reason", "They agreed."));
        _console.Clock.Now = (await _console.FindAsync(full.Id)).Standing.FollowUp!.At;
        await _console.Services.GetRequiredService<ClockWork>().ActOnDueAsync(default);
        var again = (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser;

        Assert.Contains(full.First.Reference.ToString(), (await again.OpenAsync("/staff?show=follow-up")).Text, StringComparison.Ordinal);
        await again.OpenAsync($"/staff/cases/{full.Id:N}");
        Assert.Contains("It is time to speak with them again.", again.Text, StringComparison.Ordinal);
        await again.PressAsync("Record the conversation", ("Decision.Reason", "It has stayed quiet."));

        Assert.Contains("Nothing more is to be followed up.", again.Said, StringComparison.Ordinal);
        Assert.Contains("No case is in this view", (await again.OpenAsync("/staff?show=follow-up")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_says_when_a_case_opened_again_by_itself()
    {
        var (full, who) = await OpenAsync();
        await ReadyAsync(full, who);
        await who.PressAsync("Close the case", ("Decision.Outcome", "Resolved"), ("Decision.Reason", "They agreed."));
        await _console.Commands.AddMessageAsync(full.First.Id, new ReporterMessage("t/10", "It began again.", [], _console.Clock.Now, false, false), default);

        await who.OpenAsync($"/staff/cases/{full.Id:N}");

        Assert.Contains("The person wrote again. The case opened again.", who.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_sees_what_was_decided_and_no_word_of_the_person()
    {
        var (full, who) = await OpenAsync();
        await ReadyAsync(full, who);
        var auditor = (await _console.SignInAsync("Ida Audit", StaffRole.Auditor)).Browser;

        await auditor.OpenAsync($"/staff/cases/{full.Id:N}");

        Assert.Equal(HttpStatusCode.OK, auditor.Status);
        Assert.Contains("Partly satisfied", auditor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Velvet-anchor", auditor.Text, StringComparison.Ordinal);
    }

    private async Task<(Case Full, StaffBrowser Who)> OpenAsync()
    {
        var full = await _console.CaseAsync();
        var who = (await _console.SignInAsync("Amira Khan")).Browser;
        return (full, await who.OpenAsync($"/staff/cases/{full.Id:N}"));
    }

    // Somebody has it, has spoken with the person, and knows their view.
    private static async Task ReadyAsync(Case full, StaffBrowser who)
    {
        await who.OpenAsync($"/staff/cases/{full.Id:N}");
        await who.PressAsync("Take this case");
        await who.PressAsync("Record first contact", ("Form.Outcome", "Spoke."));
        await who.PressAsync("Record their view", ("Decision.View", "Partly"), ("Decision.Reason", "Velvet-anchor is what they said."));
        Assert.Contains("Their own view is recorded.", who.Said, StringComparison.Ordinal);
    }
}
