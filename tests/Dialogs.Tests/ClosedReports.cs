using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Tests.Harness;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Tests;

/// <summary>What a person is told of a report that staff have closed.</summary>
public sealed class ClosedReports
{
    [Fact]
    public async Task A_closed_report_is_said_to_be_closed_with_how_to_come_back_and_no_promise()
    {
        var talk = await Talk.BeginAsync(Ways.FollowUp);
        var code = ReturnCode.New();
        talk.Desk.Codes[code.ToString()] = new ReturnCodeMatch(
            new ReportProgress(ReferenceNumber.Of(Guid.NewGuid()), ReportStage.Closed, ContactPromises.Standard.For(talk.Clock.GetUtcNow())));

        await talk.SaysAsync(code.ToString());

        Assert.True(talk.Said("FollowUp_Closed"));
        var said = string.Concat(talk.Texts);
        Assert.Contains("have closed report", said, StringComparison.Ordinal);
        Assert.Contains("with your code", said, StringComparison.Ordinal);
        Assert.DoesNotContain("We aim to", said, StringComparison.Ordinal);
    }
}
