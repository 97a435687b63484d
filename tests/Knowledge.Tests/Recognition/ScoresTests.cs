using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Likelihood;
using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Training;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>An account weighs what its features weigh, each once.</summary>
public class ScoresTests
{
    // What the scores give to the weights beside the filters.
    private const double OfWeights = 0.65;

    private static readonly FeatureReader Reader = new(English.Shared.Lexicon, English.Shared.Likely, English.Shared.Behaviour);
    private static readonly Weights Learned = Weights.Read(DataFile.Unpack("Likelihood", "weights.br"));
    private static readonly AccountWeights OfAccounts = new(Learned, English.Shared.Lexicon);
    private static readonly PhraseFilters NoFilters = new(
        new PhraseWeights
        {
            Keys = [], Vectors = [], TapVectors = new float[PhraseWeights.Taps * PhraseWeights.Size], Bias = new float[PhraseWeights.Filters],
            Worth = new float[PhraseWeights.Filters * Columns.Count], Start = new float[Columns.Count],
        },
        Reader.Inputs,
        English.Shared.Lexicon);

    [Theory]
    [InlineData("gas")]
    [InlineData("hi")]
    [InlineData("go home")]
    [InlineData("They shout go home every time I pass, they shout it at my sister as well, and they shout it at her son.")]
    [InlineData("He said he was not a racist and then he told my mum, who is Polish and deaf, that people like her should go back to Poland.")]
    public void Sums_are_of_every_feature_once(string text)
    {
        using var read = English.Shared.Lexicon.Read(text);

        var scores = Scores.Of(Reader, read, OfAccounts, NoFilters);
        double[] sums = [.. scores.Sums];
        scores.Return();

        Assert.Equal(Reckoned(read).Select(sum => sum * OfWeights), sums, (one, other) => Math.Abs(one - other) < 0.001);
    }

    [Fact]
    public void Sums_of_a_long_text_are_of_every_feature_once_and_the_next_text_has_none_of_them()
    {
        // More different words than wait at a time.
        var texts = LabelledAccount.Read(Sources.LaterAccounts).Select(account => account.Text).Take(60).ToList();

        foreach (var text in (string[])["gas", string.Join(' ', texts), "gas", string.Join(". ", texts.Take(9)), "go home"])
            Sums_are_of_every_feature_once(text);
    }

    private static double[] Reckoned(ReadText read)
    {
        var sink = new Sink([], []);
        Span<Standing> standings = stackalloc Standing[Strands.Count];
        Reader.Read(read, standings, ref sink);
        FeatureReader.ReadHostility(standings, Sum(sink, Columns.Hostility), ref sink);
        return [.. Enumerable.Range(0, Columns.Count).Select(column => Sum(sink, column))];
    }

    private static double Sum(Sink sink, int column) =>
        sink.Shared.Where(shared => shared.Strand == column).Sum(shared => (double)Learned.Shared(shared.Feature))
        + sink.Each.Sum(feature => Learned.Each(feature) is { IsKnown: true } row ? row[column] : 0.0);

    private readonly struct Sink(HashSet<(int Strand, uint Feature)> shared, HashSet<uint> each) : IFeatureSink
    {
        public HashSet<(int Strand, uint Feature)> Shared => shared;

        public HashSet<uint> Each => each;

        public void Add(int strand, uint feature, int first, int end) => shared.Add((strand, feature));

        public void AddForAll(uint feature, int first, int end) => each.Add(feature);

        public bool AddWordForAll(int word, int at) => false;

        public void Tells(int behaviour, int first, int end)
        {
        }

        public void AddInput(uint key, int first, int end)
        {
        }

        public void AddInputs(int kind, int first, int end)
        {
        }

        public void AddMarks(int marks, int at)
        {
        }

        public bool AddWord(uint key, int kind, int at) => true;

        public void AddLetters(uint key, int at)
        {
        }
    }
}
