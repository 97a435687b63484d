using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Reporting;

public sealed class ReportsTests
{
    private static readonly Reports Reports = new(ContactPromises.Standard, RiskRules.Embedded);
    private static readonly ReportOrigin Origin = new("thread", new TurnRange(2, 14), "webchat", RiskRulesTests.At);

    [Fact]
    public void Hold_everything_told_and_everything_worked_out()
    {
        const string Account = "He told me to go home and spat at me.";
        var draft = RiskRulesTests.Draft(Account);
        var reading = new AccountReading
        {
            Recognised = new([new CharacteristicSuggestion(Characteristic.Race, [new Span(14, 7)], 0.8)], [new BehaviourSuggestion(1, [new Span(3, 7), new Span(3, 7)], 0.7)]),
        };

        var report = Reports.Send(draft, Origin, reading, ["galop"]);

        Assert.Same(draft, report.Told);
        Assert.True(report.IsFinished);
        Assert.Equal((draft.Id, ReferenceNumber.Of(draft.Id)), (report.Id, report.Reference));
        Assert.Equal((Origin.Thread, Origin.Turns, Origin.Channel, Origin.SentAt), (report.Thread, report.Turns, report.Channel, report.SentAt));
        Assert.Equal("5pm on Monday 23 November", Spoken.Promise(report.Promise));
        Assert.Equal(("race", "go home"), (report.SuggestedCharacteristics[0].Value, report.SuggestedCharacteristics[0].Evidence.Single()));
        Assert.Equal(("1", "told me"), (report.SuggestedBehaviours[0].Value, report.SuggestedBehaviours[0].Evidence.Single()));
        Assert.Equal((RiskBand.Medium, Queue.CommunitySafety), (report.Risk.Band, report.Queue));
        Assert.Equal(["galop"], report.ServicesShown.ToArray());
    }

    [Fact]
    public void Are_the_same_when_a_draft_is_sent_twice()
    {
        var draft = RiskRulesTests.Draft("He spat at me.");

        var (first, second) = (Reports.Send(draft, Origin, AccountReading.Nothing, []), Reports.Send(draft, Origin, AccountReading.Nothing, []));

        Assert.Equal((first.Id, first.Reference, first.Promise, first.Risk.Score), (second.Id, second.Reference, second.Promise, second.Risk.Score));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("...")]
    public void Are_not_sent_without_an_account(string account)
    {
        var draft = RiskRulesTests.Draft(account);

        Assert.Equal([Question.Account], DraftReadiness.Missing(draft).ToArray());
        Assert.Throws<InvalidOperationException>(() => Reports.Send(draft, Origin, AccountReading.Nothing, []));
    }

    [Fact]
    public void Need_nothing_but_the_account() => Assert.Empty(DraftReadiness.Missing(RiskRulesTests.Draft("x")));

    [Fact]
    public void Are_shared_unfinished_even_when_nothing_was_told_yet()
    {
        var report = Reports.Share(new ReportDraft { Id = Guid.NewGuid(), StartedAt = RiskRulesTests.At }, Origin, AccountReading.Nothing);

        Assert.False(report.IsFinished);
        Assert.Equal(Queue.CommunitySafety, report.Queue);
    }

    [Fact]
    public void Promise_only_what_is_safe_for_the_person()
    {
        var draft = RiskRulesTests.Draft("He spat at me.")
            .With(new Answer { Question = Question.Contact, Kind = AnswerKind.Given, Contact = new ContactDetails { Phone = "07700 900123" }, At = RiskRulesTests.At })
            .With(new Answer { Question = Question.SafeTimes, Kind = AnswerKind.Given, Words = "only Thursday mornings", At = RiskRulesTests.At });

        var promise = Reports.Send(draft, Origin, AccountReading.Nothing, []).Promise;

        Assert.Equal("noon on Thursday 26 November", Spoken.Promise(promise));
        Assert.Equal(PromiseBasis.SafeTime, promise.Basis);
    }

    [Fact]
    public void Promise_an_anonymous_person_the_usual_day_because_the_answer_waits_behind_their_code()
    {
        var draft = RiskRulesTests.Draft("He spat at me.")
            .With(new Answer { Question = Question.SafeTimes, Kind = AnswerKind.Given, Words = "only Thursdays", At = RiskRulesTests.At })
            .With(new Answer { Question = Question.Contact, Kind = AnswerKind.Given, Contact = new ContactDetails { Anonymous = true }, At = RiskRulesTests.At });

        var promise = Reports.Send(draft, Origin, AccountReading.Nothing, []).Promise;

        Assert.Equal("5pm on Monday 23 November", Spoken.Promise(promise));
        Assert.Equal(PromiseBasis.Anonymous, promise.Basis);
    }

    [Fact]
    public void Promise_no_contact_to_whoever_gave_no_way_to_reach_them()
    {
        var draft = RiskRulesTests.Draft("He spat at me.")
            .With(new Answer { Question = Question.SafeTimes, Kind = AnswerKind.Given, Words = "only Thursdays", At = RiskRulesTests.At })
            .With(new Answer { Question = Question.Contact, Kind = AnswerKind.Skipped, At = RiskRulesTests.At });

        var promise = Reports.Send(draft, Origin, AccountReading.Nothing, []).Promise;

        Assert.Equal("5pm on Monday 23 November", Spoken.Promise(promise));
        Assert.Equal(PromiseBasis.Anonymous, promise.Basis);
    }
}
