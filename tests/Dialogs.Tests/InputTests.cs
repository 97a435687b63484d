using System.Text;
using ReportBot.Dialogs.Interruptions;
using ReportBot.Dialogs.Reporting;
using ReportBot.Dialogs.Tests.Harness;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Tests;

public class InputTests
{
    public static TheoryData<string> Hostile => new(
        new string('a', 20_000),
        "\U0001F600\U0001F600\U0001F600",
        "שלום לכולם, זה קרה אתמול",
        "<script>alert(1)</script><b onclick=x>",
        "a\0b\u0001c\u001b[31m",
        "yes and no",
        "   \n\t ",
        "",
        "!change:nothing",
        "{\"json\":true}",
        "'; DROP TABLE turns; --",
        "\ud800 lone surrogate");

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Anything_at_all_is_answered_with_a_question_at_every_question(string input)
    {
        foreach (var question in QuestionOrder.ShortPath.Where(q => q is not (Question.Where or Question.When)).Append(CheckAnswersDialog.DialogId))
        {
            var talk = await Talk.BeginAsync();
            await talk.AnswerUpToAsync(question);

            await talk.SaysAsync(input);

            Assert.NotEmpty(talk.Replies);
            Assert.NotNull(talk.Card);
            Assert.DoesNotContain('\0', string.Concat(talk.Texts));
        }
    }

    [Fact]
    public async Task Twenty_thousand_characters_are_kept_whole()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Account);
        var words = new StringBuilder();
        while (words.Length < 19_990)
            words.Append("word ").Append(words.Length).Append(' ');

        await talk.SaysAsync(words.ToString());

        Assert.Equal(words.ToString().Trim(), talk.Draft.AccountText);
    }

    [Fact]
    public async Task What_happened_typed_at_the_safety_question_is_kept_and_safety_is_asked_again()
    {
        var talk = await Talk.BeginAsync();

        await talk.SaysAsync("My neighbour shouted at me because I am black");

        Assert.Contains("shouted at me", talk.Draft.AccountText, StringComparison.Ordinal);
        Assert.Equal(Question.Safety, talk.Question);
    }

    [Fact]
    public async Task A_file_where_a_date_was_asked_is_kept_and_the_question_is_asked_again()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.WhereAndWhen);

        await talk.SendsFilesAsync("", "photo");

        Assert.True(talk.Said("Files_KeptOne"));
        Assert.True(talk.Said("WhereAndWhen_File"));
        Assert.Equal("photo", Assert.Single(talk.Draft.Files).Id);
        Assert.Equal(Question.WhereAndWhen, talk.Question);
    }

    [Fact]
    public async Task A_place_without_a_time_asks_for_the_time_once()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.WhereAndWhen);

        await talk.SaysAsync("outside the shop on Mill Lane");
        Assert.Equal(Question.When, talk.Question);

        await talk.SaysAsync("some time in the spring I think");
        Assert.Equal(Question.Perception, talk.Question);
        Assert.Equal("outside the shop on Mill Lane", talk.Draft.Place);
    }

    [Fact]
    public async Task Words_that_do_not_answer_are_kept_with_what_happened()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Role);

        await talk.SaysAsync("and then the dog got out and he kicked it twice");

        Assert.True(talk.Said("KeptWithAccount"));
        Assert.Contains("kicked it twice", talk.Draft.AccountText, StringComparison.Ordinal);
        Assert.Equal(Question.Role, talk.Question);
    }

    [Fact]
    public async Task An_old_button_changes_that_answer_only_once_confirmed()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Perception);

        await talk.SendAsync("", [RoleChoice.Witness], Question.Role);
        Assert.Equal(ConfirmChangeDialog.DialogId, talk.Question);
        Assert.True(talk.Draft.Chose(Question.Role, RoleChoice.Me));

        await talk.PressesAsync(YesNoChoice.Yes);
        Assert.True(talk.Draft.Chose(Question.Role, RoleChoice.Witness));
        Assert.Equal(Question.Perception, talk.Question);
    }

    [Fact]
    public async Task An_old_button_with_the_same_answer_changes_nothing()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Perception);
        var before = talk.Draft;

        await talk.SendAsync("", [RoleChoice.Me], Question.Role);

        Assert.Equal(before.Answers.Length, talk.Draft.Answers.Length);
        Assert.Equal(Question.Perception, talk.Question);
    }

    [Fact]
    public async Task Sending_again_from_an_old_page_sends_nothing_twice()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(CheckAnswersDialog.DialogId);
        await talk.PressesAsync(CheckAnswersDialog.Send);

        await talk.SendAsync("", [CheckAnswersDialog.Send], CheckAnswersDialog.DialogId);

        Assert.Single(talk.Desk.Reports);
        Assert.True(talk.Said("Old_AlreadySent"));
    }

    [Fact]
    public async Task A_forged_choice_is_no_answer()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Role);

        await talk.SendAsync("", ["administrator"], Question.Role);

        Assert.Equal(Question.Role, talk.Question);
        Assert.False(talk.Draft.HasAnswered(Question.Role));
    }

    [Fact]
    public async Task Suggestions_stand_first_with_the_words_they_came_from_and_are_not_chosen()
    {
        var talk = await Talk.BeginAsync();
        await talk.PressesAsync(SafetyChoice.Safe);
        await talk.SaysAsync("He called me a black bastard.");
        await talk.PressesAsync(Account.Everything);
        await talk.AnswerUpToAsync(Question.Perception);

        Assert.Equal("race", talk.Card.Choices[0].Value);
        Assert.True(talk.Card.Choices[0].Suggested);
        Assert.Contains("b****", talk.Card.Choices[0].Hint!, StringComparison.Ordinal);
        Assert.DoesNotContain("bastard", string.Concat(talk.Texts) + talk.Card.Choices[0].Hint, StringComparison.OrdinalIgnoreCase);

        await talk.PressesAsync("religion");
        Assert.Equal([Characteristic.Religion], talk.Draft.Perceived.ToArray());
        Assert.Equal("race", Assert.Single(talk.Draft[Question.Perception]!.Suggested).Value);
    }

    [Fact]
    public async Task What_is_written_after_sending_goes_to_staff()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(CheckAnswersDialog.DialogId);
        await talk.PressesAsync(CheckAnswersDialog.Send);

        await talk.SaysAsync("He came back this morning and shouted again.");

        Assert.Equal("He came back this morning and shouted again.", Assert.Single(talk.Desk.Messages).Words);
        Assert.True(talk.Said("AfterSending_Kept"));
    }
}
