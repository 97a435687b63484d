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
