using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.FollowUp;
using ReportBot.Dialogs.Policy;
using ReportBot.Dialogs.Tests.Harness;
using ReportBot.Dialogs.Topics;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Tests;

public class TopicTests
{
    [Fact]
    public async Task Support_shows_services_for_what_was_picked_and_goes_on_where_it_was()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Role);
        await talk.SaysAsync("find support");

        await talk.PressesAsync("disability");

        var services = Assert.Single(talk.Cards<ServicesCard>(ServicesCard.ContentType)).Services;
        Assert.Contains(services, service => service.Name.Contains("Mencap", StringComparison.Ordinal));
        Assert.Equal(Question.Role, talk.Question);
    }

    [Fact]
    public async Task Support_can_be_the_only_thing_asked_for_and_nothing_is_reported()
    {
        var talk = await Talk.BeginAsync(Ways.Support);

        await talk.PressesAsync("anyone");

        Assert.NotEmpty(talk.Cards<ServicesCard>(ServicesCard.ContentType).Single().Services);
        Assert.Equal(TopicsDialog.DialogId, talk.Question);
        Assert.Null(talk.Memory.Draft);
    }

    [Fact]
    public async Task The_policy_is_answered_with_its_paragraph_and_says_so_when_it_is_silent()
    {
        var talk = await Talk.BeginAsync(Ways.Policy);

        await talk.SaysAsync("how soon will you contact me?");
        Assert.Contains(talk.Texts, text => text.Contains("6.2", StringComparison.Ordinal));

        await talk.SaysAsync("what colour is your logo");
        Assert.True(talk.Said("Policy_Silent"));
        Assert.Equal(PolicyDialog.DialogId, talk.Question);
    }

    [Fact]
    public async Task Checking_a_report_tells_its_stage_by_return_code_and_never_the_account()
    {
        var talk = await Talk.BeginAsync(Ways.FollowUp);
        var code = ReturnCode.New();
        var reference = ReferenceNumber.Of(Guid.NewGuid());
        talk.Desk.Codes[code.ToString()] = new ReturnCodeMatch(
            new ReportProgress(reference, ReportStage.PickedUp, ContactPromises.Standard.For(talk.Clock.GetUtcNow())));

        await talk.SaysAsync(code.ToString().ToLowerInvariant());

        Assert.True(talk.Said("FollowUp_PickedUp"));
        Assert.Contains(reference.ToString(), string.Concat(talk.Texts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rubbish", "FollowUp_Retry")]
    [InlineData("0000 0000 0000 0000", "FollowUp_NotFound")]
    public async Task A_wrong_code_says_what_to_do(string typed, string phrase)
    {
        var talk = await Talk.BeginAsync(Ways.FollowUp);

        await talk.SaysAsync(typed);

        Assert.True(talk.Said(phrase));
        Assert.Equal(FollowUpDialog.DialogId, talk.Question);
    }

    [Fact]
    public async Task Telling_what_happened_where_nothing_is_open_begins_a_report_with_it()
    {
        var talk = await Talk.BeginAsync(Ways.Support);
        await talk.PressesAsync("anyone");

        await talk.SaysAsync("someone painted a swastika on my door");

        Assert.Equal("someone painted a swastika on my door", talk.Draft.AccountText);
        Assert.Equal(Question.Safety, talk.Question);
    }

    [Fact]
    public async Task A_stack_that_cannot_be_resumed_keeps_the_draft_and_asks_its_next_question()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Perception);
        talk.RenameOpenDialog("question.gone");

        await talk.SaysAsync("hello");

        Assert.True(talk.Said("Resumed"));
        Assert.Equal(Question.Perception, talk.Question);
        Assert.True(talk.Draft.HasAnswered(Question.Role));
    }
}
