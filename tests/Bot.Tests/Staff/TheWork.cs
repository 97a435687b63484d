using System.Net;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Staff;

/// <summary>The work on a case, on its page and over all cases.</summary>
public sealed class TheWork : IAsyncLifetime, IDisposable
{
    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task A_task_is_written_down_found_among_my_tasks_and_done()
    {
        var (full, who) = await TakenAsync();
        await who.PressAsync("Write it down", ("Work.What", "Ring the housing officer"), ("Work.Due", Day(1)));
        Assert.Contains("The task is written down.", who.Said, StringComparison.Ordinal);

        await who.OpenAsync("/staff/tasks");
        Assert.Contains("Ring the housing officer", who.Text, StringComparison.Ordinal);
        Assert.Contains(full.First.Reference.ToString(), who.Text, StringComparison.Ordinal);
        await who.OpenAsync(who.Page.QuerySelector(".tasks .open")!.GetAttribute("href")!);
        await who.PressAsync("Done");

        Assert.Contains("The task is done.", who.Said, StringComparison.Ordinal);
        Assert.Contains("Nothing is open.", who.Text, StringComparison.Ordinal);
        Assert.Contains("Ring the housing officer", who.Page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([AuditAction.TaskDone, AuditAction.TaskAdded], (await _console.TraceAsync(full.Id)).Where(action => action is AuditAction.TaskAdded or AuditAction.TaskDone));
        Assert.Empty((await who.OpenAsync("/staff/tasks")).Page.QuerySelectorAll(".tasks"));
    }

    [Fact]
    public async Task What_should_be_done_by_now_is_marked_in_words()
    {
        var (full, who) = await TakenAsync();
        var now = _console.Clock.Now;
        var read = await _console.FindAsync(full.Id);
        var task = new TaskAdded { Command = Guid.NewGuid(), At = now.AddDays(-3), By = Given.Ben, Kind = TaskKind.Other, What = "Ring them", Due = now.AddDays(-1) };
        await _console.Store.TryReplaceAsync(read.With(task), Given.Audit(read), default);

        await who.OpenAsync("/staff/tasks");

        Assert.Contains("Overdue since", who.Page.QuerySelector(".overdue .due")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_box_and_what_was_typed_is_kept()
    {
        var (full, who) = await TakenAsync();

        await who.PressAsync("Write it down", ("Work.What", "Ring the housing officer"), ("Work.Due", "2026-12-25"));

        Assert.Contains("Choose a working day", who.Page.QuerySelector("#task-due-problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ring the housing officer", who.Page.QuerySelector("#task-what")!.TextContent);
        Assert.Empty((await _console.FindAsync(full.Id)).Tasks);
    }

    [Fact]
    public async Task Of_two_who_close_a_task_the_second_is_told()
    {
        var (_, who) = await TakenAsync();
        await who.PressAsync("Write it down", ("Work.What", "Ring them"), ("Work.Due", Day(1)));
        var late = who.Post("Close it without doing it", ("Work.NotNeededBecause", "They rang us."));
        await who.PressAsync("Done");

        await who.ShowAsync(await who.SendAsync(late));

        Assert.Contains("not open any more", who.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_update_that_was_agreed_is_a_task_until_it_is_recorded()
    {
        var (full, who) = await TakenAsync();
        await who.PressAsync("Record the plan", ("Work.Agreed", "We write to the landlord next door."), ("Work.NextUpdate", Day(1)));
        Assert.Contains("Give the next update", who.Page.QuerySelector(".tasks")!.TextContent, StringComparison.Ordinal);

        await who.PressAsync("Record the update", ("Work.Way", "Call"), ("Work.Told", "The letter went out."), ("Work.NoneBecause", "They want no more."));

        Assert.Contains("Nothing is open.", who.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await _console.FindAsync(full.Id)).Tasks, task => task.State is TaskState.Open);
    }

    [Fact]
    public async Task A_task_in_a_case_behind_a_wall_is_on_nobodys_list_who_may_not_see_it()
    {
        var (full, who) = await TakenAsync();
        await who.PressAsync("Write it down", ("Work.What", "Ring them"), ("Work.Due", Day(1)), ("Work.Owner", (await _console.FindAsync(full.Id)).Standing.Holder!.Id.ToString()));
        await _console.Commands.TransferAsync(new CaseCommand(Guid.NewGuid(), full.Id, Given.Manager(Given.Ben)), new Transfer(null, Queue.StaffConduct, "It names a colleague."), default);

        await who.OpenAsync("/staff/tasks");

        Assert.Equal(HttpStatusCode.OK, who.Status);
        Assert.DoesNotContain("Ring them", who.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_is_nobodys_is_not_shown_to_somebody_its_case_is_walled_off_from()
    {
        var (full, who) = await TakenAsync();
        await who.PressAsync("Write it down", ("Work.What", "Ring them"), ("Work.Due", Day(1)));
        var amira = (await _console.FindAsync(full.Id)).Standing.Holder!;
        var read = await _console.FindAsync(full.Id);
        var wall = new ConflictDeclared { Command = Guid.NewGuid(), At = _console.Clock.Now, By = Given.Ben, Who = amira, Kind = Enum.GetValues<ConflictKind>()[0], Reason = "x" };
        await _console.Store.TryReplaceAsync(read.With(wall), Given.Audit(read), default);

        foreach (var list in new[] { "mine", "nobody" })
        {
            await who.OpenAsync($"/staff/tasks?show={list}");
            Assert.Equal(HttpStatusCode.OK, who.Status);
            Assert.DoesNotContain("Ring them", who.Text, StringComparison.Ordinal);
        }

        var ben = (await _console.SignInAsync("Ben Okafor")).Browser;
        Assert.Contains("Ring them", (await ben.OpenAsync("/staff/tasks?show=nobody")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_the_person_gave_stands_in_the_form_already()
    {
        var report = Given.Report();
        var told = report.Told.With(new Answer { Question = Question.PoliceReference, Kind = AnswerKind.Given, Words = "CAD 123-201126", At = Given.Sent });

        var (_, who) = await TakenAsync(report with { Told = told });

        Assert.Equal("123-201126", who.Page.QuerySelector("#police-number")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_referral_goes_from_proposed_to_answered_and_says_when_consent_is_taken_back()
    {
        var (_, who) = await TakenAsync();
        await who.PressAsync("Propose it", ("Work.Service", "galop"), ("Work.Why", "Somebody to talk to"));
        Assert.Contains("proposed, not agreed yet", who.Text, StringComparison.Ordinal);
        await who.PressAsync("Record the consent", ("Work.Giver", "Person"), ("Work.On", Day(0)), ("Work.MayPassOn", "Name and number"));
        await who.PressAsync("Record the referral as made", ("Work.PassedOn", "Her first name"));
        Assert.Contains("Her first name", who.Page.QuerySelector(".told")!.TextContent, StringComparison.Ordinal);

        await who.PressAsync("They no longer agree");

        Assert.Contains("Pass on nothing more.", who.Page.QuerySelector(".withdrawn")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tell the service that the person no longer agrees: Galop", who.Page.QuerySelector(".tasks")!.TextContent, StringComparison.Ordinal);
        await who.PressAsync("Record the answer", ("Work.Answer", "They will ring on Friday."));
        Assert.Contains("They will ring on Friday.", who.Page.QuerySelector(".steps")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_told_against_the_persons_choice_needs_a_reason_and_is_listed_with_it()
    {
        var (full, who) = await TakenAsync();
        (string, string)[] told =
        [
            ("Work.Body", "Police"), ("Work.Whom", "Kent Police, Sevenoaks"), ("Work.Told", "He said he would burn the house."), ("Work.Basis", "VitalInterests"),
            ("Work.Condition", "UnlawfulActs"), ("Work.Agreement", "No"), ("Work.SafetyReason", "She is at her sister's tonight."),
        ];

        await who.PressAsync("Record what was told", told);
        Assert.NotNull(who.Page.QuerySelector("#against-problem"));
        Assert.Equal("Kent Police, Sevenoaks", who.Page.QuerySelector("#whom")!.GetAttribute("value"));
        await who.PressAsync("Record what was told", [.. told, ("Work.Against", "SeriousRisk"), ("Work.AgainstReason", "A threat to life."), ("Work.ToldFirst", "NotSafe")]);

        Assert.Contains("Somebody is at serious risk: A threat to life.", who.Page.QuerySelector(".told")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Their safety: She is at her sister's tonight.", who.Page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The person had not agreed", who.Page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(AuditAction.DisclosedAgainstChoice, await _console.TraceAsync(full.Id));
    }

    [Fact]
    public async Task An_action_police_reference_and_repair_are_recorded_and_followed_up()
    {
        var (_, who) = await TakenAsync();
        await who.PressAsync("Record the action", ("Work.Safety", "NotSafe"), ("Work.SafetyReason", "He lives next door."), ("Work.Action", "WarningLetter"));
        Assert.Contains("not safe for the person", who.Said, StringComparison.Ordinal);
        Assert.Equal("He lives next door.", who.Page.QuerySelector("#safety-why")!.TextContent);

        await who.PressAsync("Record the action", ("Work.Safety", "SafeWithMeasures"));
        await who.PressAsync("Record the outcome", ("Work.Came", "He has stopped."));
        await who.PressAsync("Record the reference", ("Work.Number", "46/12345/26"), ("Work.On", Day(0)), ("Work.Reporter", "Person"));
        await who.PressAsync("Record the repair", ("Work.Repair", "Lock"), ("Work.Where", "Back door"));

        foreach (var shown in new[] { "He has stopped.", "46/12345/26", "See whether the repair was done: Back door" })
            Assert.Contains(shown, who.Page.QuerySelector("#work")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("24 hours", who.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_that_is_none_is_refused()
    {
        var (full, who) = await TakenAsync();

        var answer = await who.SendAsync(who.Post("Record the action", ("Work.Safety", "Perhaps"), ("Work.SafetyReason", "x")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty((await _console.FindAsync(full.Id)).Work.Actions);
    }

    private async Task<(Case Case, StaffBrowser Browser)> TakenAsync(Report? report = null)
    {
        var full = await _console.CaseAsync(report);
        var who = (await _console.SignInAsync("Amira Khan")).Browser;
        await who.OpenAsync($"/staff/cases/{full.Id:N}");
        await who.PressAsync("Take this case");
        return (full, who);
    }

    // So many working days after today.
    private string Day(int working)
    {
        var times = _console.Services.GetRequiredService<CaseTimes>();
        var day = times.DayOf(_console.Clock.Now);
        for (; working > 0; working--)
            do
                day = day.AddDays(1);
            while (!times.IsWorkingDay(day));
        return day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
