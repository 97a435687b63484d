using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Knowledge.Recognition.Urgency;
using ReportBot.Training;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>What a message and its sentences weigh in one reading.</summary>
public class UrgencySumsTests
{
    private static readonly ToneReader Tones = new(English.Shared.Lexicon);
    private static readonly DangerSigns Signs = new(English.Shared.Danger, Tones);
    private static readonly UrgencyFeatures Features = new(English.Shared.Lexicon, Signs, Tones);
    private static readonly Weights Weights = Weights.Read(DataFile.Unpack("Urgency", "weights.br"));

    [Fact]
    public void A_sentence_weighs_the_same_among_others_as_alone()
    {
        var sentences = 0;
        foreach (var text in LabelledAccount.Read(Sources.LaterAccounts).Select(account => account.Text).Where((_, i) => i % 9 == 0))
        {
            using var read = English.Shared.Lexicon.Read(text);
            Signs.Match(read);
            foreach (var sentence in Weighed(read).Sentences)
            {
                sentences++;
                var alone = new UrgencySums();
                alone.Weigh(Features, Weights.Rows, read, sentence.First, sentence.End);
                Assert.Equal(alone.Stretches[0].Scores.Emergency, sentence.Scores.Emergency, 0.001f);
                Assert.Equal(alone.Stretches[0].Scores.SelfHarm, sentence.Scores.SelfHarm, 0.001f);
                Assert.Equal(alone.Stretches[0].Scores.LowMood, sentence.Scores.LowMood, 0.001f);
            }
        }

        Assert.True(sentences > 500);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void Every_sentence_of_a_long_message_is_weighed_once_and_in_its_order(int words)
    {
        var text = string.Join(' ', Enumerable.Range(0, 900 / words).Select(i => $"{string.Join(' ', Enumerable.Repeat("door", words - 1))} shut{i}."));
        using var read = English.Shared.Lexicon.Read(text);

        var next = 0;
        foreach (var sentence in Weighed(read).Sentences)
        {
            Assert.Equal(next, sentence.First);
            Assert.Equal(words, sentence.End - sentence.First);
            next = sentence.End;
        }

        Assert.Equal(read.Count, next);
    }

    private static UrgencySums Weighed(ReadText read)
    {
        var sums = new UrgencySums();
        sums.Begin();
        for (var windows = new Windows(read); windows.MoveNext();)
            sums.Weigh(Features, Weights.Rows, read, windows.First, windows.End);
        return sums;
    }
}
