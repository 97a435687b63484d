using ReportBot.Bot.Cases;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

public sealed class CaseMessageTests
{
    private static readonly FirstContactMade Contact = new()
    {
        Command = Guid.NewGuid(), At = Given.Sent.AddHours(1), By = Given.Amira, Way = ContactWay.Call, SpokeAt = Given.Sent.AddHours(1), Outcome = "Spoke.",
    };

    private static readonly MessagesSeen Seen = new() { Command = Guid.NewGuid(), At = Given.Sent.AddHours(3), By = Given.Amira };

    [Fact]
    public void A_message_is_new_until_staff_have_read_it()
    {
        var written = Write(Given.Case(Given.Report()), "He is back.");

        Assert.Equal(["He is back."], written.Standing.Unread.Select(message => message.Words));
        Assert.Empty(written.With(Seen).Standing.Unread);
    }

    [Fact]
    public void The_same_message_again_changes_nothing()
    {
        var full = Write(Given.Case(Given.Report()), "He is back.");

        Assert.Null(CaseReception.Receive(full, full.First.Id, Message("He is back.")));
    }

    [Fact]
    public void After_contact_a_message_brings_the_case_back()
    {
        var written = Write(Given.Case(Given.Report()).With(Contact), "He is back.");

        Assert.Equal(CaseState.WroteAgain, written.Standing.State);
        Assert.Equal(CaseState.Contacted, written.With(Seen).Standing.State);
    }

    [Fact]
    public void Before_contact_a_message_moves_no_clock()
    {
        var full = Given.Case(Given.Report());
        var written = Write(full, "And one more thing.");

        Assert.Equal((full.Standing.State, full.Standing.Due), (written.Standing.State, written.Standing.Due));
    }

    [Theory]
    [InlineData(Queue.CommunitySafety, Queue.Urgent)]
    [InlineData(Queue.Safeguarding, Queue.Safeguarding)]
    [InlineData(Queue.StaffConduct, Queue.StaffConduct)]
    public void A_message_about_danger_makes_the_risk_high_and_stays_behind_its_wall(Queue before, Queue after)
    {
        var written = Write(Given.Case(Given.Report(queue: before)), "He has a knife.", isUrgent: true).With(Seen);

        Assert.Equal((RiskBand.High, after), (written.Standing.Risk, written.Standing.Queue));
    }

    [Fact]
    public void The_reporter_reads_contacted_whatever_they_wrote_since()
    {
        var summary = CaseSummary.Of(Write(Given.Case(Given.Report()).With(Contact), "Please call.", asks: true));

        Assert.Equal((1, true), (summary.Unread, summary.AsksForPerson));
    }

    private static Case Write(Case full, string words, bool asks = false, bool isUrgent = false) =>
        CaseReception.Receive(full, full.First.Id, Message(words, asks, isUrgent))!;

    private static ReporterMessage Message(string words, bool asks = false, bool isUrgent = false) =>
        new("thread/12", words, [], Given.Sent.AddHours(2), asks, isUrgent);
}
