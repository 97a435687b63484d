using System.Text.Json;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>What may be decided about a case, and what comes of it.</summary>
public sealed class DecisionsRules
{
    private static readonly StaffActor Amira = Given.Caseworker(Given.Amira);
    private static readonly StaffActor Ben = Given.Manager(Given.Ben);

    [Fact]
    public void Nothing_is_judged_before_staff_judge()
    {
        var standing = Given.Case(Given.Report()).Standing;

        Assert.Null(standing.Judged);
        Assert.True(standing.CountsAsHate);
    }

    [Fact]
    public void A_judgement_has_a_name_and_a_reason_can_be_changed_and_both_are_kept()
    {
        var full = Given.Case(Given.Report());

        var without = CaseRules.Judge(full, Judged(Judgement.Incident, " "), seen: null);
        var first = Done(CaseRules.Judge(full, Judged(Judgement.Incident, "Shouting, no law broken."), seen: null));
        var second = Done(CaseRules.Judge(first, Judged(Judgement.Crime, "He has threatened them since."), first.Standing.Judged!.Command));

        Assert.IsType<CaseIncomplete>(without);
        Assert.Equal((Judgement.Crime, Given.Amira), (second.Standing.Judged!.Judgement, second.Standing.Judged.By));
        Assert.Equal([Judgement.Incident, Judgement.Crime], second.History.OfType<JudgementMade>().Select(judged => judged.Judgement));
    }

    [Fact]
    public void Of_two_who_judge_at_once_the_second_is_told_who_was_first()
    {
        var full = Given.Case(Given.Report());
        var first = Done(CaseRules.Judge(full, Judged(Judgement.Incident, "Shouting."), seen: null));

        var second = CaseRules.Judge(first, Judged(Judgement.Crime, "A threat.") with { By = Given.Ben }, seen: null);

        Assert.Equal(Given.Amira, Assert.IsType<CaseDecidedMeanwhile>(second).By);
    }

    [Theory]
    [InlineData(RiskBand.High, RiskBand.Standard)]
    [InlineData(RiskBand.Standard, RiskBand.High)]
    public void The_risk_staff_set_gives_the_place_in_the_queue_and_what_was_read_stays_beside_it(RiskBand read, RiskBand set)
    {
        var full = Done(CaseRules.SetRisk(Given.Case(Given.Report(risk: read)), Set(set), seen: null));

        Assert.Equal((set, read, set), (full.Standing.Risk, full.Standing.ReadRisk, full.Standing.RiskSet!.Band));
        Assert.Equal(read, CaseSummary.Of(full).ReadRisk);
    }

    [Fact]
    public void A_later_message_of_danger_raises_what_staff_set()
    {
        var full = Done(CaseRules.SetRisk(Given.Case(Given.Report(risk: RiskBand.Medium)), Set(RiskBand.Standard), seen: null));

        var calm = Wrote(full, urgent: false);
        var danger = Wrote(full, urgent: true);

        Assert.Equal(RiskBand.Standard, calm.Standing.Risk);
        Assert.Equal((RiskBand.High, RiskBand.High, null), (danger.Standing.Risk, danger.Standing.ReadRisk, danger.Standing.RiskSet));
    }

    [Fact]
    public void Nobody_lowers_the_risk_before_a_message_of_danger_is_read()
    {
        var danger = Wrote(Given.Case(Given.Report()), urgent: true);

        var unread = CaseRules.SetRisk(danger, Set(RiskBand.Standard), seen: null);
        var read = CaseRules.SetRisk(danger.With(new MessagesSeen { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira }), Set(RiskBand.Standard), seen: null);

        Assert.Equal(FieldProblemKind.DangerUnread, Assert.Single(Assert.IsType<CaseIncomplete>(unread).Problems).Problem);
        Assert.IsType<CaseDone>(read);
    }

    [Fact]
    public void A_further_report_raises_what_staff_set_and_never_lowers_it()
    {
        var full = Done(CaseRules.SetRisk(Given.Case(Given.Report(risk: RiskBand.Standard)), Set(RiskBand.Medium), seen: null));

        Assert.Equal(RiskBand.Medium, Reported(full, RiskBand.Standard).Standing.Risk);
        Assert.Equal((RiskBand.High, null), (Reported(full, RiskBand.High).Standing.Risk, Reported(full, RiskBand.High).Standing.RiskSet));
    }

    [Fact]
    public void Each_thing_that_keeps_a_case_open_is_named()
    {
        var full = Given.Case(Given.Report());
        var contacted = Contacted(full);
        var joined = contacted.With(new PersonJoined { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Report = full.First.Id, IdleAfter = TimeSpan.FromMinutes(15) });
        var replied = contacted.With(new ReplySent { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Report = full.First.Id, Words = "Hello." });

        Assert.Equal([ClosingBlock.NoContact, ClosingBlock.NoView], Blocks(full));
        Assert.Equal([ClosingBlock.NoView], Blocks(contacted));
        Assert.Equal([ClosingBlock.Unread, ClosingBlock.NoView], Blocks(Wrote(contacted, urgent: false)));
        Assert.Contains(ClosingBlock.Talking, Blocks(joined));
        Assert.Contains(ClosingBlock.Undelivered, Blocks(replied));
        Assert.Empty(Blocks(Viewed(contacted)));
        Assert.IsType<ClosingBlocked>(Close(contacted, ClosingOutcome.ActionTaken));
    }

    [Theory]
    [InlineData(SendOutcome.Delivered, false)]
    [InlineData(SendOutcome.NotYet, true)]
    [InlineData(SendOutcome.Failed, true)]
    [InlineData(SendOutcome.Unknown, true)]
    public void A_reply_that_did_not_arrive_keeps_a_case_open(SendOutcome outcome, bool blocks)
    {
        var reply = new ReplySent { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Report = Guid.NewGuid(), Words = "Hello." };
        var full = Viewed(Contacted(Given.Case(Given.Report()))).With(reply)
            .With(new SendEnded { Command = Guid.NewGuid(), At = Given.Sent, Told = reply.Command, Outcome = outcome });

        Assert.Equal(blocks, Blocks(full).Length > 0);
    }

    [Fact]
    public void A_reply_that_failed_keeps_a_case_open_until_staff_wrote_down_what_they_did_instead()
    {
        var reply = new ReplySent { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Report = Guid.NewGuid(), Words = "Hello." };
        var failed = Viewed(Contacted(Given.Case(Given.Report()))).With(reply)
            .With(new SendEnded { Command = Guid.NewGuid(), At = Given.Sent, Told = reply.Command, Outcome = SendOutcome.Failed });

        var noted = failed.With(new NoteAdded { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Words = "Told them in person." });

        Assert.Equal([ClosingBlock.Undelivered], Blocks(failed));
        Assert.Empty(Blocks(noted));
    }

    [Theory]
    [InlineData("Mon 09:30, Mon 12:00, Mon 16:00", false)]
    [InlineData("Mon 09:30, Tue 10:00", false)]
    [InlineData("Mon 09:30, Tue 10:00, Wed 16:00", true)]
    [InlineData("Fri 09:30, Sat 10:00, Sun 16:00", false)]
    public void Nobody_counts_as_not_to_be_reached_before_enough_attempts_on_enough_working_days(string tries, bool may)
    {
        var full = Viewed(Given.Case(Given.Report()));
        foreach (var tried in tries.Split(", "))
        {
            var day = tried[..3] switch { "Mon" => 23, "Tue" => 24, "Wed" => 25, "Fri" => 27, "Sat" => 28, _ => 29 };
            var at = new DateTimeOffset(2026, 11, day, int.Parse(tried[4..6], System.Globalization.CultureInfo.InvariantCulture), 30, 0, TimeSpan.Zero);
            full = Done(CaseRules.Attempt(full, new ContactAttempted { Command = Guid.NewGuid(), At = at, By = Given.Amira, Way = ContactWay.Call, Outcome = AttemptOutcome.NoAnswer, TriedAt = at }));
        }

        var outcome = Close(full, ClosingOutcome.NotReached);

        Assert.Equal(may, outcome is CaseDone);
        Assert.Equal(may, !Blocks(full).Contains(ClosingBlock.NoContact));
    }

    [Theory]
    [InlineData(ClosingOutcome.Resolved)]
    [InlineData(ClosingOutcome.NoFurtherContact)]
    [InlineData(ClosingOutcome.NotHate)]
    public void What_nobody_heard_from_the_person_nobody_says_of_them(ClosingOutcome outcome)
    {
        var full = Viewed(Given.Case(Given.Report()));
        foreach (var day in new[] { 23, 24, 25 })
        {
            var at = new DateTimeOffset(2026, 11, day, 12, 0, 0, TimeSpan.Zero);
            full = full.With(new ContactAttempted { Command = Guid.NewGuid(), At = at, By = Given.Amira, Way = ContactWay.Call, Outcome = AttemptOutcome.NoAnswer, TriedAt = at });
        }

        Assert.Equal(FieldProblemKind.NotSpoken, Assert.Single(Assert.IsType<CaseIncomplete>(Close(full, outcome)).Problems).Problem);
    }

    [Fact]
    public void The_person_who_has_it_or_oversees_closes_it()
    {
        var full = Viewed(Contacted(Given.Case(Given.Report())));
        var held = full.With(new CaseClaimed { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Ben });

        Assert.IsType<CaseNotTaken>(CaseRules.Close(full, Closing(ClosingOutcome.ActionTaken, Given.Amira), Amira, CaseTimes.Standard));
        Assert.IsType<CaseHeld>(CaseRules.Close(held, Closing(ClosingOutcome.ActionTaken, Given.Amira), Amira, CaseTimes.Standard));
        Assert.IsType<CaseDone>(CaseRules.Close(full, Closing(ClosingOutcome.ActionTaken, Given.Ben), Ben, CaseTimes.Standard));
    }

    [Fact]
    public void A_closed_case_is_closed_once_and_takes_no_first_contact()
    {
        var closed = Done(Close(Viewed(Contacted(Given.Case(Given.Report()))), ClosingOutcome.ActionTaken));

        Assert.Equal((CaseState.Closed, true), (closed.Standing.State, closed.Standing.CountsAsHate));
        Assert.IsType<CaseIsClosed>(Close(closed, ClosingOutcome.PassedToPolice));
        Assert.IsType<CaseIsClosed>(CaseRules.Attempt(closed, new ContactAttempted
        {
            Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Way = ContactWay.Call, Outcome = AttemptOutcome.NoAnswer, TriedAt = Given.Sent,
        }));
    }

    [Fact]
    public void A_closed_case_opens_again_when_the_person_writes_or_reports_and_when_staff_say_why()
    {
        var closed = Done(Close(Viewed(Contacted(Given.Case(Given.Report()))), ClosingOutcome.ActionTaken));

        var wrote = Wrote(closed, urgent: false);
        var reported = Reported(closed, RiskBand.Standard);
        var without = CaseRules.Reopen(closed, Reopened(" "));
        var reopened = Done(CaseRules.Reopen(closed, Reopened("The neighbour was let off.")));

        Assert.Equal((CaseState.WroteAgain, CaseState.New, CaseState.Contacted), (wrote.Standing.State, reported.Standing.State, reopened.Standing.State));
        Assert.IsType<CaseIncomplete>(without);
        Assert.All([wrote, reported, reopened], one => Assert.Equal((null, null, null), (one.Standing.Closed, one.Standing.FollowUp, one.Standing.View)));
        Assert.IsType<CaseIsOpen>(CaseRules.Reopen(reopened, Reopened("Again.")));
    }

    [Fact]
    public void A_message_of_danger_to_a_closed_case_puts_it_first()
    {
        var closed = Done(Close(Viewed(Contacted(Given.Case(Given.Report()))), ClosingOutcome.ActionTaken));

        var standing = Wrote(closed, urgent: true).Standing;

        Assert.Equal((CaseState.WroteAgain, RiskBand.High, Queue.Urgent), (standing.State, standing.Risk, standing.Queue));
    }

    public static TheoryData<string> Perceptions => ["reporter", "in their words", "staff", "witness", "anybody", "nobody"];

    [Theory]
    [MemberData(nameof(Perceptions))]
    public void Nothing_that_was_reported_is_closed_as_nuisance_by_one_person(string who)
    {
        var full = Viewed(Contacted(Given.Case(Perceived(who))));
        full = who switch
        {
            "staff" => Done(CaseRules.Perceive(full, Perceive(Perceiver.Staff))),
            "witness" => Done(CaseRules.Perceive(full, Perceive(Perceiver.Witness))),
            "anybody" => Done(CaseRules.Perceive(full, Perceive(Perceiver.SomebodyElse))),
            _ => full,
        };

        var asked = Done(Close(full, ClosingOutcome.NotHate));

        Assert.Equal((CaseState.AwaitsSecond, true, null), (asked.Standing.State, asked.Standing.CountsAsHate, asked.Standing.Closed));
        Assert.Equal(Given.Amira, asked.Standing.Proposal!.By);
    }

    [Fact]
    public void What_they_say_when_staff_ask_is_their_perception()
    {
        var full = Given.Case(Perceived("nobody"));
        var answer = new Answer { Question = Question.Perception, Kind = AnswerKind.Given, Choices = ["disability"], At = Given.Sent };

        var asked = full.With(new AnswerAdded { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Report = full.First.Id, Answer = answer });

        Assert.False(CaseRules.IsPerceivedAsHate(full));
        Assert.True(CaseRules.IsPerceivedAsHate(asked));
    }

    [Fact]
    public void To_ask_for_it_needs_a_reason() => Assert.IsType<CaseIncomplete>(CaseRules.Close(
        Viewed(Contacted(Given.Case(Perceived("nobody")))), Closing(ClosingOutcome.NotHate, Given.Ben) with { Reason = "" }, Ben, CaseTimes.Standard));

    [Fact]
    public void The_second_person_is_another_and_oversees()
    {
        var asked = Done(CaseRules.Close(Viewed(Contacted(Given.Case(Given.Report()))), Closing(ClosingOutcome.NotHate, Given.Ben), Ben, CaseTimes.Standard));

        var same = CaseRules.ConfirmNotHate(asked, Closing(ClosingOutcome.NotHate, Given.Ben), Ben, CaseTimes.Standard);
        var caseworker = CaseRules.ConfirmNotHate(asked, Closing(ClosingOutcome.NotHate, Given.Amira), Amira, CaseTimes.Standard);
        var manager = Done(CaseRules.ConfirmNotHate(asked, Closing(ClosingOutcome.NotHate, Given.Amira), Given.Manager(Given.Amira), CaseTimes.Standard));

        Assert.Equal(Given.Ben, Assert.IsType<SecondPersonNeeded>(same).First);
        Assert.IsType<SecondPersonNeeded>(caseworker);
        Assert.Equal((CaseState.Closed, false, Given.Ben, Given.Amira), (manager.Standing.State, manager.Standing.CountsAsHate, manager.Standing.Closed!.ProposedBy, manager.Standing.Closed.By));
    }

    [Fact]
    public void A_refusal_with_its_reason_leaves_it_open_and_hate()
    {
        var asked = Done(CaseRules.Close(Held(), Closing(ClosingOutcome.NotHate, Given.Amira), Amira, CaseTimes.Standard));
        NotHateRefused Refusal(string reason) => new() { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Ben, Reason = reason };

        Assert.IsType<CaseIncomplete>(CaseRules.RefuseNotHate(asked, Refusal(""), Ben));
        var refused = Done(CaseRules.RefuseNotHate(asked, Refusal("They said it was about their faith."), Ben));

        Assert.Equal((CaseState.Contacted, true, null), (refused.Standing.State, refused.Standing.CountsAsHate, refused.Standing.Proposal));
        Assert.IsType<NothingToConfirm>(CaseRules.ConfirmNotHate(refused, Closing(ClosingOutcome.NotHate, Given.Ben), Ben, CaseTimes.Standard));
    }

    [Fact]
    public void What_comes_up_meanwhile_stops_the_second_person()
    {
        var asked = Done(CaseRules.Close(Held(), Closing(ClosingOutcome.NotHate, Given.Amira), Amira, CaseTimes.Standard));

        var wrote = Wrote(asked, urgent: false);
        var perceived = Done(CaseRules.Perceive(asked, Perceive(Perceiver.Witness)));
        var reported = Reported(asked, RiskBand.Standard);

        Assert.Equal(CaseState.WroteAgain, wrote.Standing.State);
        Assert.IsType<ClosingBlocked>(CaseRules.ConfirmNotHate(wrote, Closing(ClosingOutcome.NotHate, Given.Ben), Ben, CaseTimes.Standard));
        Assert.Null(perceived.Standing.Proposal);
        Assert.Null(reported.Standing.Proposal);
    }

    [Fact]
    public void A_view_has_their_words_unless_they_did_not_say()
    {
        var full = Given.Case(Given.Report());
        ViewRecorded View(Satisfaction view, string? said) => new() { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, View = view, Said = said };

        Assert.IsType<CaseIncomplete>(CaseRules.RecordView(full, View(Satisfaction.Partly, null)));
        Assert.IsType<CaseDone>(CaseRules.RecordView(full, View(Satisfaction.DidNotSay, null)));
        Assert.IsType<CaseDone>(CaseRules.RecordView(full, View(Satisfaction.Not, "Nothing has changed for us.")));
    }

    [Fact]
    public void Everything_decided_survives_being_stored()
    {
        var full = Done(CaseRules.Perceive(Held(), Perceive(Perceiver.Witness)));
        full = Done(CaseRules.Judge(full, Judged(Judgement.Crime, "A threat."), seen: null));
        full = Done(CaseRules.SetRisk(full, Set(RiskBand.Medium), seen: null));
        full = Done(CaseRules.ConfirmNotHate(Done(Close(full, ClosingOutcome.NotHate)), Closing(ClosingOutcome.NotHate, Given.Ben), Ben, CaseTimes.Standard));

        var again = JsonSerializer.Deserialize(JsonSerializer.Serialize(full, CaseJson.Default.Case), CaseJson.Default.Case)!;

        Assert.Equal(full.History.Select(happened => happened.GetType()), again.History.Select(happened => happened.GetType()));
        Assert.Equal(full.Standing.Closed, again.Standing.Closed);
        Assert.Equal((full.Standing.Judged, full.Standing.RiskSet, full.Standing.View), (again.Standing.Judged, again.Standing.RiskSet, again.Standing.View));
    }

    private static Case Held() => Viewed(Contacted(Given.Case(Given.Report()))).With(new CaseClaimed { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira });

    private static Report Perceived(string who)
    {
        var report = Given.Report();
        return who switch
        {
            "reporter" => report,
            "in their words" => report with { Told = report.Told.With(new Answer { Question = Question.Perception, Kind = AnswerKind.Given, Words = "Because of where we come from", At = Given.Sent }) },
            _ => report with { Told = report.Told.Without(Question.Perception) },
        };
    }

    private static Case Done(CaseOutcome outcome) => Assert.IsType<CaseDone>(outcome).Case;

    private static ClosingBlock[] Blocks(Case full) => [.. CaseRules.Blocks(full, CaseTimes.Standard)];

    private static CaseOutcome Close(Case full, ClosingOutcome outcome) =>
        CaseRules.Close(full, Closing(outcome, Given.Amira), Given.Manager(Given.Amira), CaseTimes.Standard);

    private static CaseClosed Closing(ClosingOutcome outcome, StaffRef by) => new()
    {
        Command = Guid.NewGuid(), At = Given.Sent.AddHours(1), By = by, Outcome = outcome, Reason = "The neighbour has moved out.", FollowUpAt = Given.Sent.AddDays(28),
    };

    private static Case Contacted(Case full) => full.With(new FirstContactMade
    {
        Command = Guid.NewGuid(), At = Given.Sent.AddMinutes(30), By = Given.Amira, Way = ContactWay.Call, SpokeAt = Given.Sent.AddMinutes(30), Outcome = "Spoke.",
    });

    private static Case Viewed(Case full) => full.With(new ViewRecorded { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, View = Satisfaction.Satisfied, Said = "Better now." });

    private static Case Wrote(Case full, bool urgent) =>
        CaseReception.Receive(full, full.First.Id, new ReporterMessage($"{Guid.NewGuid()}", "It goes on.", [], Given.Sent.AddDays(1), false, urgent))!;

    private static Case Reported(Case full, RiskBand risk) =>
        CaseReception.Receive(full, full.Id, Given.Report(risk: risk), Given.Sent.AddDays(1), CaseTimes.Standard)!;

    private static JudgementMade Judged(Judgement judgement, string reason) => new() { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Judgement = judgement, Reason = reason };

    private static RiskOverridden Set(RiskBand band) => new() { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Band = band, Reason = "We know the people." };

    private static PerceivedAsHate Perceive(Perceiver who) => new() { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Perceiver = who, About = [Characteristic.Religion] };

    private static CaseReopened Reopened(string reason) => new() { Command = Guid.NewGuid(), At = Given.Sent.AddDays(2), By = Given.Ben, Reason = reason };
}
