using ReportBot.Bot.Alerts;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Alerts;

/// <summary>Who is alerted to what, and when.</summary>
public sealed class Alerting : IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly AlertsUnderTest _alerts = new();

    public ValueTask DisposeAsync() => _alerts.DisposeAsync();

    [Fact]
    public async Task An_urgent_report_alerts_whoever_is_on_call_and_says_nothing_of_it()
    {
        await OnCallAsync("Amira Khan");
        await _alerts.ReportAsync();

        await _alerts.PassAsync();

        var told = Assert.Single(_alerts.Told);
        Assert.Equal("Amira Khan", told.To);
        Assert.Equal("ReportBot: something urgent waits in the urgent queue. Sign in.", told.Message.Text);
        Assert.Equal("https://reports.example.org/staff", told.Message.Link.ToString());
    }

    [Fact]
    public async Task Whoever_a_case_is_kept_from_is_not_told_and_the_next_is()
    {
        var amira = await OnCallAsync("Amira Khan");
        await OnCallAsync("Ben Okafor");
        await _alerts.MemberAsync("Grace Adeyemi", StaffRole.Manager);
        var full = await _alerts.ReportAsync();
        Assert.IsType<CaseDone>(await _alerts.Commands.DeclareConflictAsync(new CaseCommand(Guid.NewGuid(), full.Id, amira), new Conflict(null, ConflictKind.Neighbour, "x"), default));

        await _alerts.PassAsync();

        Assert.Equal("Ben Okafor", Assert.Single(_alerts.Told).To);
    }

    [Fact]
    public async Task A_usual_report_waits_for_the_queue()
    {
        await OnCallAsync("Amira Khan");
        await _alerts.ReportAsync(Queue.CommunitySafety);

        await _alerts.PassAsync(Hour);

        Assert.Empty(_alerts.Told);
    }

    [Fact]
    public async Task A_high_risk_report_alerts_in_any_queue()
    {
        await OnCallAsync("Amira Khan");
        await _alerts.ReportAsync(Queue.CommunitySafety, RiskBand.High);

        await _alerts.PassAsync();

        Assert.Contains("the community safety queue", Assert.Single(_alerts.Told).Message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public async Task A_message_of_danger_and_somebody_who_waits_alert(bool urgent, bool asks, bool waits)
    {
        var amira = await OnCallAsync("Amira Khan");
        var full = await _alerts.ReportAsync(Queue.CommunitySafety);
        await _alerts.ClaimAsync(full, amira);
        await _alerts.WriteAsync(full, "zeppelin", urgent, asks, waits ? _alerts.Clock.Now.AddMinutes(10) : null);

        await _alerts.PassAsync();

        Assert.Single(_alerts.Told);
    }

    [Fact]
    public async Task A_message_that_needs_nobody_at_once_alerts_nobody()
    {
        await OnCallAsync("Amira Khan");
        await _alerts.WriteAsync(await _alerts.ReportAsync(Queue.CommunitySafety), "Thank you.");

        await _alerts.PassAsync(Hour);

        Assert.Empty(_alerts.Told);
    }

    [Fact]
    public async Task Warnings_a_missed_promise_and_a_case_that_goes_up_alert_at_their_times()
    {
        await OnCallAsync("Amira Khan", until: TimeSpan.FromDays(5));
        await OnCallAsync("Ben Okafor", until: TimeSpan.FromDays(6));
        await _alerts.ReportAsync(Queue.CommunitySafety);

        for (var minute = 0; minute < 3 * 24 * 60; minute += 5)
        {
            await _alerts.Clockwork.ActOnDueAsync(default);
            await _alerts.PassAsync();
            _alerts.Clock.Now += TimeSpan.FromMinutes(5);
        }

        var alerts = _alerts.Store.Latest(20);
        Assert.Equal([AlertKind.PromiseWarned, AlertKind.PromiseMissed, AlertKind.Escalated], alerts.OrderBy(alert => alert.Kind).Select(alert => alert.Kind));
        Assert.NotNull(alerts.Single(alert => alert.Kind is AlertKind.PromiseWarned).Closed);
        Assert.Equal(["Amira Khan", "Ben Okafor"], _alerts.Told.Select(told => told.To).Distinct().Order());
    }

    [Fact]
    public async Task Nobody_is_alerted_while_a_console_of_the_queue_is_open_and_somebody_is_once_it_is_closed()
    {
        var amira = await OnCallAsync("Amira Khan");
        using (_alerts.Presence.Enter(amira))
        {
            await _alerts.ReportAsync();
            await _alerts.PassAsync(Hour);
            Assert.Empty(_alerts.Told);
        }

        await _alerts.PassAsync(TimeSpan.FromSeconds(105));
        Assert.Empty(_alerts.Told);
        await _alerts.PassAsync(TimeSpan.FromSeconds(30));

        Assert.Single(_alerts.Told);
    }

    [Theory]
    [InlineData(StaffRole.Caseworker)]
    [InlineData(StaffRole.Auditor)]
    public async Task A_console_of_somebody_who_does_not_work_on_the_queue_is_none(StaffRole role)
    {
        await _alerts.MemberAsync("Grace Adeyemi", StaffRole.Manager);
        using var console = _alerts.Presence.Enter(await _alerts.MemberAsync("Some One", role));
        await _alerts.ReportAsync(Queue.StaffConduct, RiskBand.High);

        await _alerts.PassAsync();

        Assert.Equal("Grace Adeyemi", Assert.Single(_alerts.Told).To);
    }

    [Fact]
    public async Task When_nobody_comes_the_next_is_told_and_then_the_managers_and_then_nobody_more()
    {
        await OnCallAsync("Amira Khan");
        await OnCallAsync("Ben Okafor");
        await _alerts.MemberAsync("Grace Adeyemi", StaffRole.Manager);
        await _alerts.MemberAsync("Cora Lane", StaffRole.CommunitySafetyManager);
        await _alerts.ReportAsync();
        var from = _alerts.Clock.Now;

        await _alerts.PassAsync(2 * Hour);

        Assert.Equal(
            [("Amira Khan", 0, AlertStep.OnCall), ("Ben Okafor", 10, AlertStep.Next), ("Cora Lane", 20, AlertStep.Managers), ("Grace Adeyemi", 20, AlertStep.Managers)],
            _alerts.Told.Select(told => (told.To!, (int)(told.At - from).TotalMinutes, told.Message.Step)).OrderBy(told => told.Item2).ThenBy(told => told.Item1));
    }

    [Fact]
    public async Task Whoever_comes_stops_it_until_they_have_gone_again()
    {
        var amira = await OnCallAsync("Amira Khan");
        await OnCallAsync("Ben Okafor");
        await _alerts.ReportAsync();
        await _alerts.PassAsync();
        using (_alerts.Presence.Enter(amira))
            await _alerts.PassAsync(Hour);
        Assert.Single(_alerts.Told);

        await _alerts.PassAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(["Amira Khan", "Ben Okafor"], _alerts.Told.Select(told => told.To));
    }

    [Fact]
    public async Task Once_it_is_taken_nobody_more_is_told_and_what_waits_does_not_go()
    {
        var amira = await OnCallAsync("Amira Khan");
        _alerts.Ways[0].Answer = (_, _) => Task.FromResult(WayResult.Down("down"));
        var full = await _alerts.ReportAsync();
        await _alerts.PassAsync();

        await _alerts.ClaimAsync(full, amira);
        await _alerts.PassAsync(Hour);

        Assert.Single(_alerts.Told);
        Assert.NotNull(Assert.Single(_alerts.Store.Latest(9)).Closed);
    }

    [Fact]
    public async Task Whoever_is_away_is_passed_over()
    {
        var amira = await OnCallAsync("Amira Khan");
        await OnCallAsync("Ben Okafor");
        await _alerts.Absences.RecordAsync(new Absence(Guid.NewGuid(), amira.Who.Id, _alerts.Clock.Now.AddHours(-1), _alerts.Clock.Now.AddDays(1), null, amira.Who.Id), default);
        await _alerts.ReportAsync();

        await _alerts.PassAsync();

        Assert.Equal("Ben Okafor", Assert.Single(_alerts.Told).To);
    }

    [Fact]
    public async Task Whoever_may_not_see_the_queue_is_passed_over()
    {
        await OnCallAsync("Amira Khan");
        await _alerts.MemberAsync("Grace Adeyemi", StaffRole.Manager);
        await _alerts.ReportAsync(Queue.StaffConduct, RiskBand.High);

        await _alerts.PassAsync();

        Assert.Equal("Grace Adeyemi", Assert.Single(_alerts.Told).To);
    }

    [Fact]
    public async Task With_nobody_on_call_the_managers_are_told_at_once_though_they_are_away()
    {
        var grace = await _alerts.MemberAsync("Grace Adeyemi", StaffRole.Manager);
        await _alerts.Absences.RecordAsync(new Absence(Guid.NewGuid(), grace.Who.Id, _alerts.Clock.Now, _alerts.Clock.Now.AddDays(1), null, grace.Who.Id), default);
        await _alerts.ReportAsync();

        await _alerts.PassAsync();

        Assert.Equal("Grace Adeyemi", Assert.Single(_alerts.Told).To);
    }

    [Fact]
    public async Task Whom_no_way_leads_to_is_passed_over()
    {
        await OnCallAsync("Amira Khan");
        await OnCallAsync("Ben Okafor");
        _alerts.Ways[0].Leads = member => member.Name != "Amira Khan";
        await _alerts.ReportAsync();

        await _alerts.PassAsync();

        Assert.Equal("Ben Okafor", Assert.Single(_alerts.Told).To);
    }

    [Fact]
    public async Task What_leads_to_nobody_is_seen_and_goes_out_once_it_leads_to_somebody()
    {
        await _alerts.ReportAsync();
        await _alerts.PassAsync();
        Assert.Equal(1, _alerts.Status.Untold());
        await _alerts.MemberAsync("Grace Adeyemi", StaffRole.Manager);

        await _alerts.PassAsync(TimeSpan.FromMinutes(11));

        Assert.Single(_alerts.Told);
        Assert.Equal(0, _alerts.Status.Untold());
    }

    [Fact]
    public async Task A_case_is_alerted_to_once_for_the_same_thing_and_anew_when_it_happens_anew()
    {
        var amira = await OnCallAsync("Amira Khan");
        var full = await _alerts.ReportAsync(Queue.CommunitySafety);
        await _alerts.ClaimAsync(full, amira);
        await _alerts.WriteAsync(full, urgent: true);
        await _alerts.WriteAsync(full, urgent: true);
        await _alerts.PassAsync();
        Assert.Single(_alerts.Told);
        await _alerts.Commands.MarkReadAsync(new CaseCommand(Guid.NewGuid(), full.Id, amira), default);
        await _alerts.PassAsync();

        await _alerts.WriteAsync(full, urgent: true);
        await _alerts.PassAsync();

        Assert.Equal(2, _alerts.Told.Count);
    }

    [Fact]
    public async Task A_case_that_is_urgent_and_in_danger_at_once_sends_one_message_a_step()
    {
        await OnCallAsync("Amira Khan");
        await OnCallAsync("Ben Okafor");
        await _alerts.MemberAsync("Grace Adeyemi", StaffRole.Manager);
        var full = await _alerts.ReportAsync();
        await _alerts.WriteAsync(full, urgent: true, asks: true);

        await _alerts.PassAsync(Hour);

        Assert.Equal(["Amira Khan", "Ben Okafor", "Grace Adeyemi"], _alerts.Told.Select(told => told.To));
    }

    [Fact]
    public async Task Danger_that_comes_after_somebody_was_told_is_told_at_once_and_goes_on_as_one()
    {
        await OnCallAsync("Amira Khan");
        await _alerts.MemberAsync("Grace Adeyemi", StaffRole.Manager);
        var full = await _alerts.ReportAsync();
        await _alerts.PassAsync(TimeSpan.FromMinutes(2));
        await _alerts.WriteAsync(full, urgent: true);

        await _alerts.PassAsync(Hour);

        Assert.Equal(["Amira Khan", "Amira Khan", "Grace Adeyemi"], _alerts.Told.Select(told => told.To));
    }

    [Fact]
    public async Task Danger_nobody_has_read_is_told_although_the_case_was_taken_before_the_one_message_went()
    {
        var amira = await OnCallAsync("Amira Khan");
        _alerts.Ways[0].Answer = (_, _) => Task.FromResult(WayResult.Down("timed-out"));
        var full = await _alerts.ReportAsync();
        await _alerts.WriteAsync(full, urgent: true);
        await _alerts.PassAsync();
        await _alerts.ClaimAsync(full, amira);
        _alerts.Ways[0].Answer = (_, _) => Task.FromResult(WayResult.Sent);

        await _alerts.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(1, _alerts.Store.Since(_alerts.Clock.Now.AddDays(-1)).Count(send => send.Sent is not null));
    }

    [Fact]
    public async Task What_waits_for_somebody_the_case_is_kept_from_by_then_is_dropped_and_the_next_is_told_at_once()
    {
        var amira = await OnCallAsync("Amira Khan");
        await OnCallAsync("Ben Okafor");
        await _alerts.MemberAsync("Grace Adeyemi", StaffRole.Manager);
        var full = await _alerts.ReportAsync();
        await _alerts.Work.RoundAsync(default);
        Assert.IsType<CaseDone>(await _alerts.Commands.DeclareConflictAsync(new CaseCommand(Guid.NewGuid(), full.Id, amira), new Conflict(null, ConflictKind.Neighbour, "x"), default));

        await _alerts.PassAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("Ben Okafor", Assert.Single(_alerts.Told).To);
        var dropped = _alerts.Store.Since(_alerts.Clock.Now.AddDays(-1)).Single(send => send.Staff == amira.Who.Id);
        Assert.True(dropped is { IsDropped: true, Sent: null, Due: null });
        Assert.Equal(0, Assert.Single(_alerts.Status.Ways()).Failing);
    }

    [Fact]
    public async Task News_of_danger_after_everybody_was_told_begins_anew()
    {
        var amira = await OnCallAsync("Amira Khan");
        await _alerts.MemberAsync("Grace Adeyemi", StaffRole.Manager);
        var full = await _alerts.ReportAsync(Queue.CommunitySafety);
        await _alerts.ClaimAsync(full, amira);
        await _alerts.WriteAsync(full, urgent: true);
        await _alerts.PassAsync(Hour);
        Assert.Equal(2, _alerts.Told.Count);

        await _alerts.WriteAsync(full, urgent: true);
        await _alerts.PassAsync(Hour);

        Assert.Equal(["Amira Khan", "Grace Adeyemi", "Amira Khan", "Grace Adeyemi"], _alerts.Told.Select(told => told.To));
    }

    [Fact]
    public async Task What_happened_more_than_a_day_before_ways_were_turned_on_is_the_queues()
    {
        await OnCallAsync("Amira Khan", until: TimeSpan.FromDays(9));
        await _alerts.ReportAsync();
        _alerts.Clock.Now += TimeSpan.FromHours(25);

        await _alerts.PassAsync(Hour);

        Assert.Empty(_alerts.Told);
    }

    [Fact]
    public void A_case_that_waits_for_a_second_person_alerts_somebody_else_who_oversees()
    {
        var (first, second) = (Given.Manager(Given.Amira), Given.Manager(Given.Ben));
        var full = Given.Case(Given.Report()).With(new FirstContactMade
        {
            Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Way = ContactWay.Call, SpokeAt = Given.Sent, Outcome = "Spoke.",
        });
        Assert.False(AlertRules.Needs(full, AlertKind.SecondPerson));

        var asked = full.With(new NotHateProposed { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Reason = "x" });

        Assert.Equal([AlertKind.SecondPerson], AlertRules.Raises(AuditAction.NotHateProposed));
        Assert.True(AlertRules.Needs(asked, AlertKind.SecondPerson));
        Assert.False(AlertRules.MaySeeTo(asked, AlertKind.SecondPerson, first));
        Assert.False(AlertRules.MaySeeTo(asked, AlertKind.SecondPerson, Given.Caseworker(Given.Ben)));
        Assert.True(AlertRules.MaySeeTo(asked, AlertKind.SecondPerson, second));
    }

    [Fact]
    public void Whom_a_case_is_kept_from_is_not_told_of_it()
    {
        var full = Given.Case(Given.Report(queue: Queue.Urgent));
        var kept = full.With(new ConflictDeclared { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Ben, Who = Given.Amira, Kind = default, Reason = "x" });

        Assert.True(AlertRules.MaySeeTo(full, AlertKind.UrgentReport, Given.Manager(Given.Amira)));
        Assert.False(AlertRules.MaySeeTo(kept, AlertKind.UrgentReport, Given.Manager(Given.Amira)));
    }

    private async Task<StaffActor> OnCallAsync(string name, TimeSpan? until = null)
    {
        var member = await _alerts.MemberAsync(name);
        await _alerts.OnCallAsync(member, name.StartsWith('A') ? -2 * Hour : -Hour, until ?? 12 * Hour);
        return member;
    }
}
