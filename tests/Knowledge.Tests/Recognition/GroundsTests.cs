using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Learning;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>The words a suggestion rests on.</summary>
public class GroundsTests
{
    private const string Text = "He shouted at my sister by the bins and then he threw a bottle at her door and swore at the whole family until the neighbours came out";

    [Fact]
    public void What_the_same_words_brought_counts_together()
    {
        // What weighs less than a quarter of the heaviest is not told.
        Assert.Equal(["shouted"], Told([new(1, 2, 20), new(4, 5, 2)]));
        Assert.Equal(["shouted", "sister"], Told([new(4, 5, 2), new(1, 2, 20), new(4, 5, 2), new(4, 5, 2)]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(23)]
    public void Words_of_any_number_count_together(int words)
    {
        // Alone, either half would weigh less than a quarter of the other word, and not be told.
        var told = Told([new(1, 1 + words, 0.2f), new(25, 26, 1), new(1, 1 + words, 0.2f)]);

        Assert.Equal(2, told.Count);
    }

    [Fact]
    public void Of_two_that_weigh_as_much_the_first_is_told() => Assert.Equal(["sister by the"], Told([new(5, 8, 1), new(4, 7, 1)]));

    [Fact]
    public void What_speaks_against_is_not_told() => Assert.Equal(["bottle"], Told([new(1, 2, -3), new(13, 14, 1)]));

    [Fact]
    public void Words_that_say_nothing_alone_are_not_told_and_the_whole_is_where_there_is_no_other() => Assert.Equal([Text], Told([new(6, 7, 3)]));

    private static List<string> Told(List<Share> shares)
    {
        using var read = English.Shared.Lexicon.Read(Text);
        return [.. Grounds.Of(read, shares).Select(span => Text.Substring(span.Start, span.Length))];
    }
}
