using Microsoft.Bot.Schema;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Person;
using ReportBot.Dialogs.Reporting;
using ReportBot.Dialogs.Tests.Harness;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Tests;

/// <summary>Who holds the conversation: asked for, waited for, joined, left.</summary>
public class PersonTests
{
    private const string Name = "Amira Khan";
    private static readonly DateTimeOffset AtWork = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Asking_at_work_says_how_long_to_wait_and_hands_over_what_was_said()
    {
        var talk = await SharedAsync();

        Assert.True(talk.Said("Person_Waiting"));
        Assert.Contains(talk.Texts, text => text.Contains("10 minutes", StringComparison.Ordinal));
        var asked = Assert.Single(talk.Desk.Messages);
        Assert.Equal((true, "", AtWork.AddMinutes(10)), (asked.AsksForPerson, asked.Words, asked.WaitsUntil));
        var initiation = Assert.Single(talk.Replies, reply => reply.Name == HandoffEventNames.InitiateHandoff);
        Assert.Equal("from 1", Assert.Single(((Transcript)initiation.Attachments[0].Content).Activities).Text);
        Assert.Equal(new PersonRequest(talk.Draft.Id, AtWork.AddMinutes(10)), initiation.Value);
        Assert.False(talk.Memory.Talk!.IsHeld);
    }

    [Fact]
    public async Task Asking_out_of_hours_says_when_they_are_back_and_takes_a_message()
    {
        var talk = await SharedAsync(new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

        Assert.Contains(talk.Texts, text => text.Contains("back at 9am on Monday 23 November", StringComparison.Ordinal));
        Assert.Null(talk.Memory.Talk);
        await talk.SaysAsync("Please do not ring the bell.");

        Assert.True(talk.Said("Person_MessageKept"));
        Assert.Equal(("Please do not ring the bell.", false), (talk.Desk.Messages[^1].Words, talk.Desk.Messages[^1].AsksForPerson));
        Assert.Equal(Question.Perception, talk.Question);
        Assert.DoesNotContain("bell", talk.Draft.AccountText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_waits_goes_on_with_the_assistant_and_can_stop_waiting()
    {
        var talk = await SharedAsync();
        await talk.PressesAsync(Ways.CarryOn);
        Assert.Equal(Question.Perception, talk.Question);
        Assert.DoesNotContain(talk.Card.Ways, way => way.Value == Ways.Person);

        await talk.PressesAsync(Ways.NoPerson);

        Assert.True(talk.Said("Talk_Stopped"));
        Assert.Equal(talk.Draft.Id, Assert.Single(talk.Desk.Alone));
        Assert.Null(talk.Memory.Talk);
        Assert.Equal(Question.Perception, talk.Question);
        Assert.Contains(talk.Card.Ways, way => way.Value == Ways.Person);
    }

    [Fact]
    public async Task Nobody_coming_is_said_and_the_open_question_asked_again()
    {
        var talk = await SharedAsync();

        Assert.True(await talk.LeftAsync(talk.Draft.Id, TalkEnd.NobodyCame));

        Assert.True(talk.Said("Talk_NobodyCame"));
        Assert.Equal("failed", StateOf(talk));
        Assert.Equal(Question.Perception, talk.Question);
    }

    [Fact]
    public async Task While_staff_hold_it_everything_goes_to_them_and_the_assistant_is_silent()
    {
        var talk = await JoinedAsync();
        var account = talk.Draft.AccountText;
        Assert.Equal("accepted", StateOf(talk));
        Assert.Contains(talk.Texts, text => text.StartsWith(Name, StringComparison.Ordinal));

        foreach (var words in new[] { "Hello, are you there?", "help", "back", "skip", "leave", "no", "I feel so low these days" })
        {
            await talk.SaysAsync(words);

            Assert.Equal((words, 0), (words, talk.Texts.Count));
            Assert.Equal(TalkCard.Question, talk.Question);
            Assert.Equal(words, talk.Desk.Messages[^1].Words);
        }

        Assert.Equal(account, talk.Draft.AccountText);
        Assert.False(talk.Draft.HasAnswered(Question.Perception));
    }

    [Theory]
    [InlineData("my son")]
    [InlineData("stranger")]
    public async Task What_a_question_would_offer_is_judged_while_staff_hold_it(string words)
    {
        var talk = await JoinedAsync();

        await talk.SaysAsync(words);

        Assert.Contains("999", talk.Texts[0], StringComparison.Ordinal);
        Assert.True(talk.Desk.Messages[^1].IsUrgent);
    }

    [Fact]
    public async Task Danger_is_answered_whoever_holds_it_and_goes_to_them_too()
    {
        var talk = await JoinedAsync();

        await talk.SaysAsync("he is outside with a knife right now");

        Assert.Contains("999", talk.Texts[0], StringComparison.Ordinal);
        Assert.Equal("urgent", talk.Replies[0].Importance);
        Assert.True(talk.Desk.Messages[^1].IsUrgent);
        Assert.Equal(TalkCard.Question, talk.Question);
        Assert.True(talk.Memory.Talk!.IsHeld);
    }

    [Fact]
    public async Task Danger_while_they_wait_goes_to_staff_at_once_and_stays_in_the_report()
    {
        var talk = await SharedAsync();

        await talk.SaysAsync("he is outside with a knife right now");

        Assert.Contains("999", talk.Texts[0], StringComparison.Ordinal);
        Assert.True(talk.Said("Danger_Passed"));
        Assert.Equal(("he is outside with a knife right now", true, false), (talk.Desk.Messages[^1].Words, talk.Desk.Messages[^1].IsUrgent, talk.Desk.Messages[^1].AsksForPerson));
        Assert.Contains("knife", talk.Draft.AccountText, StringComparison.Ordinal);
        Assert.False(talk.Memory.Talk!.IsHeld);
    }

    [Fact]
    public async Task Leaving_is_answered_whoever_holds_it()
    {
        var talk = await JoinedAsync();

        await talk.SaysAsync("Leave and come back later");

        Assert.True(talk.Said("Leave"));
        Assert.Single(talk.Cards<ReturnCodeCard>(ReturnCodeCard.ContentType));
        await talk.PressesAsync(Ways.CarryOn);
        Assert.Equal(TalkCard.Question, talk.Question);
    }

    [Theory]
    [InlineData(TalkEnd.SteppedOut, "Talk_SteppedOut")]
    [InlineData(TalkEnd.Idle, "Talk_Idle")]
    public async Task When_staff_leave_the_assistant_says_so_and_asks_the_right_question(TalkEnd why, string key)
    {
        var talk = await JoinedAsync();
        await talk.SaysAsync("Thank you.");

        Assert.True(await talk.LeftAsync(talk.Draft.Id, why));

        Assert.True(talk.Said(key));
        Assert.Equal("completed", StateOf(talk));
        Assert.Equal(Question.Perception, talk.Question);
        Assert.Null(talk.Memory.Talk);
        await talk.PressesAsync("race");
        Assert.Equal(Question.Contact, QuestionOrder.Next(talk.Draft) ?? Question.Contact);
    }

    [Fact]
    public async Task The_person_can_go_on_without_whoever_is_there()
    {
        var talk = await JoinedAsync();
        var report = talk.Draft.Id;

        await talk.PressesAsync(Ways.NoPerson);

        Assert.True(talk.Said("Talk_Ended"));
        Assert.Equal(Question.Perception, talk.Question);
        Assert.Equal(report, Assert.Single(talk.Desk.Alone));
        Assert.False(await talk.LeftAsync(report, TalkEnd.SteppedOut));
        Assert.Empty(talk.Replies);
    }

    [Fact]
    public async Task What_was_typed_to_someone_who_has_just_left_answers_no_question()
    {
        var talk = await JoinedAsync();
        await talk.LeftAsync(talk.Draft.Id, TalkEnd.SteppedOut);

        await talk.SendAsync("I think it was about my faith", [], TalkCard.Question);

        Assert.True(talk.Said("Talk_PassedOn"));
        Assert.Equal("I think it was about my faith", talk.Desk.Messages[^1].Words);
        Assert.False(talk.Draft.HasAnswered(Question.Perception));
        Assert.Equal(Question.Perception, talk.Question);
    }

    [Fact]
    public async Task What_cannot_be_passed_on_is_said()
    {
        var talk = await JoinedAsync();
        talk.Desk.IsFull = true;

        await talk.SaysAsync("Are you there?");
        Assert.True(talk.Said("AfterSending_NotKept"));
        await talk.PressesAsync(Ways.NoPerson);

        Assert.True(talk.Said("AfterSending_NotKept"));
        Assert.True(talk.Memory.Talk!.IsHeld);
    }

    [Fact]
    public async Task Someone_who_has_sent_their_report_asks_without_sharing_anything_more()
    {
        var talk = await Talk.BeginAsync();
        talk.Clock.Set(AtWork);
        await talk.AnswerUpToAsync(CheckAnswersDialog.DialogId);
        await talk.PressesAsync(CheckAnswersDialog.Send);

        await talk.PressesAsync(Ways.Person);

        Assert.True(talk.Said("Person_AfterSending"));
        Assert.True(talk.Said("Person_Waiting"));
        Assert.True(Assert.Single(talk.Desk.Reports).IsFinished);
        Assert.NotNull(talk.Memory.Talk);
    }

    private static async Task<Talk> SharedAsync(DateTimeOffset? now = null)
    {
        var talk = await Talk.BeginAsync();
        talk.Clock.Set(now ?? AtWork);
        await talk.AnswerUpToAsync(Question.Perception);
        await talk.PressesAsync(Ways.Person);
        await talk.PressesAsync(YesNoChoice.Yes);
        await talk.SaysAsync("Sam, 07700 900123, mornings only");
        return talk;
    }

    private static async Task<Talk> JoinedAsync()
    {
        var talk = await SharedAsync();
        await talk.PressesAsync(Ways.CarryOn);
        await talk.JoinedByAsync(Name, talk.Draft.Id);
        return talk;
    }

    private static string? StateOf(Talk talk) =>
        ((System.Text.Json.JsonElement)talk.Replies.Single(reply => reply.Name == HandoffEventNames.HandoffStatus).Value).GetProperty("state").GetString();
}
