using System.Text.RegularExpressions;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;
using ReportBot.Dialogs.Tests.Harness;
using ReportBot.Knowledge.Language;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Tests;

public class LanguageTests
{
    private const string Polish = "Sąsiad codziennie krzyczy na mnie i wyzywa mnie od brudasów, mam już dość.";
    private const string Romanian = "Vecina de sus mă înjură în fiecare zi și îmi este frică.";

    public static TheoryData<string> Codes => [.. OtherLanguages.Embedded.Codes];

    [Fact]
    public async Task Somebody_who_writes_in_another_language_is_told_in_it_what_they_can_do()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Account);

        await talk.SaysAsync(Polish);

        Assert.Equal(OtherLanguages.Embedded.Greeting("pl"), talk.Texts[0]);
        Assert.Equal("pl", talk.Replies[0].Locale);
        Assert.Contains("This looks like Polish.", talk.Texts[1], StringComparison.Ordinal);
        Assert.Equal(OtherLanguages.Embedded.Person("pl"), talk.Card.Ways.Single(way => way.Value == Ways.Person).Hint);
    }

    [Fact]
    public async Task It_is_said_once_for_each_language()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Account);
        await talk.SaysAsync(Polish);

        await talk.SaysAsync("Wczoraj znowu rzucał śmieci pod nasze drzwi.");
        var again = talk.Texts;
        await talk.SaysAsync(Romanian);

        Assert.DoesNotContain(OtherLanguages.Embedded.Greeting("pl"), again);
        Assert.Equal(OtherLanguages.Embedded.Greeting("ro"), talk.Texts[0]);
        Assert.Equal("pl ro", string.Join(' ', talk.Memory.Languages));
    }

    [Fact]
    public async Task A_report_in_another_language_is_taken_word_for_word_and_nothing_is_guessed_from_it()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Account);
        await talk.SaysAsync("Sąsiad krzyczał wczoraj o 18:00 na parkingu: Polish scum, go back to Poland, i groził mi nożem przy dzieciach.");
        await talk.AnswerUpToAsync(Question.Perception);

        Assert.DoesNotContain(talk.Card.Choices, choice => choice.Suggested);
        await talk.AnswerUpToAsync(CheckAnswersDialog.DialogId);
        await talk.PressesAsync(CheckAnswersDialog.Send);

        var report = Assert.Single(talk.Desk.Reports);
        Assert.StartsWith("Sąsiad krzyczał wczoraj", report.Told.AccountText, StringComparison.Ordinal);
        Assert.Equal("pl", Assert.Single(report.Told.Account).Language);
        Assert.Empty(report.SuggestedCharacteristics);
        Assert.Empty(report.SuggestedBehaviours);
    }

    [Fact]
    public async Task What_is_told_in_English_beside_it_is_read()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Account);
        await talk.SaysAsync(Polish);
        await talk.SaysAsync("He called me a dirty Polish immigrant and told me to go back to Poland.");
        await talk.AnswerUpToAsync(Question.Perception);

        var race = talk.Card.Choices.Single(choice => choice.Value == "race");
        Assert.True(race.Suggested);
        Assert.DoesNotContain("Sąsiad", race.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_and_when_in_another_language_stand_as_words_without_a_time_read_into_them()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.WhereAndWhen);

        await talk.SaysAsync("Wczoraj wieczorem na klatce schodowej przed moim mieszkaniem");

        var answer = talk.Draft[Question.WhereAndWhen]!;
        Assert.Equal("Wczoraj wieczorem na klatce schodowej przed moim mieszkaniem", answer.Words);
        Assert.Null(answer.When);
    }

    [Fact]
    public async Task A_number_is_taken_from_words_in_another_language_and_a_name_is_not()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Contact);

        await talk.SaysAsync("Nazywam się Jan Kowalski, proszę dzwonić tylko wieczorem 07700 900123");

        Assert.Equal((null, "07700900123"), (talk.Draft[Question.Contact]!.Contact!.Name, talk.Draft[Question.Contact]!.Contact!.Phone));
    }

    [Theory]
    [InlineData("Krzysztof Brzęczyszczykiewicz")]
    [InlineData("yes")]
    [InlineData("he called me kurwa and szmata by the bins")]
    [InlineData("me no speak good english but he say bad thing to me every day")]
    public async Task English_names_and_short_words_bring_no_other_language(string words)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Account);

        await talk.SaysAsync(words);

        Assert.Empty(talk.Memory.Languages);
        Assert.False(talk.Said("Language_Unnamed"));
    }

    [Theory]
    [InlineData("Pomocy, on ma nóż!", "pl")]
    [InlineData("救命", "zh")]
    [InlineData("ساعدوني", "ar")]
    public async Task A_cry_for_help_puts_999_first_in_that_language_and_in_English(string cry, string code)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.WhereAndWhen);

        await talk.SaysAsync(cry);

        Assert.Equal(OtherLanguages.Embedded.Danger(code), talk.Texts[0]);
        Assert.Equal((code, "urgent"), (talk.Replies[0].Locale, talk.Replies[0].Importance));
        Assert.Equal(Talk.Phrases["Danger"], talk.Texts[1]);
        Assert.True(talk.Memory.DangerSeen);
        Assert.Equal(Question.WhereAndWhen, talk.Question);
        Assert.Contains(cry, talk.Draft.AccountText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_means_to_die_is_answered_gently_in_any_language()
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Account);

        await talk.SaysAsync("nie chcę żyć");

        Assert.True(talk.Said("Danger_SelfHarm"));
        Assert.Equal(OtherLanguages.Embedded.Danger("pl"), talk.Texts[0]);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_language_says_the_same_facts(string code)
    {
        var others = OtherLanguages.Embedded;
        string[] texts = [others.Greeting(code)!, others.Danger(code)!, others.Person(code)!];

        Assert.Contains("999", texts[0], StringComparison.Ordinal);
        Assert.Contains(Talk.Phrases["Way_person"], texts[0], StringComparison.Ordinal);
        Assert.StartsWith("999", Regex.Match(texts[1], "[0-9]+").Value, StringComparison.Ordinal);
        Assert.All(texts, text => Assert.DoesNotContain('!', text));
        Assert.All(texts, text => Assert.InRange(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 1, 65));
        Assert.NotNull(WrittenLanguage.Of(code));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_text_is_in_the_language_it_is_said_to_be_in(string code) =>
        Assert.Equal(code, new LanguageReader().Read(OtherLanguages.Embedded.Greeting(code)!.Replace(Talk.Phrases["Way_person"], "", StringComparison.Ordinal)).Code);
}
