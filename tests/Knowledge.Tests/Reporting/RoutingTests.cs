using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Reporting;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("He calls me names on the stairs.", Queue.CommunitySafety, "")]
    [InlineData("I'm 14 and they call me names.", Queue.Safeguarding, "")]
    [InlineData("They call my mother names. She has dementia.", Queue.Safeguarding, "")]
    [InlineData("There is domestic abuse too.", Queue.Safeguarding, "")]
    [InlineData("I want to kill myself because of them.", Queue.Urgent, "Safeguarding")]
    [InlineData("They poured petrol on the mat.", Queue.Urgent, "")]
    public void Goes_by_risk_and_by_who_needs_protecting(string account, Queue queue, string also)
    {
        var route = Route(RiskRulesTests.Draft(account), AccountReading.Nothing);

        Assert.Equal(queue, route.Queue);
        Assert.Equal(also, string.Join(", ", route.AlsoFor));
    }

    [Theory]
    [InlineData(WhoDidItChoice.Staff)]
    [InlineData(WhoDidItChoice.Contractor)]
    public void Keeps_a_report_about_staff_from_the_usual_team(string who)
    {
        var draft = RiskRulesTests.Draft("He called me names while he did the boiler.").With(RiskRulesTests.Given(Question.WhoDidIt, who));

        Assert.Equal(Queue.StaffConduct, Route(draft, AccountReading.Nothing).Queue);
    }

    [Fact]
    public void Keeps_a_report_by_a_colleague_or_contractor_from_the_usual_team()
    {
        var draft = RiskRulesTests.Draft("They call her names whenever I come to clean.").With(RiskRulesTests.Given(Question.Role, RoleChoice.Staff));

        var route = Route(draft, AccountReading.Nothing);

        Assert.Equal(Queue.StaffConduct, route.Queue);
        Assert.Empty(route.Reasons);
    }

    [Fact]
    public void Marks_danger_and_safeguarding_on_a_report_about_staff()
    {
        var draft = RiskRulesTests.Draft("Your caretaker pushed me. I'm 16.").With(RiskRulesTests.Given(Question.WhoDidIt, WhoDidItChoice.Staff));

        var route = Route(draft, new AccountReading { DangerSeen = true });

        Assert.Equal(Queue.StaffConduct, route.Queue);
        Assert.Equal([Queue.Urgent, Queue.Safeguarding], route.AlsoFor.ToArray());
    }

    [Fact]
    public void Reads_from_the_account_that_it_is_about_staff_until_the_answer_says_otherwise()
    {
        var reading = RiskRulesTests.Reading(new Extraction { WhoDidIt = new Found<string>(WhoDidItChoice.Contractor, new Span(0, 11)) });
        var draft = RiskRulesTests.Draft("Your plumber called me names.");

        Assert.Equal(Queue.StaffConduct, Route(draft, reading).Queue);
        Assert.Equal(Queue.CommunitySafety, Route(draft.With(RiskRulesTests.Given(Question.WhoDidIt, WhoDidItChoice.Stranger)), reading).Queue);
    }

    [Fact]
    public void Takes_a_child_by_the_answer()
    {
        var draft = RiskRulesTests.Draft("They call her names.").With(RiskRulesTests.Given(Question.Age, YesNoChoice.Yes));

        var route = Route(draft, AccountReading.Nothing);

        Assert.Equal(Queue.Safeguarding, route.Queue);
        Assert.Equal(["under-18"], route.Reasons.ToArray());
    }

    private static Route Route(ReportDraft draft, AccountReading reading) =>
        new Routing(RiskRules.Embedded).Of(draft, reading, RiskRules.Embedded.Assess(draft, reading));
}
