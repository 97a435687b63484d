using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>Referrals, police references, what is told outside, actions and repairs: Monday 23 November 2026.</summary>
public sealed class WorkOnACase
{
    private static readonly DateTimeOffset Now = Given.Sent.AddHours(1);
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static NewDisclosure Told(OutsideBody body = OutsideBody.Police) => new(body, "Kent Police, Sevenoaks", "What happened on Friday", Today, LawfulBasis.LegitimateInterests)
    {
        Condition = DataCondition.UnlawfulActs, Agreement = DisclosureAgreement.InReport, SafetyReason = "She stays with her sister this week.",
    };

    private static NewAction Warning => new(SafetyAnswer.SafeWithMeasures, "She stays with her sister this week.", ActionKind.WarningLetter, Today, null, null);

    [Fact]
    public void A_referral_is_made_only_with_recorded_consent()
    {
        var (full, id) = Proposed();

        var without = CaseRules.MakeReferral(full, Command(), Now, id, "Name and number");
        full = Consent(full, id);
        full = Done(CaseRules.MakeReferral(full, Command(), Now, id, "Name and number"));

        Assert.IsType<ConsentNeeded>(without);
        Assert.Equal(ReferralState.Made, Assert.Single(full.Work.Referrals).State);
        Assert.Equal(id, Assert.Single(full.Work.Told).Referral!.Id);
    }

    [Fact]
    public void Consent_says_who_gave_it_when_and_what_may_be_passed_on()
    {
        var (full, id) = Proposed();

        var nothing = CaseRules.ConsentReferral(full, Command(), Now, new NewConsent(id, null, null, null), CaseTimes.Standard);
        var tomorrow = CaseRules.ConsentReferral(full, Command(), Now, new NewConsent(id, ConsentGiver.Person, Today.AddDays(1), "All"), CaseTimes.Standard);

        Assert.Equal(["Giver", "GivenOn", "MayPassOn"], Fields(nothing));
        Assert.Equal(new FieldProblem("GivenOn", FieldProblemKind.InFuture), Assert.Single(Assert.IsType<CaseIncomplete>(tomorrow).Problems));
    }

    [Fact]
    public void Consent_taken_back_before_anything_was_passed_on_stops_the_referral()
    {
        var (full, id) = Proposed();
        full = Done(CaseRules.WithdrawConsent(Consent(full, id), Command(), Now, id, CaseTimes.Standard));

        Assert.NotNull(full.Work.Referrals[0].Withdrawn);
        Assert.Empty(full.Tasks);
        Assert.IsType<ConsentNeeded>(CaseRules.MakeReferral(full, Command(), Now, id, "Name"));
        Assert.True(Consent(full, id).Work.Referrals[0].HasConsent);
    }

    [Fact]
    public void Consent_taken_back_afterwards_leaves_the_task_to_tell_the_service()
    {
        var (full, id) = Proposed();
        full = Done(CaseRules.MakeReferral(Consent(full, id), Command(), Now, id, "Name"));

        full = Done(CaseRules.WithdrawConsent(full, Command(), Now, id, CaseTimes.Standard));

        var task = Assert.Single(full.Tasks);
        Assert.Equal((TaskKind.ConsentWithdrawn, "Galop", Today.AddDays(1)), (task.Kind, task.What, DateOnly.FromDateTime(task.Due.UtcDateTime)));
        Assert.IsType<ReferralElsewhere>(CaseRules.WithdrawConsent(full, Command(), Now, id, CaseTimes.Standard));
    }

    [Fact]
    public void A_referral_is_answered_or_declined_where_that_can_be()
    {
        var (full, id) = Proposed();

        Assert.IsType<ReferralElsewhere>(CaseRules.AnswerReferral(full, Command(), Now, id, "They will ring."));
        Assert.Equal(["Service"], Fields(CaseRules.ProposeReferral(full, Command(), Now, "galop", "Somebody to talk to")));
        Assert.Equal(["Service", "Why"], Fields(CaseRules.ProposeReferral(full, Command(), Now, "nobody-knows", null)));
        var declined = Done(CaseRules.DeclineReferral(full, Command(), Now, id, ReferralDecliner.Person));
        Assert.Equal(ReferralState.Declined, declined.Work.Referrals[0].State);
        Assert.IsType<CaseDone>(CaseRules.ProposeReferral(declined, Command(), Now, "galop", "They asked again"));
        var answered = Done(CaseRules.AnswerReferral(Done(CaseRules.MakeReferral(Consent(full, id), Command(), Now, id, "Name")), Command(), Now, id, "They will ring."));
        Assert.Equal(ReferralState.Answered, answered.Work.Referrals[0].State);
    }

    [Fact]
    public void A_police_reference_has_the_form_of_one()
    {
        var full = Given.Case(Given.Report());

        var wrong = CaseRules.RecordPolice(full, Command(), Now, new NewPoliceReference("none yet", "Kent Police", Today.AddDays(2), null), CaseTimes.Standard);
        var right = Done(CaseRules.RecordPolice(full, Command(), Now, new NewPoliceReference("cad 123-201126", "Kent Police", Today, PoliceReporter.Us), CaseTimes.Standard));

        Assert.Equal(["Number", "ReportedOn", "Reporter"], Fields(wrong));
        Assert.Equal("123-201126", Assert.Single(right.Work.Police).Number);
    }

    [Fact]
    public void What_the_person_chose_in_their_report_may_be_told_without_more()
    {
        var full = Given.Case(Chose(ToldOnwardChoice.Police));

        Assert.Equal(DisclosureAgreement.InReport, Assert.Single(Done(CaseRules.Disclose(full, Command(), Now, Told(), CaseTimes.Standard)).Work.Told).Disclosure!.Agreement);
        Assert.Equal(["Agreement"], Fields(CaseRules.Disclose(full, Command(), Now, Told(OutsideBody.Council), CaseTimes.Standard)));
        Assert.Equal(["Agreement"], Fields(CaseRules.Disclose(Given.Case(Given.Report()), Command(), Now, Told(), CaseTimes.Standard)));
        Assert.Equal(["Agreement"], Fields(CaseRules.Disclose(Given.Case(Chose(ToldOnwardChoice.NoOne)), Command(), Now, Told(), CaseTimes.Standard)));
    }

    [Fact]
    public void Nobody_outside_is_told_before_the_persons_safety_was_weighed()
    {
        var full = Given.Case(Chose(ToldOnwardChoice.Police));

        Assert.Equal(["SafetyReason"], Fields(CaseRules.Disclose(full, Command(), Now, Told() with { SafetyReason = " " }, CaseTimes.Standard)));
    }

    [Fact]
    public void Whoever_changed_their_mind_about_who_is_told_has_not_agreed_any_more()
    {
        var full = Given.Case(Chose(ToldOnwardChoice.Police));
        var anew = Done(CaseRules.AddAnswer(full, new AnswerAdded
        {
            Command = Guid.NewGuid(), At = Now, By = Given.Amira, Report = full.First.Id,
            Answer = new Answer { Question = Question.WhoMayBeTold, Kind = AnswerKind.Given, Choices = [ToldOnwardChoice.NoOne], At = Now },
        }));

        Assert.Equal(["Agreement"], Fields(CaseRules.Disclose(anew, Command(), Now, Told(), CaseTimes.Standard)));
    }

    [Fact]
    public void Against_their_choice_stands_only_serious_risk_or_the_law_with_a_reason_and_whether_they_were_told_first()
    {
        var full = Given.Case(Chose(ToldOnwardChoice.NoOne));
        var told = Told() with { Agreement = DisclosureAgreement.No };

        var bare = CaseRules.Disclose(full, Command(), Now, told, CaseTimes.Standard);
        var whole = Done(CaseRules.Disclose(full, Command(), Now, told with { Against = AgainstChoice.SeriousRisk, AgainstReason = "He said he would burn the house.", ToldFirst = ToldFirst.NotSafe }, CaseTimes.Standard));

        Assert.Equal(["Against", "AgainstReason", "ToldFirst"], Fields(bare));
        Assert.Equal(AgainstChoice.SeriousRisk, Assert.Single(whole.Work.Told).Disclosure!.Against);
        Assert.Equal(AuditAction.DisclosedAgainstChoice, AuditEntry.ActionOf(whole.History[^1]));
    }

    [Fact]
    public void Agreement_since_the_report_says_when_and_how()
    {
        var told = Told() with { Agreement = DisclosureAgreement.Since };

        Assert.Equal(["AgreedHow"], Fields(CaseRules.Disclose(Given.Case(Given.Report()), Command(), Now, told, CaseTimes.Standard)));
        Done(CaseRules.Disclose(Given.Case(Given.Report()), Command(), Now, told with { AgreedHow = "On the phone today" }, CaseTimes.Standard));
    }

    [Theory]
    [InlineData(OutsideBody.Police, DisclosureAgreement.Since, false)]
    [InlineData(OutsideBody.SocialCare, DisclosureAgreement.Since, false)]
    [InlineData(OutsideBody.VictimSupport, DisclosureAgreement.No, false)]
    [InlineData(OutsideBody.VictimSupport, DisclosureAgreement.Since, true)]
    public void Consent_is_a_basis_for_support_services_the_person_agreed_to_alone(OutsideBody body, DisclosureAgreement agreement, bool isFit)
    {
        var told = Told(body) with
        {
            Basis = LawfulBasis.Consent, Agreement = agreement, AgreedHow = "By phone", Against = AgainstChoice.LegalDuty, AgainstReason = "x", ToldFirst = ToldFirst.Yes,
        };

        var outcome = CaseRules.Disclose(Given.Case(Given.Report()), Command(), Now, told, CaseTimes.Standard);

        if (isFit)
            Done(outcome);
        else
            Assert.Equal(new FieldProblem("Basis", FieldProblemKind.ConsentDoesNotFit), Assert.Single(Assert.IsType<CaseIncomplete>(outcome).Problems));
    }

    [Fact]
    public void Special_category_and_criminal_offence_data_need_a_condition()
    {
        var full = Given.Case(Chose(ToldOnwardChoice.Police));

        Assert.Equal(["Condition"], Fields(CaseRules.Disclose(full, Command(), Now, Told() with { Condition = null }, CaseTimes.Standard)));
        Assert.Null(Done(CaseRules.Disclose(full, Command(), Now, Told() with { HasSensitive = false }, CaseTimes.Standard)).Work.Told[0].Disclosure!.Condition);
    }

    [Fact]
    public void Whether_an_action_is_safe_is_answered_before_anything_else()
    {
        var full = Given.Case(Given.Report());

        Assert.Equal(["Safety", "SafetyReason"], Fields(CaseRules.RecordAction(full, Command(), Now, new NewAction(null, null, null, null, null, null), CaseTimes.Standard)));
        Assert.IsType<ActionNotSafe>(CaseRules.RecordAction(full, Command(), Now, Warning with { Safety = SafetyAnswer.NotSafe }, CaseTimes.Standard));
        Assert.Equal(["Kind", "TakenOn"], Fields(CaseRules.RecordAction(full, Command(), Now, Warning with { Kind = null, TakenOn = null }, CaseTimes.Standard)));
        Assert.Null(Assert.Single(Done(CaseRules.RecordAction(full, Command(), Now, Warning, CaseTimes.Standard)).Work.Actions).Ended);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(PersonWish.DoesNotWant)]
    [InlineData(PersonWish.NotAsked)]
    public void Mediation_is_not_proposed_unless_the_person_wants_it(PersonWish? wish)
    {
        var full = Given.Case(Given.Report());
        var mediation = Warning with { Kind = ActionKind.Mediation, Wish = wish, WantedBecause = "x" };

        Assert.IsType<PersonDoesNotWant>(CaseRules.RecordAction(full, Command(), Now, mediation, CaseTimes.Standard));
        Assert.Equal(["WantedBecause"], Fields(CaseRules.RecordAction(full, Command(), Now, mediation with { Wish = PersonWish.Wants, WantedBecause = null }, CaseTimes.Standard)));
        Done(CaseRules.RecordAction(full, Command(), Now, mediation with { Wish = PersonWish.Wants }, CaseTimes.Standard));
    }

    [Fact]
    public void Evidence_is_handed_to_the_police_only_where_it_is_on_record_what_they_were_told()
    {
        var full = Given.Case(Chose(ToldOnwardChoice.Police));
        var evidence = Warning with { Kind = ActionKind.EvidenceToPolice };

        var outcome = CaseRules.RecordAction(full, Command(), Now, evidence, CaseTimes.Standard);

        Assert.Equal(new FieldProblem("Kind", FieldProblemKind.NotDisclosed), Assert.Single(Assert.IsType<CaseIncomplete>(outcome).Problems));
        Done(CaseRules.RecordAction(Done(CaseRules.Disclose(full, Command(), Now, Told(), CaseTimes.Standard)), Command(), Now, evidence, CaseTimes.Standard));
    }

    [Fact]
    public void What_came_of_an_action_is_recorded_once()
    {
        var full = Done(CaseRules.RecordAction(Given.Case(Given.Report()), Command(), Now, Warning, CaseTimes.Standard));
        var action = full.History[^1].Command;

        full = Done(CaseRules.EndAction(full, Command(), Now, action, "He has stopped."));

        Assert.Equal("He has stopped.", full.Work.Actions[0].Ended!.Outcome);
        Assert.IsType<ActionNotOpen>(CaseRules.EndAction(full, Command(), Now, action, "Again"));
    }

    [Fact]
    public void A_repair_leaves_the_task_to_see_whether_it_was_done()
    {
        var full = Done(CaseRules.RequestRepair(Given.Case(Given.Report()), Command(), Now, new NewRepair(RepairKind.Graffiti, "Front door", null, Today.AddDays(2)), CaseTimes.Standard));

        var task = Assert.Single(full.Tasks);
        Assert.Equal((TaskKind.Repair, "Front door", TaskState.Open), (task.Kind, task.What, task.State));
        Assert.Equal(["Repair", "Where", "FollowUp"], Fields(CaseRules.RequestRepair(full, Command(), Now, new NewRepair(null, null, null, null), CaseTimes.Standard)));
    }

    [Fact]
    public void All_of_it_reads_back_as_it_was_written()
    {
        var (full, id) = Proposed(Given.Case(Chose(ToldOnwardChoice.Police)));
        full = Done(CaseRules.MakeReferral(Consent(full, id), Command(), Now, id, "Name"));
        full = Done(CaseRules.WithdrawConsent(full, Command(), Now, id, CaseTimes.Standard));
        full = Done(CaseRules.Disclose(full, Command(), Now, Told(), CaseTimes.Standard));
        full = Done(CaseRules.RecordAction(full, Command(), Now, Warning, CaseTimes.Standard));
        full = Done(CaseRules.EndAction(full, Command(), Now, full.History[^1].Command, "He has stopped."));
        full = Done(CaseRules.RecordPolice(full, Command(), Now, new NewPoliceReference("46/12345/26", "Kent Police", Today, PoliceReporter.Person), CaseTimes.Standard));
        full = Done(CaseRules.RequestRepair(full, Command(), Now, new NewRepair(RepairKind.Lock, "Back door", "R-12", Today.AddDays(1)), CaseTimes.Standard));
        full = Done(CaseRules.AgreePlan(full, Command(), Now, new NewPlan("We write to him.", Today.AddDays(1)), CaseTimes.Standard));
        full = Done(CaseRules.GiveUpdate(full, Command(), Now, new NewUpdate(ContactWay.Call, "It went.", Today.AddDays(3), null), CaseTimes.Standard));

        var json = System.Text.Json.JsonSerializer.Serialize(full, CaseJson.Default.Case);
        var again = System.Text.Json.JsonSerializer.Deserialize(json, CaseJson.Default.Case)!;

        Assert.Equal(full.History.Skip(1), again.History.Skip(1)); // The report itself holds lists.
        Assert.Equal(full.Tasks.AsEnumerable(), again.Tasks.AsEnumerable());
        Assert.DoesNotContain("\"task\":{", json, StringComparison.Ordinal);
    }

    private static Report Chose(string body)
    {
        var report = Given.Report();
        return report with { Told = report.Told.With(new Answer { Question = Question.WhoMayBeTold, Kind = AnswerKind.Given, Choices = [body], At = Given.Sent }) };
    }

    private static (Case Case, Guid Id) Proposed(Case? full = null)
    {
        var proposed = Done(CaseRules.ProposeReferral(full ?? Given.Case(Given.Report()), Command(), Now, "galop", "Somebody to talk to"));
        return (proposed, proposed.History[^1].Command);
    }

    private static Case Consent(Case full, Guid id) =>
        Done(CaseRules.ConsentReferral(full, Command(), Now, new NewConsent(id, ConsentGiver.Person, Today, "Name and number"), CaseTimes.Standard));

    private static IEnumerable<string> Fields(CaseOutcome outcome) => Assert.IsType<CaseIncomplete>(outcome).Problems.Select(problem => problem.Field);

    private static Case Done(CaseOutcome outcome) => outcome is CaseIncomplete incomplete
        ? throw new Xunit.Sdk.XunitException(string.Join(", ", incomplete.Problems))
        : Assert.IsType<CaseDone>(outcome).Case;

    private static CaseCommand Command() => new(Guid.NewGuid(), Guid.Empty, Given.Caseworker(Given.Amira));
}
