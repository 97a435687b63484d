using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Training;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>What the phrase filters learn, and that they read as they were learned.</summary>
public class PhraseFilterTests
{
    private const uint Go = 1, Back = 2, Home = 3, Them = 4;

    private static readonly PhraseTrainerOptions Options = new(2, Rounds: 30, Batch: 4, Rate: 5e-3f);

    // "go back" holds, "back go" does not: no word of them tells by itself.
    private static List<PhraseText> Texts { get; } =
        [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? Text(0b01, 0b11, Them, Go, Back, Home) : Text(0b10, 0b11, Home, Back, Go, Them))];

    [Fact]
    public void What_words_say_in_their_order_is_learned()
    {
        var filters = Filters(new PhraseTrainer(Options).Learn(Texts));

        var (told, ordinary) = (Sums(filters, [Go, Back]), Sums(filters, [Back, Go]));

        Assert.True(told[0] > told[1], $"{told[0]} is not above {told[1]}.");
        Assert.True(ordinary[0] < ordinary[1], $"{ordinary[0]} is not below {ordinary[1]}.");
    }

    [Fact]
    public void A_column_that_is_not_labelled_teaches_nothing()
    {
        var held = new PhraseTrainer(Options).Learn([.. Texts.Select(text => text with { Known = 0b01 })]);
        var other = new PhraseTrainer(Options).Learn([.. Texts.Select(text => text with { Known = 0b01, Holds = text.Holds ^ 0b10 })]);

        Assert.Equal(held.Write(), other.Write());
    }

    [Fact]
    public void The_same_texts_give_the_same_bytes() => Assert.Equal(new PhraseTrainer(Options).Learn(Texts).Write(), new PhraseTrainer(Options).Learn(Texts).Write());

    [Fact]
    public void Letters_tell_of_a_word_that_was_seen_too_seldom()
    {
        // Every text has a word of its own: only the letters in it come again.
        var texts = Enumerable.Range(0, 40).Select(i => Text(i % 2 == 0 ? 0b01 : 0b10, 0b11, (uint)(100 + i), Them) with { Letters = [[i % 2 == 0 ? 11u : 12u], []] }).ToList();

        var filters = Filters(new PhraseTrainer(Options with { LettersSeen = 2 }).Learn(texts));

        Assert.Equal(PhraseFilters.Nothing, filters.RowOf(100));
        Assert.True(Sums(filters, [11, Them])[0] > Sums(filters, [12, Them])[0]);
    }

    [Fact]
    public void What_was_written_is_read_as_it_was()
    {
        var bytes = new PhraseTrainer(Options).Learn(Texts).Write();

        Assert.Equal(bytes, PhraseWeights.Read(bytes).Write());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(57)]
    [InlineData(900)]
    public void Additions_give_what_the_taps_and_vectors_give(int words)
    {
        var weights = PhraseWeights.Read(new PhraseTrainer(Options).Learn(Texts).Write());
        var chance = new Random(words);
        uint[] text = [.. Enumerable.Range(0, words).Select(_ => (uint)chance.Next(1, 7))];

        var read = Sums(Filters(weights), text);

        var reckoned = Reckon(weights, text);
        for (var column = 0; column < reckoned.Length; column++)
            Assert.Equal(reckoned[column], read[column], 0.1f);
    }

    [Fact]
    public void A_rule_that_rests_on_a_word_twice_counts_once()
    {
        var filters = Filters(new PhraseTrainer(Options).Learn(Texts));
        var run = new PhraseRun();

        run.Begin(filters, 1);
        run.Add(filters.RowOf(Go), 0, 1);
        run.Run();
        var once = run.Answers.ToArray();
        run.Begin(filters, 1);
        run.Add(filters.RowOf(Go), 0, 1);
        run.Add(filters.RowOf(Go), 0, 1);
        run.Run();

        Assert.Equal(once, run.Answers.ToArray());
    }

    [Fact]
    public void What_a_filter_answered_to_lies_in_the_text_and_is_as_long_as_the_filter_at_most()
    {
        var filters = Filters(new PhraseTrainer(Options).Learn(Texts));
        var run = new PhraseRun();
        Run(filters, run, [Them, Go, Back]);

        for (var filter = 0; filter < PhraseWeights.Filters; filter++)
        {
            var (first, end) = run.WordsOf(filter);
            Assert.InRange(first, 0, 2);
            Assert.InRange(end, first + 1, Math.Min(3, first + PhraseWeights.Widths[filter / PhraseWeights.Each]));
        }
    }

    [Fact]
    public void There_are_as_many_filters_and_taps_as_the_widths_say()
    {
        Assert.Equal([1, 2, 3, 5], PhraseWeights.Widths.ToArray());
        Assert.Equal(PhraseWeights.Filters, PhraseWeights.Widths.Length * PhraseWeights.Each);
        Assert.Equal(PhraseWeights.Taps, PhraseWeights.Widths.ToArray().Sum() * PhraseWeights.Each);
    }

    private static PhraseText Text(int holds, int known, params uint[] words) => new(words, [.. words.Select(_ => Array.Empty<uint>())], [.. words.Select(_ => false)], holds, known);

    private static PhraseFilters Filters(PhraseWeights weights)
    {
        var english = ReportBot.Knowledge.Recognition.English.Shared;
        return new PhraseFilters(weights, new PhraseInputs(english.Lexicon, english.Likely, english.Behaviour), english.Lexicon);
    }

    private static float[] Sums(PhraseFilters filters, uint[] words)
    {
        var run = new PhraseRun();
        // Another text before it must leave nothing behind.
        Run(filters, run, [Home, Home, Them, Back, Go, Home, Home, Them, Back, Go]);
        Run(filters, run, words);
        var sums = new float[filters.Columns];
        filters.AddWorth(run.Answers, sums);
        return sums;
    }

    private static void Run(PhraseFilters filters, PhraseRun run, uint[] words)
    {
        run.Begin(filters, words.Length);
        for (var word = 0; word < words.Length; word++)
            run.Add(filters.RowOf(words[word]), word, word + 1);
        run.Run();
    }

    // The same by the definition, word by word and number by number.
    private static float[] Reckon(PhraseWeights weights, uint[] words)
    {
        float[] sums = [.. weights.Start];
        for (var filter = 0; filter < PhraseWeights.Filters; filter++)
        {
            var strongest = float.MinValue;
            for (var middle = 0; middle < words.Length; middle++)
                strongest = Math.Max(strongest, Reckon(weights, words, filter, middle));
            var answer = Math.Max(0, strongest + weights.Bias[filter]);
            for (var column = 0; column < sums.Length && strongest > float.MinValue; column++)
                sums[column] += answer * weights.Worth[(filter * sums.Length) + column];
        }

        return sums;
    }

    private static float Reckon(PhraseWeights weights, uint[] words, int filter, int middle)
    {
        var (width, sum) = (filter / PhraseWeights.Each, 0f);
        var tap = (PhraseWeights.Widths[..width].ToArray().Sum() * PhraseWeights.Each) + (filter % PhraseWeights.Each);
        for (var at = 0; at < PhraseWeights.Widths[width]; at++, tap += PhraseWeights.Each)
            if (middle - (PhraseWeights.Widths[width] / 2) + at is var word && word >= 0 && word < words.Length && Array.IndexOf(weights.Keys, words[word]) is var row and >= 0)
                for (var i = 0; i < PhraseWeights.Size; i++)
                    sum += weights.Vectors[(row * PhraseWeights.Size) + i] * weights.TapVectors[(tap * PhraseWeights.Size) + i];
        return sum;
    }
}
