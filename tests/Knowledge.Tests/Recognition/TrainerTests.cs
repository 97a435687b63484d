using ReportBot.Training;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>What the trainer makes of what it is told about features before it learns.</summary>
public class TrainerTests
{
    private const uint Telling = 1, Everywhere = 2;

    [Fact]
    public void A_word_that_tells_by_itself_weighs_more_when_telling_counts()
    {
        var plain = Weight(new TrainerOptions(1), Telling);
        var told = Weight(new TrainerOptions(1, EachTelling: 0.7), Telling);

        Assert.True(told > plain, $"{told} is not above {plain}.");
    }

    [Fact]
    public void A_word_that_stands_everywhere_weighs_less_when_telling_counts()
    {
        var plain = Math.Abs(Weight(new TrainerOptions(1), Everywhere));
        var told = Math.Abs(Weight(new TrainerOptions(1, EachTelling: 0.7), Everywhere));

        Assert.True(told < plain, $"{told} is not below {plain}.");
    }

    [Fact]
    public void The_same_texts_give_the_same_bytes() =>
        Assert.Equal(new Trainer(new TrainerOptions(1, EachTelling: 0.7)).LearnBytes(Examples), new Trainer(new TrainerOptions(1, EachTelling: 0.7)).LearnBytes(Examples));

    // A third of the texts hold: all of them have the telling word, and every text has the other.
    private static List<Example> Examples { get; } =
        [.. Enumerable.Range(0, 30).Select(i => new Example($"{i}", "", "", [], i % 3 == 0 ? [Telling, Everywhere] : [Everywhere], i % 3 == 0 ? 1 : 0, 1))];

    private static float Weight(TrainerOptions options, uint feature) => new Trainer(options).Learn(Examples).Each(feature) is { IsKnown: true } row ? row[0] : 0;

    [Theory]
    [InlineData(5)]
    [InlineData(96)]
    [InlineData(10_007)]
    public void A_sum_of_products_is_the_same_wherever_the_numbers_lie_in_memory(int count)
    {
        var chance = new Random(count);
        double[] one = [.. Enumerable.Range(0, count).Select(_ => chance.NextDouble() - 0.5)], other = [.. Enumerable.Range(0, count).Select(_ => chance.NextDouble() - 0.5)];
        float[] single = [.. one.Select(number => (float)number)], otherSingle = [.. other.Select(number => (float)number)];
        var (expected, expectedSingle) = (Products.Sum<double>(one, other), Products.Sum<float>(single, otherSingle));

        for (var offset = 0; offset < 16; offset++)
        {
            Assert.Equal(expected, Products.Sum<double>(After(offset, one), After(16 - offset, other)));
            Assert.Equal(expectedSingle, Products.Sum<float>(After(offset, single), After(16 - offset, otherSingle)));
        }

        Assert.Equal(one.Zip(other, (a, b) => a * b).Sum(), expected, 1e-9);
    }

    private static ReadOnlySpan<T> After<T>(int offset, T[] numbers) => ((T[])[.. new T[offset], .. numbers]).AsSpan(offset);
}
