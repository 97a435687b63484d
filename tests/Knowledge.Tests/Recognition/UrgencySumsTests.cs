using ReportBot.Knowledge.Recognition;
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
    private static readonly UrgencyWeights Weights = new(ReportBot.Knowledge.Recognition.Learning.Weights.Read(DataFile.Unpack("Urgency", "weights.br")), English.Shared.Lexicon);

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
                alone.Weigh(Features, Weights, read, sentence.First, sentence.End);
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

    [Theory]
    [InlineData(10, 65, 10)]
    [InlineData(65, 66, 67, 68, 69, 70, 71, 72)]
    [InlineData(73)]
    [InlineData(5, 300, 1, 144, 145)]
    [InlineData(3600)]
    public void A_sentence_too_long_for_any_stretch_is_weighed_in_pieces_and_no_word_left_out(params int[] lengths)
    {
        var text = string.Join(' ', lengths.Select(words => $"{string.Join(' ', Enumerable.Repeat("door", words - 1))} shut."));
        using var read = English.Shared.Lexicon.Read(text);

        var next = 0;
        foreach (var sentence in Weighed(read).Sentences)
        {
            Assert.Equal(next, sentence.First);
            Assert.InRange(sentence.End - sentence.First, 1, Windows.Longest);
            Assert.Equal(read.Words[sentence.First].Sentence, read.Words[sentence.End - 1].Sentence);
            next = sentence.End;
        }

        Assert.Equal(read.Count, next);
        Assert.Equal(lengths.Sum(), next);
    }

    [Fact]
    public void What_one_message_weighed_is_nothing_to_the_next()
    {
        using var one = English.Shared.Lexicon.Read("He has a knife. He is in the hall now.");
        var sums = Weighed(one);
        var before = sums.Stretches.ToArray();

        using (var other = English.Shared.Lexicon.Read("The lift is out again. The bins were not emptied."))
            Weigh(sums, other);
        Weigh(sums, one);

        Assert.Equal(before, sums.Stretches.ToArray());
        Assert.Equal(2, sums.Sentences.Length);
    }

    [Theory]
    [InlineData("He has been shouting")]
    [InlineData("knife")]
    [InlineData("hes bangin on the doors, helpp mee")]
    public void A_word_weighs_what_its_features_weigh(string text)
    {
        using var read = English.Shared.Lexicon.Read(text);
        for (var word = 0; word < read.Count; word++)
        {
            if (read.Words[word].Id is not (var id and not 0))
                continue;
            var (shape, stem) = (read.Shape(word), read.Stem(word));
            for (var column = 0; column < UrgencyJudge.Columns; column++)
                Assert.Equal(Weight(UrgencyFeatures.OfWord(shape), column) + (stem == shape ? 0 : Weight(UrgencyFeatures.OfStem(stem), column)), Weights.OfWord(id)[column], 1e-5f);
        }
    }

    private static float Weight(uint feature, int column) => Weights.Learned.Each(feature) is { IsKnown: true } row ? row[column] : 0;

    private static UrgencySums Weighed(ReadText read)
    {
        var sums = new UrgencySums();
        Weigh(sums, read);
        return sums;
    }

    private static void Weigh(UrgencySums sums, ReadText read)
    {
        sums.Begin();
        for (var windows = new Windows(read); windows.MoveNext();)
            sums.Weigh(Features, Weights, read, windows.First, windows.End);
        sums.WeighTheRest(Features, Weights, read);
    }
}
