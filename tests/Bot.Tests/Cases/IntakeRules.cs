using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Staff;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>What staff enter and record, by the rules alone.</summary>
public sealed class IntakeRules
{
    private static readonly DateTimeOffset Now = Given.Sent.AddDays(2);

    [Fact]
    public void The_case_of_a_report_entered_later_was_opened_when_it_arrived()
    {
        var arrived = Given.Sent;

        var full = CaseReception.Receive(null, Guid.NewGuid(), Arrived(arrived), Now, CaseTimes.Standard, Given.Amira)!;

        Assert.Equal(arrived, full.Standing.Opened);
        Assert.Equal(Now, full.History[0].At);
        Assert.Equal(Given.Amira, full.History[0].By);
        Assert.Contains("Amira Khan entered the report", HistoryWords.Of(full.History[0])!.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, FieldProblemKind.InFuture)]
    [InlineData(-60 * 24 * 367, FieldProblemKind.LongAgo)]
    public void A_time_of_arrival_that_cannot_be_is_refused(int minutes, FieldProblemKind expected) =>
        Assert.Equal(expected, Assert.Single(CaseRules.Arrived(new Arrival(ArrivalWay.Letter, Now.AddMinutes(minutes), null), null, Now)!.Problems).Problem);

    [Theory]
    [InlineData(ArrivalWay.Phone, true)]
    [InlineData(ArrivalWay.Visit, true)]
    [InlineData(ArrivalWay.Email, false)]
    [InlineData(ArrivalWay.Letter, false)]
    [InlineData(ArrivalWay.Contractor, false)]
    [InlineData(ArrivalWay.Partner, false)]
    public void Only_a_call_or_a_visit_can_have_been_a_conversation(ArrivalWay way, bool can)
    {
        var refused = CaseRules.Arrived(new Arrival(way, Now, null), new FirstContact(ContactWay.Call, null, "They are safe at their sister's.", null), Now);

        Assert.Equal(can, refused is null);
    }

    [Fact]
    public void Having_spoken_needs_what_came_of_it() =>
        Assert.Equal(FieldProblemKind.Missing, Assert.Single(CaseRules.Arrived(new Arrival(ArrivalWay.Phone, Now, null), new FirstContact(ContactWay.Call, null, " ", null), Now)!.Problems).Problem);

    [Fact]
    public void An_answer_staff_add_stands_only_where_the_person_gave_none()
    {
        var full = Given.Case(Given.Report());
        var own = full.First.Told[Question.Contact]!;

        var added = Assert.IsType<CaseDone>(CaseRules.AddAnswer(full, Added(full, Question.Wants, "a new lock"))).Case;

        Assert.IsType<AnsweredAlready>(CaseRules.AddAnswer(full, Added(full, Question.Perception, "another")));
        Assert.IsType<AnsweredAlready>(CaseRules.AddAnswer(added, Added(full, Question.Wants, "nothing")));
        Assert.Null(added.First.Told[Question.Wants]);
        Assert.Equal("a new lock", added.ReportOf(full.First.Id)!.Told[Question.Wants]!.Words);
        Assert.Same(own, added.ReportOf(full.First.Id)!.Told[Question.Contact]);
    }

    [Fact]
    public void A_number_they_say_anew_stands_in_place_of_the_old_which_stays_in_the_report()
    {
        var report = Given.Report();
        var own = new Answer
        {
            Question = Question.Contact, Kind = AnswerKind.Given, At = Given.Sent, Words = "Sam Jones, 07700 900123, no voicemail",
            Contact = new ContactDetails { Name = "Sam Jones", Phone = "07700900123", Email = "sam@example.org" },
        };
        var full = Given.Case(report with { Told = report.Told.With(own) });
        AnswerAdded Anew(string words, ContactDetails? contact)
        {
            var added = Added(full, Question.Contact, words);
            return added with { Answer = added.Answer with { Contact = contact } };
        }

        var changed = Assert.IsType<CaseDone>(CaseRules.AddAnswer(full, Anew("07700 900456", new ContactDetails { Phone = "07700900456" }))).Case;
        var unread = CaseRules.AddAnswer(changed, Anew("0770", null));

        var stands = changed.ReportOf(full.First.Id)!.Told;
        Assert.Equal(new ContactDetails { Name = "Sam Jones", Phone = "07700900456" }, stands[Question.Contact]!.Contact);
        Assert.Equal([ContactDanger.WayInTheirWords, ContactDanger.MessageNotSafe], ContactSafety.Against(stands, ChannelChoice.Call, Now, leavesMessage: true).AsEnumerable());
        Assert.Same(own, changed.First.Told[Question.Contact]);
        Assert.Equal(new FieldProblem("Words", FieldProblemKind.NoNumberOrAddress), Assert.Single(Assert.IsType<CaseIncomplete>(unread).Problems));
    }

    [Fact]
    public void A_safe_time_added_by_staff_binds_what_is_planned()
    {
        var full = Given.Case(Given.Report());
        var added = Assert.IsType<CaseDone>(CaseRules.AddAnswer(full, Added(full, Question.SafeTimes, "only mornings"))).Case;
        var evening = new ContactPlanned
        {
            Command = Guid.NewGuid(), At = Now, By = Given.Amira, Report = full.First.Id, Way = ContactWay.Call, PlannedFor = new DateTimeOffset(2026, 11, 26, 19, 0, 0, TimeSpan.Zero),
        };

        Assert.IsType<CaseDone>(ContactRules.Plan(full, evening));
        Assert.Equal(ContactDanger.TimeNotSafe, Assert.Single(Assert.IsType<ContactRefused>(ContactRules.Plan(added, evening)).Dangers));
    }

    [Fact]
    public void What_they_said_last_of_safe_times_binds_and_the_report_stays_as_it_was()
    {
        var report = Given.Report();
        var own = new Answer { Question = Question.SafeTimes, Kind = AnswerKind.Given, Words = "any time", At = Given.Sent };
        var full = Given.Case(report with { Told = report.Told.With(own) });

        var anew = Assert.IsType<CaseDone>(CaseRules.AddAnswer(full, Added(full, Question.SafeTimes, "only mornings"))).Case;
        var again = Assert.IsType<CaseDone>(CaseRules.AddAnswer(anew, Added(full, Question.SafeTimes, "only Sundays"))).Case;
        var unsaid = Added(full, Question.SafeTimes, "");
        var later = own with { Words = "only Mondays", At = Now.AddDays(1) };

        Assert.Equal("only mornings", anew.ReportOf(full.First.Id)!.Told[Question.SafeTimes]!.Words);
        Assert.Equal("only Sundays", again.ReportOf(full.First.Id)!.Told[Question.SafeTimes]!.Words);
        Assert.Same(own, again.First.Told[Question.SafeTimes]);
        Assert.IsType<CaseIncomplete>(CaseRules.AddAnswer(full, unsaid with { Answer = unsaid.Answer with { Kind = AnswerKind.Skipped } }));
        Assert.Equal("only Mondays", again.Circumstances.With(full.First with { Told = full.First.Told.With(later) }).Told[Question.SafeTimes]!.Words);
    }

    [Fact]
    public void A_marker_for_visits_needs_a_reason_and_a_day_to_look_at_it_again()
    {
        var full = Given.Case(Given.Report());
        var today = WallClock.London.DateAt(Now);

        Assert.Equal([nameof(VisitMarked.Reason), nameof(VisitMarked.ReviewOn)], Assert.IsType<CaseIncomplete>(CaseRules.MarkVisits(full, Marked("", default))).Problems.Select(problem => problem.Field));
        Assert.IsType<CaseIncomplete>(CaseRules.MarkVisits(full, Marked("A dog", today)));
        Assert.IsType<CaseIncomplete>(CaseRules.MarkVisits(full, Marked("A dog", today.AddYears(1).AddDays(1))));
        var marked = Assert.IsType<CaseDone>(CaseRules.MarkVisits(full, Marked("A dog", today.AddDays(1)))).Case;
        Assert.Equal("A dog", marked.Circumstances.Visits!.Reason);
        var lifted = Assert.IsType<CaseDone>(CaseRules.LiftVisitMark(marked, new VisitMarkLifted { Command = Guid.NewGuid(), At = Now, By = Given.Amira, Reason = "Moved out" })).Case;
        Assert.Null(lifted.Circumstances.Visits);
        Assert.IsType<VisitsNotMarked>(CaseRules.LiftVisitMark(lifted, new VisitMarkLifted { Command = Guid.NewGuid(), At = Now, By = Given.Amira, Reason = "Twice" }));
    }

    [Fact]
    public void A_household_has_a_number_of_people_that_can_be() =>
        Assert.Equal(
            [nameof(Home.Adults), nameof(Home.Children)],
            Assert.IsType<CaseIncomplete>(CaseRules.RecordHome(Given.Case(Given.Report()), new HomeRecorded { Command = Guid.NewGuid(), At = Now, Home = new Home { Adults = -1, Children = 31 } }))
                .Problems.Select(problem => problem.Field));

    private static VisitMarked Marked(string reason, DateOnly on) => new() { Command = Guid.NewGuid(), At = Now, By = Given.Amira, Reason = reason, ReviewOn = on };

    private static AnswerAdded Added(Case full, string question, string words) => new()
    {
        Command = Guid.NewGuid(), At = Now, By = Given.Amira, Report = full.First.Id, Answer = new Answer { Question = question, Kind = AnswerKind.Given, Words = words, At = Now },
    };

    private static Report Arrived(DateTimeOffset at) => Given.Report() with { SentAt = at, Arrival = new Arrival(ArrivalWay.Phone, at, null) };
}
