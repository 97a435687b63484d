using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>Words of abuse are read however they are hidden, spelt out or drawn; what only looks like it is left alone.</summary>
public class DisguisedWordsTests
{
    [Theory]
    [InlineData("they wrote p*** on the bin", "paki")]
    [InlineData("tr4nn!es get stabbed here", "trannies")]
    [InlineData("MUZZ|ES OUT on the shutters", "muzzies")]
    [InlineData("TR@NSV*STITE chalked on the bay", "transvestite")]
    [InlineData("mind how you go f*iry", "fairy")]
    [InlineData("pakiz go home", "pakis")]
    [InlineData("a N1GG3RZ KIT on the crate", "niggers")]
    [InlineData("shouting r-e-t-@-r-d letter by letter", "retard")]
    [InlineData("oi b.e.n.d.e.r every time", "bender")]
    [InlineData("P * K * S on the gate", "pakis")]
    [InlineData("D Y K 3 mums on the path", "dyke")]
    [InlineData("F A 6 6 0 T on the stair", "faggot")]
    [InlineData("Q U £ £ R 5 on our car", "queers")]
    [InlineData("he calls my lad auti stic over the fence", "autistic")]
    [InlineData("re tar ded is what she said", "retarded")]
    [InlineData("tran nies not welcome", "trannies")]
    [InlineData("he shouted pak i5 at us", "pakis")]
    [InlineData("he spells Q U E E R ' S on the gate", "queers")]
    public void A_word_hidden_or_spelt_out_is_read(string text, string word) => Assert.Contains(word, Words(text));

    [Theory]
    [InlineData("ihatewomen", "i", "hate", "women")]
    [InlineData("he posted #gobacktopoland twice", "he", "posted", "go", "back", "to", "poland", "twice")]
    public void Words_run_together_are_parted(string text, params string[] words)
    {
        using var read = English.Shared.Lexicon.Read(text);
        var found = new List<string>();
        foreach (ref readonly var word in read.Words)
            found.Add(text.Substring(word.Start, word.Length));

        Assert.Equal(words, found);
    }

    [Theory]
    [InlineData("he got a B and a C in it")]
    [InlineData("flats a 1 2 3 and b")]
    [InlineData("a 5 * 3 hotel")]
    [InlineData("Stop!he said")]
    [InlineData("bins go out mon|tue")]
    [InlineData("it was 4 o clock a m")]
    public void What_only_looks_hidden_is_left_alone(string text)
    {
        using var read = English.Shared.Lexicon.Read(text);

        foreach (ref readonly var word in read.Words)
            Assert.False(word.Id != 0 && word.Is(WordMarks.Disguised), text);
    }

    private static List<string> Words(string text)
    {
        using var read = English.Shared.Lexicon.Read(text);
        var words = new List<string>();
        foreach (ref readonly var word in read.Words)
            words.Add(English.Shared.Lexicon.Vocabulary.Spelling[word.Id]);
        return words;
    }
}
