using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Tests.Recognition;

public class RuleBookTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(12)]
    public void A_gap_takes_as_many_words_as_it_says_and_no_more(int words)
    {
        for (var between = 0; between <= words + 1; between++)
            Assert.Equal(between <= words ? 1 : 0, Hits($"zebra ..{words} violin", $"zebra {string.Concat(Enumerable.Repeat("and ", between))}violin"));
    }

    [Theory]
    [InlineData("zebra ..2 violin", "zebra and a violin")]
    [InlineData("zebra violin", "zebra violin")]
    [InlineData("zebra ..62 violin", "zebra violin")]
    [InlineData("zebra ..3 violin|zebra ..3 quartet|zebra ..3 concert|zebra ..3 piano|zebra ..3 trumpet|zebra ..3 drum", "zebra and a drum")]
    public void A_rule_matches_wherever_it_stands_in_a_long_text(string rules, string words)
    {
        for (var before = 0; before <= 200; before += before is > 50 and < 70 or > 120 and < 135 ? 1 : 10)
            Assert.Equal(1, Hits(rules, $"{string.Concat(Enumerable.Repeat("and ", before))}{words}"));
    }

    [Fact]
    public void A_gap_longer_than_a_text_is_looked_ahead_is_refused() => Assert.Throws<FormatException>(() => Hits("zebra ..63 violin", "zebra violin"));

    [Fact]
    public void A_gap_ends_with_the_sentence() => Assert.Equal(0, Hits("zebra ..4 violin", "One zebra. A violin."));

    [Fact]
    public void What_is_forbidden_after_a_gap_is_looked_for_at_its_end()
    {
        Assert.Equal(1, Hits("zebra ..2 violin !quartet", "zebra and a violin concert"));
        Assert.Equal(0, Hits("zebra ..2 violin !quartet", "zebra and a violin quartet"));
        Assert.Equal(1, Hits("zebra ..2 violin !quartet", "zebra and a violin"));
    }

    [Fact]
    public void A_rule_may_go_on_in_the_next_sentence() => Assert.Equal(1, Hits("zebra ..2 . violin", "A zebra came by. Violin."));

    [Fact]
    public void Rules_that_begin_alike_all_match() => Assert.Equal(3, Hits("zebra violin|zebra ..3 quartet|zebra", "zebra violin quartet"));

    [Fact]
    public void A_beginning_may_go_on_in_any_number_of_ways()
    {
        string[] on = ["violin", "quartet", "concert", "piano", "trumpet", "drum", "flute", "harp", "organ"];
        for (var count = 1; count <= on.Length; count++)
        {
            var rules = string.Join('|', on.Take(count).Select((word, i) => i % 2 == 0 ? $"zebra {word}" : $"zebra ..2 {word}"));
            foreach (var (i, word) in on.Index())
                Assert.Equal(i < count ? 1 : 0, Hits(rules, $"zebra {word} stall"));
        }
    }

    private static int Hits(string rules, string text)
    {
        var builder = new LexiconBuilder();
        builder.Add(DataFile.Folder("Lexicon"));
        var tree = new RuleTree(builder.Phrases);
        tree.Add(rules.Split('|').Select((rule, i) => new DataLine($"rule {i}", rule)));
        var lexicon = new Lexicon(builder);
        var book = new RuleBook(tree, lexicon);
        using var read = lexicon.Read(text);
        book.Match(read);
        return read.HitCount;
    }
}
