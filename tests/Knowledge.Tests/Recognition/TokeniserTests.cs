using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>Words are taken from a text whole, however long they are and wherever they stand.</summary>
public class TokeniserTests
{
    private const string Alphabet = "aQzbW7cXdRe0fTgYhUi3jIkOlPm9nAoSpDqFrGsHtJuKvLwZxXyCz";

    [Fact]
    public void A_word_has_all_its_letters_in_small_ones_at_any_length_and_place()
    {
        for (var length = 1; length <= 50; length++)
            for (var start = 0; start < 3; start++)
            {
                var word = Alphabet.Substring(start, length);
                foreach (var text in (string[])[word, $"{word} {word}", $"... {word}, {word}!", $"{new string(' ', 15)}{word}\n{word}"])
                {
                    using var read = English.Shared.Lexicon.Read(text);
                    for (var i = 0; i < read.Count; i++)
                    {
                        var (at, end) = (read.Words[i].Start, read.Words[i].End);
                        Assert.Equal(text[at..end].ToLowerInvariant(), read.Letters(i).ToString());
                        Assert.Equal(char.IsUpper(text[at]), read.Words[i].Is(WordMarks.Capital));
                    }

                    Assert.Equal(text.Count(char.IsLetterOrDigit), Enumerable.Range(0, read.Count).Sum(i => read.Letters(i).Length));
                }
            }
    }

    [Theory]
    [InlineData("")]
    [InlineData("He shouted at me from his window again and then we're told it was nothing")]
    [InlineData("abcdefghijklmnopqrstuvwxyz abcdefghijklmnopq. We're")]
    public void No_letter_is_kept_once_a_text_is_given_back(string text)
    {
        foreach (var end in (string[])["", ".", " we're", " we're, and so on, for more than a few words"])
        {
            English.Shared.Lexicon.Read(text + end).Dispose();

            using var next = ReadText.Rent();
            Assert.True(next.IsWiped);
        }
    }

    [Theory]
    [InlineData("GO HOME NOW", true)]
    [InlineData("GOHOMENOWORWEWILLMAKEYOU", true)]
    [InlineData("GoHOMENOWORWEWILLMAKEYOU", false)]
    [InlineData("GOHOMENOWORWEWILLMAKEYOu", false)]
    public void A_word_all_in_capitals_is_marked_so(string text, bool all)
    {
        using var read = English.Shared.Lexicon.Read(text);

        for (var i = 0; i < read.Count; i++)
            Assert.Equal(all, read.Words[i].Is(WordMarks.AllCapitals));
    }

    [Theory]
    [InlineData("café", "cafe")]
    [InlineData("naïveté is what they wanted of me", "naivete")]
    [InlineData("abcdefghijklmnopé", "abcdefghijklmnope")]
    [InlineData("abcdefghijklmno\u00e9xyz and", "abcdefghijklmnoexyz")]
    public void A_letter_with_an_accent_goes_on_with_the_word(string text, string letters)
    {
        using var read = English.Shared.Lexicon.Read(text);

        Assert.Equal(letters, read.Letters(0).ToString());
    }
}
