using ReportBot.Dialogs.Reporting;
using ReportBot.Dialogs.Tests.Harness;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Tests;

/// <summary>A report is never blocked by what is read from it, nor by not reading it.</summary>
public class RecognitionSwitchTests
{
    private const string Words = "Last Tuesday in the car park my neighbour called me a Polish immigrant and told me to go back to Poland. It keeps happening.";

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task The_conversation_completes_with_either_switch_off(bool suggestions, bool extraction)
    {
        var talk = await Talk.BeginAsync(recognition: new RecognitionOptions { Suggestions = suggestions, Extraction = extraction });
        await talk.AnswerUpToAsync(Question.Account);
        await talk.SaysAsync(Words);

        await talk.AnswerUpToAsync(CheckAnswersDialog.DialogId);
        await talk.PressesAsync(CheckAnswersDialog.Send);

        var report = Assert.Single(talk.Desk.Reports);
        Assert.Equal(Words, report.Told.AccountText);
        Assert.Equal(suggestions, !report.SuggestedCharacteristics.IsEmpty);
        Assert.Equal(extraction, report.Told[Question.WhereAndWhen] is { FromAccount: true });
    }

    [Fact]
    public async Task Without_suggestions_the_choices_stand_as_they_are()
    {
        var talk = await Talk.BeginAsync(recognition: new RecognitionOptions { Suggestions = false });
        await talk.AnswerUpToAsync(Question.Account);
        await talk.SaysAsync(Words);

        await talk.AnswerUpToAsync(Question.Perception);

        Assert.DoesNotContain(talk.Card.Choices, choice => choice.Suggested);
    }

    [Fact]
    public async Task Without_extraction_where_and_when_is_asked()
    {
        var talk = await Talk.BeginAsync(recognition: new RecognitionOptions { Extraction = false });
        await talk.AnswerUpToAsync(Question.Account);
        await talk.SaysAsync(Words);

        await talk.AnswerUpToAsync(Question.WhereAndWhen);

        Assert.Null(talk.Draft[Question.WhereAndWhen]);
    }

    [Fact]
    public async Task Danger_is_looked_for_with_everything_off()
    {
        var talk = await Talk.BeginAsync(recognition: new RecognitionOptions { Suggestions = false, Extraction = false });
        await talk.AnswerUpToAsync(Question.Account);

        await talk.SaysAsync("he is outside with a knife right now");

        Assert.True(talk.Said("Danger"));
    }
}
