using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Interruptions;
using ReportBot.Dialogs.Person;
using ReportBot.Dialogs.Reporting;
using ReportBot.Dialogs.Tests.Harness;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Tests;

public class WaysTests
{
    public static TheoryData<string> Questions => [.. QuestionOrder.ShortPath.Where(q => q is not (Question.Where or Question.When))];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Help_explains_and_asks_the_same_question_again(string question)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(question);

        await talk.SaysAsync("Help!");

        Assert.Contains(Talk.Phrases[QuestionDialog.KeyOf(question) + "_Help"], talk.Texts);
        Assert.Equal(question, talk.Question);
    }

    [Theory]
    [InlineData(Question.Role, Question.Account)]
    [InlineData(Question.WhereAndWhen, Question.Role)]
    [InlineData(Question.Perception, Question.WhereAndWhen)]
    [InlineData(Question.Contact, Question.Perception)]
    [InlineData(Question.Account, Question.Safety)]
    [InlineData(CheckAnswersDialog.DialogId, Question.Contact)]
    public async Task Back_opens_the_question_before(string open, string before)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(open);

        await talk.SaysAsync("go back");

        Assert.Equal(before, talk.Question);
    }

    [Fact]
    public async Task Back_at_the_first_question_says_so()
    {
        var talk = await Talk.BeginAsync();

        await talk.SaysAsync("back");

        Assert.True(talk.Said("Back_AtStart"));
        Assert.Equal(Question.Safety, talk.Question);
    }

    [Fact]
    public async Task An_answer_changed_from_the_check_returns_to_the_check()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(CheckAnswersDialog.DialogId);

        await talk.PressesAsync(Ways.ChangeOne + Question.Role);
        Assert.Equal(Question.Role, talk.Question);
        Assert.True(talk.Draft.Chose(Question.Role, RoleChoice.Me));

        await talk.PressesAsync(RoleChoice.Witness);
        Assert.Equal(CheckAnswersDialog.DialogId, talk.Question);
        Assert.Equal([RoleChoice.Witness], talk.Draft.Chosen(Question.Role).ToArray());
    }

    [Fact]
    public async Task Going_back_from_a_change_keeps_the_old_answer()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(CheckAnswersDialog.DialogId);
        await talk.PressesAsync(Ways.ChangeOne + Question.Role);

        await talk.PressesAsync(Ways.Back);

        Assert.Equal(CheckAnswersDialog.DialogId, talk.Question);
        Assert.True(talk.Draft.Chose(Question.Role, RoleChoice.Me));
    }

    [Fact]
    public async Task The_account_cannot_be_skipped_and_says_why()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Account);

        await talk.SaysAsync("skip");

        Assert.True(talk.Said("Account_NoSkip"));
        Assert.Equal(Question.Account, talk.Question);
    }

    [Fact]
    public async Task Leaving_gives_the_return_code_even_before_anything_is_told_and_the_draft_stays()
    {
        var talk = await Talk.BeginAsync();

        await talk.SaysAsync("leave");

        var code = Assert.Single(talk.Cards<ReturnCodeCard>(ReturnCodeCard.ContentType)).Code;
        Assert.True(ReturnCode.TryParse(code, out _));
        Assert.True(talk.IssuedReturnCode);
        await talk.PressesAsync(Ways.CarryOn);
        Assert.Equal(Question.Safety, talk.Question);
    }

    [Fact]
    public async Task The_code_offered_before_the_account_is_the_one_on_the_receipt()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Account);
        await talk.PressesAsync(Ways.ReturnCode);
        var code = Assert.Single(talk.Cards<ReturnCodeCard>(ReturnCodeCard.ContentType)).Code;
        Assert.Equal(Question.Account, talk.Question);

        await talk.AnswerUpToAsync(CheckAnswersDialog.DialogId);
        await talk.PressesAsync(CheckAnswersDialog.Send);

        Assert.Equal(code, Assert.Single(talk.Cards<ReceiptCard>(ReceiptCard.ContentType)).ReturnCode);
    }

    [Fact]
    public async Task Starting_again_asks_first_and_no_keeps_everything()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Perception);
        await talk.SaysAsync("start again");
        Assert.Equal(StartAgainDialog.DialogId, talk.Question);

        await talk.PressesAsync(YesNoChoice.No);

        Assert.Equal(Question.Perception, talk.Question);
        Assert.NotEmpty(talk.Draft.Account);
    }

    [Fact]
    public async Task Starting_again_clears_the_answers_once_confirmed()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Perception);
        await talk.SaysAsync("start again");

        await talk.SaysAsync("yes");

        Assert.Equal(Question.Safety, talk.Question);
        Assert.Empty(talk.Draft.Account);
    }

    [Fact]
    public async Task Yes_and_no_at_once_is_asked_again()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Role);
        await talk.SaysAsync("start again");

        await talk.SaysAsync("yes and no");

        Assert.True(talk.Said("Confirm_Retry"));
        Assert.Equal(StartAgainDialog.DialogId, talk.Question);
    }

    [Fact]
    public async Task A_person_is_asked_for_only_after_saying_what_they_would_see()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Perception);

        await talk.SaysAsync("can I talk to someone?");
        Assert.True(talk.Said("Person_Ask"));
        Assert.Empty(talk.Desk.Reports);

        await talk.PressesAsync(YesNoChoice.Yes);
        Assert.True(talk.Said("Person_Reach"));
        await talk.SaysAsync("Sam, 07700 900123, mornings only");

        Assert.False(Assert.Single(talk.Desk.Reports).IsFinished);
        Assert.True(talk.Said("Person_Shared"));
        await talk.PressesAsync(Ways.CarryOn);
        Assert.Equal(Question.Perception, talk.Question);
    }

    [Fact]
    public async Task A_shared_draft_is_replaced_by_the_finished_report()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Perception);
        await talk.SaysAsync("person");
        await talk.PressesAsync(YesNoChoice.Yes);
        await talk.PressesAsync(Contact.Anonymous);
        await talk.PressesAsync(Ways.CarryOn);
        Assert.Equal(Question.Perception, talk.Question);

        await talk.AnswerUpToAsync(CheckAnswersDialog.DialogId);
        await talk.PressesAsync(CheckAnswersDialog.Send);

        Assert.True(Assert.Single(talk.Desk.Reports).IsFinished);
    }

    [Fact]
    public async Task Refusing_to_share_goes_on_where_it_was()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Role);
        await talk.PressesAsync(Ways.Person);
        Assert.Equal(PersonDialog.DialogId, talk.Question);

        await talk.PressesAsync(YesNoChoice.No);

        Assert.Equal(Question.Role, talk.Question);
        Assert.Empty(talk.Desk.Reports);
    }
}
