using ReportBot.Reading;

namespace ReportBot.Knowledge.Tests.Reading;

public sealed class ReadabilityTests
{
    [Theory]
    [InlineData("cat", 1)]
    [InlineData("home", 1)]
    [InlineData("hated", 2)]
    [InlineData("called", 1)]
    [InlineData("wanted", 2)]
    [InlineData("places", 2)]
    [InlineData("names", 1)]
    [InlineData("table", 2)]
    [InlineData("people", 2)]
    [InlineData("neighbour", 2)]
    [InlineData("neighbours", 2)]
    [InlineData("police", 2)]
    [InlineData("policy", 3)]
    [InlineData("safety", 2)]
    [InlineData("safely", 2)]
    [InlineData("incident", 3)]
    [InlineData("disability", 5)]
    [InlineData("religion", 3)]
    [InlineData("information", 4)]
    [InlineData("organisation", 5)]
    [InlineData("community", 4)]
    [InlineData("residents", 3)]
    [InlineData("racial", 2)]
    [InlineData("violence", 3)]
    [InlineData("variety", 4)]
    [InlineData("actual", 3)]
    [InlineData("movement", 2)]
    [InlineData("well-known", 2)]
    [InlineData("didn't", 2)]
    [InlineData("you're", 1)]
    [InlineData("neighbour's", 2)]
    [InlineData("101", 1)]
    [InlineData("5:30pm", 1)]
    public void Syllables_are_those_people_say(string word, int syllables) => Assert.Equal(syllables, SyllableCount.Of(word));

    [Fact]
    public void The_grade_is_the_published_formula()
    {
        // Six words, one sentence, six syllables.
        Assert.Equal((0.39 * 6) + 11.8 - 15.59, Readability.Grade("The cat sat on the mat."), 6);
        // Nine words, two sentences, eleven syllables.
        Assert.Equal((0.39 * 9 / 2) + (11.8 * 11 / 9) - 15.59, Readability.Grade("We will call you. Is there a safer number?"), 6);
    }

    [Fact]
    public void Names_links_and_placeholders_count_as_one_short_word()
    {
        var plain = Readability.Grade("Go to it now.");

        Assert.Equal(plain, Readability.Grade("Go to Kent Equality Cohesion Council now.", ["Kent Equality Cohesion Council"]));
        Assert.Equal(plain, Readability.Grade("Go to www.victimsupport.org.uk/help-and-support now."));
        Assert.Equal(plain, Readability.Grade("Go to {promiseDay} now."));
    }

    [Fact]
    public void The_longest_name_wins() =>
        Assert.Equal(Readability.Grade("Read it."), Readability.Grade("Read hate crime policies.", ["hate crime", "hate crime policies"]));

    [Fact]
    public void Harder_words_and_longer_sentences_grade_higher() => Assert.True(
        Readability.Grade("The organisation endeavours to facilitate proportionate intervention in collaboration with statutory partners.")
        > Readability.Grade("We try to step in. We work with others."));

    [Fact]
    public void Nothing_has_no_grade() => Assert.Equal(0, Readability.Grade(""));

    [Theory]
    [InlineData("We are here. Take your time.", "")]
    [InlineData("Thank you!", "an exclamation mark")]
    [InlineData("That is great news", "\"great\"")]
    [InlineData("We went to Great Yarmouth", "\"Great\"")]
    [InlineData("Why did you wait?", "\"Why did you\"")]
    [InlineData("the alleged attack", "\"alleged\"")]
    [InlineData("ok \ud83d\ude42", "an emoji")]
    [InlineData("greater care", "")]
    public void The_tone_is_held(string text, string problems) => Assert.Equal(problems, string.Join(", ", PlainWords.Problems(text)));
}
