using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

public sealed class CaseStandingTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_case_begins_as_its_report_was_routed()
    {
        var standing = Given.Case(Given.Report(queue: Queue.Safeguarding, risk: RiskBand.Medium, due: Tuesday)).Standing;

        Assert.Equal((Queue.Safeguarding, CaseState.New, RiskBand.Medium, Tuesday), (standing.Queue, standing.State, standing.Risk, standing.Due));
        Assert.Null(standing.Holder);
    }

    [Fact]
    public void A_claim_and_a_release_leave_it_in_the_queue()
    {
        var claimed = Given.Case(Given.Report()).With(Claim());
        var released = claimed.With(new CaseReleased { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira });

        Assert.Equal((CaseState.Claimed, Given.Amira), (claimed.Standing.State, claimed.Standing.Holder));
        Assert.Equal((CaseState.New, null), (released.Standing.State, released.Standing.Holder));
    }

    [Fact]
    public void An_attempt_stops_no_clock()
    {
        var tried = Given.Case(Given.Report()).With(Claim()).With(new ContactAttempted
        {
            Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Way = ContactWay.Call, Outcome = AttemptOutcome.NoAnswer, TriedAt = Given.Sent,
        });

        Assert.Equal(CaseState.Claimed, tried.Standing.State);
        Assert.Null(tried.Standing.Contact);
    }

    [Fact]
    public void A_conversation_keeps_the_promise_and_the_case_keeps_its_place()
    {
        var contacted = Given.Case(Given.Report(due: Tuesday)).With(Contact());

        Assert.Equal((CaseState.Contacted, Tuesday), (contacted.Standing.State, contacted.Standing.Due));
    }

    [Fact]
    public void A_further_report_starts_its_own_clock()
    {
        var contacted = Given.Case(Given.Report(due: Tuesday)).With(Contact());

        var joined = CaseReception.Receive(contacted, contacted.Id, Given.Report(due: Tuesday.AddDays(7), risk: RiskBand.High), Given.Sent.AddDays(6), CaseTimes.Standard)!;

        Assert.Equal((CaseState.New, Tuesday.AddDays(7), RiskBand.High), (joined.Standing.State, joined.Standing.Due, joined.Standing.Risk));
    }

    [Fact]
    public void The_earliest_open_promise_is_the_one_that_is_due()
    {
        var first = Given.Case(Given.Report(due: Tuesday));

        var joined = CaseReception.Receive(first, first.Id, Given.Report(due: Tuesday.AddDays(1)), Given.Sent, CaseTimes.Standard)!;

        Assert.Equal(Tuesday, joined.Standing.Due);
    }

    [Fact]
    public void Finishing_a_report_about_staff_takes_the_case_from_whoever_has_it()
    {
        var id = Guid.NewGuid();
        var shared = Given.Case(Given.Report(id) with { IsFinished = false }).With(Claim());

        var finished = CaseReception.Receive(shared, shared.Id, Given.Report(id, queue: Queue.StaffConduct), Given.Sent.AddHours(1), CaseTimes.Standard)!;

        Assert.Equal((Queue.StaffConduct, CaseState.New, null), (finished.Standing.Queue, finished.Standing.State, finished.Standing.Holder));
    }

    [Fact]
    public void What_staff_know_to_be_about_one_of_them_stays_there_when_the_report_is_finished()
    {
        var id = Guid.NewGuid();
        var shared = Given.Case(Given.Report(id) with { IsFinished = false });
        var moved = shared.With(new CaseTransferred { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Ben, Queue = Queue.StaffConduct, Cause = MoveCause.Asked, Reason = "It is about the warden." });

        var finished = CaseReception.Receive(moved, moved.Id, Given.Report(id, queue: Queue.Urgent), Given.Sent.AddHours(1), CaseTimes.Standard)!;

        Assert.Equal(Queue.StaffConduct, finished.Standing.Queue);
    }

    [Fact]
    public void Finishing_a_shared_report_keeps_the_promise_first_made_and_routes_it_anew()
    {
        var id = Guid.NewGuid();
        var shared = Given.Case(Given.Report(id, due: Tuesday, finished: false, risk: RiskBand.High));

        var finished = CaseReception.Receive(
            shared, shared.Id, Given.Report(id, queue: Queue.StaffConduct, due: Tuesday.AddDays(1), account: "And there is more."), Given.Sent.AddHours(1), CaseTimes.Standard)!;

        Assert.Equal((Tuesday, Queue.StaffConduct, RiskBand.High), (finished.Standing.Due, finished.Standing.Queue, finished.Standing.Risk));
        Assert.Equal("And there is more.", Assert.Single(finished.Reports).Told.AccountText);
        Assert.Equal(2, finished.History.Length);
    }

    [Fact]
    public void Contact_made_before_a_shared_report_was_finished_still_counts()
    {
        var id = Guid.NewGuid();
        var shared = Given.Case(Given.Report(id, finished: false)).With(Contact());

        var finished = CaseReception.Receive(shared, shared.Id, Given.Report(id), Given.Sent.AddHours(1), CaseTimes.Standard)!;

        Assert.Equal(CaseState.Contacted, finished.Standing.State);
    }

    [Fact]
    public void A_report_received_before_changes_nothing()
    {
        var report = Given.Report();
        var received = Given.Case(report);

        Assert.Null(CaseReception.Receive(received, received.Id, report, Given.Sent, CaseTimes.Standard));
        Assert.Null(CaseReception.Receive(received, received.Id, report with { IsFinished = false }, Given.Sent, CaseTimes.Standard));
    }

    [Fact]
    public void A_history_without_a_report_is_no_case()
    {
        var failure = Record.Exception(() => CaseStanding.Of(ImmutableArray<CaseEvent>.Empty));

        Assert.IsType<InvalidOperationException>(failure);
    }

    private static CaseClaimed Claim() => new() { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira };

    private static FirstContactMade Contact() => new()
    {
        Command = Guid.NewGuid(), At = Given.Sent.AddHours(2), By = Given.Amira, Way = ContactWay.Call, SpokeAt = Given.Sent.AddHours(2), Outcome = "They are safe.",
    };
}
