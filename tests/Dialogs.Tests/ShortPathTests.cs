using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;
using ReportBot.Dialogs.Tests.Harness;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Tests;

public class ShortPathTests
{
    [Fact]
    public async Task Says_it_is_an_assistant_and_asks_about_danger_first()
    {
        var talk = await Talk.BeginAsync();

        Assert.True(talk.Said("Welcome"));
        Assert.Equal(Question.Safety, talk.Question);
        Assert.Contains(SafetyChoice.Danger, talk.Offered);
    }

    [Fact]
    public async Task Offers_skip_last_among_the_answers_and_other_topics_apart_from_them()
    {
        var talk = await Talk.BeginAsync();

        Assert.Equal([.. SafetyChoice.All, Ways.Skip], talk.Offered);
        Assert.Equal([Ways.Support, Ways.Policy, Ways.FollowUp], talk.Card.Topics.Select(topic => topic.Value));
        await talk.SaysAsync("He shouted at me again last night by the bins.");
        Assert.Empty(talk.Card.Topics);
    }

    [Theory]
    [InlineData("no", true)]
    [InlineData("No, and I'm safe", true)]
    [InlineData("no one is in danger and I can type safely.", true)]
    [InlineData("1", true)]
    [InlineData("yes and no", false)]
    [InlineData("yes", false)]
    [InlineData("there is no way out", false)]
    [InlineData("I don't think I am safe", false)]
    [InlineData("no one believes me and he is on the stairs", false)]
    public async Task Takes_typed_words_for_safe_only_when_they_say_nothing_else(string words, bool isSafe)
    {
        var talk = await Talk.BeginAsync();

        await talk.SaysAsync(words);

        Assert.Equal(isSafe ? Question.Account : Question.Safety, talk.Question);
        Assert.Equal(isSafe, talk.Memory.Draft?.Chose(Question.Safety, SafetyChoice.Safe) is true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Asks_nobody_to_go_on_typing_who_cannot_do_so_safely(bool presses)
    {
        var talk = await Talk.BeginAsync();

        if (presses)
            await talk.PressesAsync(SafetyChoice.CannotType);
        else
            await talk.SaysAsync("It is not safe for me to type");

        Assert.True(talk.Said("Safety_CannotType"));
        Assert.Equal(Question.Safety, talk.Question);
        await talk.PressesAsync(SafetyChoice.Safe);
        Assert.Equal(Question.Account, talk.Question);
    }

    [Theory]
    [InlineData("Thursdays", "To keep to the times you said are safe, we aim to contact you by 5pm on Thursday 26 November.")]
    [InlineData("Sundays", "The times you said are safe are outside our working hours. We aim to reply here by 5pm on Monday 23 November. Come back with your code to read it.")]
    public async Task Keeps_the_promise_to_the_safe_times_said_beside_the_number(string days, string promise)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Contact);

        await talk.SaysAsync($"call me on {days} only, Amina 07700 900123, no voicemail");
        await talk.PressesAsync(CheckAnswersDialog.Send);

        Assert.Equal(promise, Assert.Single(talk.Cards<ReceiptCard>(ReceiptCard.ContentType)).Promise);
    }

    [Theory]
    [InlineData(RoleChoice.Me, true)]
    [InlineData(RoleChoice.OnBehalf, false)]
    public async Task Tells_a_child_who_need_not_know_and_who_may(string role, bool isTold)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Role);
        await talk.PressesAsync(role);
        while (talk.Question != CheckAnswersDialog.DialogId)
            await talk.PressesAsync(Ways.Skip);
        await talk.PressesAsync(CheckAnswersDialog.More);
        while (talk.Question != Question.Age)
            await talk.PressesAsync(Ways.Skip);

        await talk.PressesAsync(YesNoChoice.Yes);

        Assert.Equal(isTold, talk.Said("Under18_Help"));
        Assert.NotEqual(Question.Age, talk.Question);
    }

    [Fact]
    public async Task Offers_skip_and_not_sure_last_at_every_question_that_has_them()
    {
        var talk = await Talk.BeginAsync();
        await talk.PressesAsync(SafetyChoice.Safe);
        await talk.SaysAsync("He shouted at me.");
        await talk.PressesAsync(Account.Everything);
        var asked = 0;

        for (; talk.Question != CheckAnswersDialog.DialogId || talk.Offered.Contains(CheckAnswersDialog.More); asked++)
            if (talk.Question == CheckAnswersDialog.DialogId)
            {
                await talk.PressesAsync(CheckAnswersDialog.More);
            }
            else
            {
                Assert.Equal(Ways.Skip, talk.Offered[^1]);
                Assert.True(!talk.Offered.Contains(ChoiceQuestion.NotSure) || talk.Offered[^2] == ChoiceQuestion.NotSure);
                await talk.PressesAsync(Ways.Skip);
            }

        Assert.InRange(asked, 25, 40);
    }

    [Fact]
    public async Task Six_answers_reach_the_check_and_one_press_sends()
    {
        var talk = await Talk.BeginAsync();

        await talk.PressesAsync(SafetyChoice.Safe);
        await talk.SaysAsync("He called me a black bastard and spat at me.");
        await talk.PressesAsync(Account.Everything);
        await talk.PressesAsync(RoleChoice.Me);
        await talk.SaysAsync("Outside my flat, last Tuesday");
        await talk.PressesAsync("race", "something-else");
        await talk.SaysAsync("Sam Jones, 07700 900123, text only after 6pm");

        Assert.Equal(CheckAnswersDialog.DialogId, talk.Question);
        await talk.PressesAsync(CheckAnswersDialog.Send);

        var report = Assert.Single(talk.Desk.Reports);
        Assert.Equal([Characteristic.Race, Characteristic.SomethingElse], report.Told.Perceived.ToArray());
        Assert.Contains("spat at me", report.Told.AccountText, StringComparison.Ordinal);
        var receipt = Assert.Single(talk.Cards<ReceiptCard>(ReceiptCard.ContentType));
        Assert.Equal(report.Reference.ToString(), receipt.Reference);
        Assert.NotNull(receipt.ReturnCode);
        Assert.Contains("5pm on Monday 23 November", receipt.Promise, StringComparison.Ordinal);
        Assert.NotEmpty(talk.Cards<ServicesCard>(ServicesCard.ContentType).Single().Services);
        Assert.True(talk.Said("Police"));
        Assert.True(talk.Sent && talk.IssuedReturnCode);
    }

    [Fact]
    public async Task Nothing_but_the_account_is_needed()
    {
        var talk = await Talk.BeginAsync();
        await talk.PressesAsync(Ways.Skip);
        await talk.SaysAsync("He shouted at me.");
        await talk.PressesAsync(Account.Everything);
        while (talk.Question != CheckAnswersDialog.DialogId)
            await talk.PressesAsync(Ways.Skip);

        await talk.PressesAsync(CheckAnswersDialog.Send);

        Assert.Equal("He shouted at me.", Assert.Single(talk.Desk.Reports).Told.AccountText);
    }

    [Fact]
    public async Task Every_further_question_is_offered_and_can_be_skipped()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(CheckAnswersDialog.DialogId);
        await talk.PressesAsync(CheckAnswersDialog.More);
        var asked = new List<string>();
        while (talk.Question != CheckAnswersDialog.DialogId)
        {
            asked.Add(talk.Question);
            await talk.PressesAsync(Ways.Skip);
        }

        Assert.Equal(asked.Distinct(), asked);
        Assert.True(asked.Count > 15);
        await talk.PressesAsync(CheckAnswersDialog.Send);
        Assert.Single(talk.Desk.Reports);
    }

    [Fact]
    public async Task A_report_that_cannot_be_stored_is_kept_and_sent_later()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(CheckAnswersDialog.DialogId);
        talk.Desk.IsFull = true;
        await talk.PressesAsync(CheckAnswersDialog.Send);

        Assert.True(talk.Said("CheckAnswers_NotSent"));
        Assert.False(talk.Sent);

        talk.Desk.IsFull = false;
        await talk.PressesAsync(CheckAnswersDialog.Send);
        Assert.Single(talk.Desk.Reports);
        Assert.True(talk.Sent);
    }

    [Fact]
    public async Task Progress_is_told_in_words_and_goes_down()
    {
        var talk = await Talk.BeginAsync();
        Assert.Equal("About 6 questions left", talk.Card.Progress);

        await talk.AnswerUpToAsync(Question.Perception);

        Assert.Equal("About 2 questions left", talk.Card.Progress);
    }
}
