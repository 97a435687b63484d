using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;
using ReportBot.Dialogs.Tests.Harness;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Tests;

public class DangerTests
{
    private const string Knife = "he is outside with a knife right now";

    public static TheoryData<string> Moments => [.. QuestionOrder.ShortPath.Where(q => q is not (Question.Where or Question.When)), CheckAnswersDialog.DialogId];

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Nine_nine_nine_comes_first_at_every_question_and_the_question_stays_open(string question)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(question);

        await talk.SaysAsync(Knife);

        Assert.Contains("999", talk.Texts[0], StringComparison.Ordinal);
        Assert.Equal("urgent", talk.Replies[0].Importance);
        Assert.Equal(question, talk.Question);
        Assert.Contains(Knife, talk.Draft.AccountText, StringComparison.Ordinal);
        Assert.True(talk.Memory.DangerSeen);
        Assert.Empty(talk.Desk.Reports);
    }

    [Theory]
    [InlineData(Ways.Support)]
    [InlineData(Ways.Policy)]
    [InlineData(Ways.FollowUp)]
    [InlineData(Ways.Person)]
    public async Task Nine_nine_nine_comes_first_in_every_topic(string topic)
    {
        var talk = await Talk.BeginAsync();
        await talk.SendAsync("", [topic], talk.Question);

        await talk.SaysAsync(Knife);

        Assert.Contains("999", talk.Texts[0], StringComparison.Ordinal);
        Assert.Equal("urgent", talk.Replies[0].Importance);
    }

    [Fact]
    public async Task Danger_after_sending_is_answered_and_passed_on_to_staff()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(CheckAnswersDialog.DialogId);
        await talk.PressesAsync(CheckAnswersDialog.Send);

        await talk.SaysAsync(Knife);

        Assert.Contains("999", talk.Texts[0], StringComparison.Ordinal);
        Assert.True(Assert.Single(talk.Desk.Messages).IsUrgent);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task Says_that_it_is_kept_where_it_is_and_nothing_of_that_where_it_could_not_be(bool isSent, bool isFull)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(isSent ? CheckAnswersDialog.DialogId : Question.Perception);
        if (isSent)
            await talk.PressesAsync(CheckAnswersDialog.Send);
        else
            await SharesAsync(talk);
        talk.Desk.IsFull = isFull;

        await talk.SaysAsync(Knife);

        Assert.Contains("999", talk.Texts[0], StringComparison.Ordinal);
        Assert.Equal("urgent", talk.Replies[0].Importance);
        Assert.Equal(isFull, talk.Said("AfterSending_NotKept"));
        Assert.Equal(!isFull, talk.Texts.Any(text => text.Contains("is kept", StringComparison.Ordinal)));
        Assert.True(talk.Said("Danger_Person"));
    }

    [Fact]
    public async Task Says_that_it_is_kept_in_a_report_nobody_has_yet()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Role);
        talk.Desk.IsFull = true;

        await talk.SaysAsync(Knife);

        Assert.True(talk.Said("Danger_Kept"));
        Assert.False(talk.Said("AfterSending_NotKept"));
        Assert.Contains(Knife, talk.Draft.AccountText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_danger_answers_with_999_and_offers_a_person_but_summons_none()
    {
        var talk = await Talk.BeginAsync();

        await talk.PressesAsync(SafetyChoice.Danger);

        Assert.True(talk.Said("Danger"));
        Assert.True(talk.Said("Danger_Person"));
        Assert.False(talk.Said("Danger_Kept"));
        Assert.Equal(Question.Safety, talk.Question);
        Assert.Empty(talk.Desk.Reports);
    }

    [Fact]
    public async Task Being_ok_again_is_not_taken_for_an_answer()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Perception);
        await talk.SaysAsync(Knife);

        await talk.SaysAsync("I'm ok now");

        Assert.Equal(Question.Perception, talk.Question);
        Assert.False(talk.Draft.HasAnswered(Question.Perception));
    }

    [Fact]
    public async Task Files_that_come_with_danger_are_kept()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Role);

        await talk.SendsFilesAsync(Knife, "f1");

        Assert.Equal("f1", Assert.Single(talk.Draft.Files).Id);
    }

    [Theory]
    [InlineData("my son", RoleChoice.Household)]
    [InlineData("My partner", RoleChoice.Household)]
    [InlineData("me", RoleChoice.Me)]
    [InlineData("MY FRIEND", RoleChoice.OnBehalf)]
    public async Task An_answer_in_just_the_words_of_a_choice_is_taken_however_like_a_cry_it_is(string words, string role)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Role);

        await talk.SaysAsync(words);

        Assert.True(talk.Draft.Chose(Question.Role, role));
        Assert.False(talk.Memory.DangerSeen);
    }

    [Theory]
    [InlineData("my son hes hurt")]
    [InlineData("my partner not breathing")]
    public async Task More_than_the_words_of_a_choice_is_judged(string words)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Role);

        await talk.SaysAsync(words);

        Assert.Contains("999", talk.Texts[0], StringComparison.Ordinal);
        Assert.Equal(Question.Role, talk.Question);
    }

    [Fact]
    public async Task No_command_is_taken_for_danger_but_a_goodbye()
    {
        var commands = Talk.Phrases.Keys.Where(key => key.StartsWith("Words_", StringComparison.Ordinal)).SelectMany(Talk.Phrases.Alternatives);
        var taken = new List<string>();
        foreach (var words in commands)
        {
            var talk = await Talk.BeginAsync();
            await talk.AnswerUpToAsync(Question.Role);
            await talk.SaysAsync(words);
            if (talk.Memory.DangerSeen)
                taken.Add(words);
        }

        Assert.Equal(["goodbye"], taken);
    }

    public static TheoryData<string, string> Offered
    {
        get
        {
            (string Question, IEnumerable<string> Values)[] questions =
            [
                (Question.Role, RoleChoice.All), (Question.Harm, HarmChoice.All), (Question.Damage, DamageChoice.All), (Question.WhoDidIt, WhoDidItChoice.All), (Question.Children, YesNoChoice.All),
                (Question.Before, BeforeChoice.All), (Question.Ongoing, YesNoChoice.All), (Question.ToldAnyone, ToldChoice.All), (Question.WhoMayBeTold, ToldOnwardChoice.All),
                (Question.SafeChannels, ChannelChoice.All), (Question.Voicemail, VoicemailChoice.All), (Question.Needs, NeedChoice.All), (Question.Age, YesNoChoice.All),
                (Question.AffectedPersonKnows, YesNoChoice.All), (Question.Contact, [Contact.Anonymous]),
            ];
            var offered = new TheoryData<string, string> { { Question.SafeChannels, "text or email" }, { Question.WhoDidIt, "neighbour, stranger" } };
            foreach (var (question, values) in questions)
                foreach (var value in values)
                    foreach (var words in Talk.Phrases.Alternatives($"{QuestionDialog.KeyOf(question)}_{value}_Words").Append(AnswerText.Label(Talk.Phrases, question, value)))
                        offered.Add(question, words);
            return offered;
        }
    }

    [Theory]
    [MemberData(nameof(Offered))]
    public async Task Nothing_a_question_offers_is_taken_for_danger_under_it(string question, string words)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Perception);

        await talk.SendAsync(words, [], question);

        Assert.False(talk.Memory.DangerSeen);
    }

    [Theory]
    [InlineData("my son", Question.Wants)]
    [InlineData("stranger", Question.Role)]
    public async Task What_another_question_offers_is_judged(string words, string question)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Role);

        await talk.SendAsync(words, [], question);

        Assert.True(talk.Memory.DangerSeen);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("two")]
    [InlineData("the second")]
    [InlineData("Someone is in danger now")]
    [InlineData("someone is in danger, my neighbour")]
    public async Task The_choice_of_danger_gets_999_however_it_is_typed(string words)
    {
        var talk = await Talk.BeginAsync();

        await talk.SaysAsync(words);

        Assert.True(talk.Said("Danger"));
        Assert.Equal("urgent", talk.Replies[0].Importance);
        Assert.Equal(Question.Safety, talk.Question);
        Assert.False(talk.Draft.HasAnswered(Question.Safety));
    }

    public static TheoryData<string> Numbers => new(Talk.Phrases.Alternatives("Safety_danger_Number_Words"));

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task The_choice_of_danger_as_a_number_is_no_account_of_what_happened(string number)
    {
        var talk = await Talk.BeginAsync();

        await talk.SaysAsync(number);

        Assert.True(talk.Said("Danger"));
        Assert.False(talk.Said("Danger_Kept"));
        Assert.Empty(talk.Draft.Account);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("no one is in danger")]
    [InlineData("No one is in danger and I can type safely.")]
    [InlineData("nobody is in danger at the moment, no")]
    public async Task Nobody_in_danger_gets_no_danger_card(string words)
    {
        var talk = await Talk.BeginAsync();

        await talk.SaysAsync(words);

        Assert.False(talk.Memory.DangerSeen);
    }

    [Theory]
    [InlineData("my son \U0001F52A")]
    [InlineData("my son", RoleChoice.Household)]
    [InlineData("help", RoleChoice.Household)]
    public async Task More_than_an_answer_in_words_is_judged(string words, params string[] ticked)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Role);

        await talk.SendAsync(words, ticked, Question.Role);

        Assert.Contains("999", talk.Texts[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emergency")]
    [InlineData("Danger!!")]
    [InlineData("IN DANGER")]
    public async Task The_words_of_danger_are_danger_at_every_question(string words)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Perception);

        await talk.SaysAsync(words);

        Assert.True(talk.Said("Danger"));
        Assert.Equal("urgent", talk.Replies[0].Importance);
        Assert.Equal(Question.Perception, talk.Question);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("HELP!")]
    public async Task Help_is_answered_with_999_first(string words)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Role);

        await talk.SaysAsync(words);

        Assert.StartsWith("If someone is in danger, call 999", talk.Texts[0], StringComparison.Ordinal);
        Assert.Equal(Question.Role, talk.Question);
    }

    private static async Task SharesAsync(Talk talk)
    {
        await talk.SaysAsync("person");
        await talk.PressesAsync(YesNoChoice.Yes);
        await talk.PressesAsync(Contact.Anonymous);
        await talk.PressesAsync(Ways.CarryOn);
    }
}
