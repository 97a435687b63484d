using FsCheck;
using FsCheck.Fluent;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace ReportBot.Builder.Tests.Choices;

public sealed class ChoiceRecognizersTests
{
    private static readonly List<string> Colours = ["Red", "Green", "Blue", "Light blue", "Café crème"];

    private static readonly List<string> Contact = ["Phone call", "Text message", "Email", "I'd rather not say"];

    [Theory]
    [InlineData("Red", "Red")]
    [InlineData("  red \n", "Red")]
    [InlineData("RED!", "Red")]
    [InlineData("cafe creme", "Café crème")]
    [InlineData("CAFÉ CRÈME", "Café crème")]
    [InlineData("cafe\u0301 cre\u0300me", "Café crème")]
    [InlineData("light blue", "Light blue")]
    [InlineData("light-blue", "Light blue")]
    [InlineData("ｂｌｕｅ", "Blue")]
    [InlineData("I think it was light blue, thanks", "Light blue")]
    [InlineData("blue and red", "Blue, Red")]
    [InlineData("red, red and red", "Red")]
    [InlineData("light blue or blue", "Light blue, Blue")]
    [InlineData("reddish", "")]
    [InlineData("purple", "")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("😀", "")]
    [InlineData(null, "")]
    public void A_choice_is_known_by_its_words(string? said, string found)
    {
        Assert.Equal(found, Found(said, Colours));
    }

    [Theory]
    [InlineData("i'd rather not say")]
    [InlineData("I’d rather not say")]
    [InlineData("id rather not say")]
    [InlineData("well, I'd really rather not say anything")]
    public void Apostrophes_and_a_few_words_between_do_no_harm(string said)
    {
        Assert.Equal("I'd rather not say", Found(said, Contact));
    }

    [Theory]
    [InlineData("1", "Red")]
    [InlineData("2.", "Green")]
    [InlineData("(3)", "Blue")]
    [InlineData("#2", "Green")]
    [InlineData("2!", "Green")]
    [InlineData("2\ufe0f\u20e3", "Green")]
    [InlineData("٣", "Blue")]
    [InlineData("two", "Green")]
    [InlineData("Option two please", "Green")]
    [InlineData("number 4", "Light blue")]
    [InlineData("no. 4", "Light blue")]
    [InlineData("my answer is 4", "")]
    [InlineData("the answer is: 4", "Light blue")]
    [InlineData("1 and 3", "Red, Blue")]
    [InlineData("1,3", "Red, Blue")]
    [InlineData("3, 1", "Blue, Red")]
    [InlineData("1. 3.", "Red, Blue")]
    [InlineData("1 1 1", "Red")]
    [InlineData("first", "Red")]
    [InlineData("the second one", "Green")]
    [InlineData("2nd", "Green")]
    [InlineData("the 3rd option please", "Blue")]
    [InlineData("last", "Café crème")]
    [InlineData("the last one", "Café crème")]
    [InlineData("second to last", "Light blue")]
    [InlineData("the second last", "Light blue")]
    [InlineData("penultimate", "Light blue")]
    [InlineData("the first and the last", "Red, Café crème")]
    public void A_choice_is_known_by_its_place(string said, string found)
    {
        Assert.Equal(found, Found(said, Colours));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("-2")]
    [InlineData("2.5")]
    [InlineData("1-3")]
    [InlineData("1 - 3")]
    [InlineData("1/2")]
    [InlineData("£2")]
    [InlineData("2%")]
    [InlineData("2pm")]
    [InlineData("12:30")]
    [InlineData("1 or 2")]
    [InlineData("1 and 9")]
    [InlineData("not 2")]
    [InlineData("no")]
    [InlineData("the first two")]
    [InlineData("I saw 2 men")]
    [InlineData("there was a third man")]
    [InlineData("99999999999999999999")]
    [InlineData("the sixth")]
    public void A_number_that_may_mean_something_else_chooses_nothing(string said)
    {
        Assert.Equal("", Found(said, Colours));
    }

    [Fact]
    public void Numbers_and_ordinals_can_be_left_out()
    {
        Assert.Equal("", Found("2", Colours, new FindChoicesOptions { RecognizeNumbers = false }));
        Assert.Equal("Green", Found("second", Colours, new FindChoicesOptions { RecognizeNumbers = false }));
        Assert.Equal("", Found("second", Colours, new FindChoicesOptions { RecognizeOrdinals = false }));
    }

    [Fact]
    public void A_value_that_is_a_number_comes_before_the_place()
    {
        Assert.Equal("2", Found("2", ["3", "2", "1"]));
        Assert.Equal("1", Found("1", ["3", "2", "1"]));
    }

    [Fact]
    public void Synonyms_and_titles_stand_for_the_value()
    {
        List<Choice> choices = [new("phone") { Synonyms = ["call me", "ring"] }, new("text") { Action = new CardAction { Title = "Text message" } }];

        var ring = Assert.Single(ChoiceRecognizers.RecognizeChoices("please ring", choices));
        var text = Assert.Single(ChoiceRecognizers.RecognizeChoices("text message", choices));
        var untitled = ChoiceRecognizers.RecognizeChoices("message", choices, new FindChoicesOptions { NoAction = true, AllowPartialMatches = true });

        Assert.Equal(("phone", "ring", 0), (ring.Resolution.Value, ring.Resolution.Synonym, ring.Resolution.Index));
        Assert.Equal(("text", "Text message", 1f), (text.Resolution.Value, text.Resolution.Synonym, text.Resolution.Score));
        Assert.Empty(untitled);
    }

    [Fact]
    public void Values_can_be_left_out()
    {
        List<Choice> choices = [new("a1") { Synonyms = ["home"] }];

        Assert.Empty(ChoiceRecognizers.RecognizeChoices("a1", choices, new FindChoicesOptions { NoValue = true }));
        Assert.Single(ChoiceRecognizers.RecognizeChoices("home", choices, new FindChoicesOptions { NoValue = true }));
    }

    [Fact]
    public void Where_the_words_stood_is_told()
    {
        var found = Assert.Single(ChoiceRecognizers.RecognizeChoices("it was  Light blue, I think", Colours));

        Assert.Equal(("Light blue", 8, 17, "choice"), (found.Text, found.Start, found.End, found.TypeName));
        Assert.Equal((3, 1f), (found.Resolution.Index, found.Resolution.Score));
    }

    [Fact]
    public void Words_between_lower_the_score_and_too_many_break_it()
    {
        var near = Assert.Single(ChoiceRecognizers.RecognizeChoices("light sort of blue", Colours, new FindChoicesOptions()), found => found.Resolution.Index == 3);
        var strict = ChoiceRecognizers.RecognizeChoices("light sort of blue", Colours, new FindChoicesOptions { MaxTokenDistance = 0 });

        Assert.Equal(0.5f, near.Resolution.Score);
        Assert.Equal("Blue", Assert.Single(strict).Resolution.Value);
    }

    [Theory]
    [InlineData("at the bus stop", "On a bus or at a stop")]
    [InlineData("on the bus", "On a bus or at a stop")]
    [InlineData("it was in the street", "")]
    [InlineData("in the high street", "In the high street")]
    [InlineData("near my front door", "At my front door")]
    [InlineData("of the", "")]
    [InlineData("at", "")]
    public void When_some_words_are_enough_the_longest_match_wins_and_a_tie_chooses_nothing(string said, string found)
    {
        List<string> places = ["On a bus or at a stop", "In the high street", "In the street outside", "At my front door", "Place of worship"];

        Assert.Equal(found, Found(said, places, new FindChoicesOptions { AllowPartialMatches = true }));
    }

    [Fact]
    public void A_choice_without_letters_is_known_by_itself()
    {
        Assert.Equal("👍", Found(" 👍 ", ["👍", "👎"]));
    }

    [Fact]
    public void Without_choices_nothing_is_found()
    {
        Assert.Equal("", Found("1", []));
    }

    [Fact]
    public void Whatever_is_said_it_is_answered_with_places_inside_it()
    {
        var said = ArbMap.Default.GeneratorFor<string>();

        Prop.ForAll(said.ToArbitrary(), text => ChoiceRecognizers
            .RecognizeChoices(text, Colours, new FindChoicesOptions { AllowPartialMatches = true })
            .TrueForAll(found => text.Substring(found.Start, found.End - found.Start + 1) == found.Text)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_choice_is_found_by_its_own_words_whatever_their_case_and_what_is_around_them()
    {
        var words = Gen.Elements("home", "work", "school", "bus stop", "high street", "place of worship", "Überführung", "naïve café");
        var sayings = from list in words.ListOf()
                      where list.Count > 0
                      let choices = list.Distinct().ToList()
                      from index in Gen.Choose(0, choices.Count - 1)
                      from upper in ArbMap.Default.GeneratorFor<bool>()
                      from around in Gen.Elements("{0}", " {0}.", "it was {0}", "{0} I think", "\"{0}\"")
                      select (choices, choices[index], string.Format(null, around, upper ? choices[index].ToUpperInvariant() : choices[index]));

        Prop.ForAll(sayings.ToArbitrary(), one => Found(one.Item3, one.choices) == one.Item2).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_place_in_a_list_is_found_by_its_number()
    {
        var places = from count in Gen.Choose(1, 30) from place in Gen.Choose(1, count) select (count, place);

        Prop.ForAll(places.ToArbitrary(), one =>
        {
            List<string> choices = [.. Enumerable.Range(0, one.count).Select(index => $"choice{(char)('a' + index)}")];
            return Found($"{one.place}", choices) == choices[one.place - 1];
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_very_long_message_is_read_too()
    {
        var said = string.Join(' ', Enumerable.Repeat("red green blue", 2_000));

        var found = ChoiceRecognizers.RecognizeChoices(said, Colours);

        Assert.Equal([0, 1, 2], found.Select(one => one.Resolution.Index));
    }

    private static string Found(string? said, List<string> choices, FindChoicesOptions? options = null) =>
        string.Join(", ", ChoiceRecognizers.RecognizeChoices(said, choices, options).Select(found => found.Resolution.Value));
}
