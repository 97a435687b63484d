using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Likelihood;

namespace ReportBot.Training;

/// <summary>How the recogniser learns characteristics and behaviours from accounts.</summary>
internal static class AccountLearning
{
    private static readonly FeatureReader Reader = new(English.Shared.Lexicon, English.Shared.Likely, English.Shared.Behaviour);

    private static readonly PhraseTrainerOptions PhraseOptions = new(Columns.Count);

    private const int Hostile = 1 << Columns.Hostility;
    private const int Parts = 5;

    /// <summary>How it learns. Rows in which nothing weighs more than 0.3 decide hardly anything; at 0.4 they would be missed.</summary>
    public static TrainerOptions Options { get; } = new(Columns.Count) { Beliefs = FeatureReader.Beliefs(), EachBeliefs = Reader.BehaviourBeliefs(), SharedPenalty = 2, EachPenalty = 1, EachTelling = 0.7, EachLeast = 0.3 };

    /// <summary>The accounts as training sees them.</summary>
    public static List<Example> Examples(IEnumerable<LabelledAccount> accounts) => [.. accounts.Select(Example)];

    /// <summary>
    /// Learns in two steps: first how hostile an account is, then the rest with that known. In the second step the hostility of an account is
    /// judged by weights that were learned without it, as it will be judged in an account never seen.
    /// </summary>
    public static byte[] Learn(IReadOnlyList<Example> examples)
    {
        var judged = new Example[examples.Count];
        for (var part = 0; part < Parts; part++)
        {
            var weights = new Trainer(Options).Learn([.. examples.Where((_, i) => i % Parts != part).Select(example => example with { Known = example.Known & Hostile })]);
            for (var i = part; i < examples.Count; i += Parts)
                judged[i] = Judged(examples[i], Sum(examples[i], weights, Columns.Hostility));
        }

        return new Trainer(Options).LearnBytes(judged);
    }

    /// <summary>Learns the phrase filters.</summary>
    public static byte[] LearnPhrases(IReadOnlyList<Example> examples) => new PhraseTrainer(PhraseOptions).Learn([.. examples.Select(example => example.Phrases)]).Write();

    /// <summary>The sums of a text for every column, by weights and filters just learned, and how many words it has.</summary>
    public static (double[] Sums, int Words) Sums(string text, AccountWeights weights, PhraseFilters filters)
    {
        using var read = English.Shared.Lexicon.Read(text);
        var scores = Scores.Of(Reader, read, weights, filters);
        double[] sums = [.. scores.Sums];
        scores.Return();
        return (sums, read.Count);
    }

    /// <summary>Filters with these weights.</summary>
    public static PhraseFilters Filters(byte[] phrases) => new(PhraseWeights.Read(phrases), Reader.Inputs, English.Shared.Lexicon);

    private static double Sum(Example example, Weights weights, int column)
    {
        var sum = 0.0;
        foreach (var feature in column < example.Shared.Length ? example.Shared[column] : [])
            sum += weights.Shared(feature);
        foreach (var feature in example.Each)
            sum += weights.Each(feature) is { IsKnown: true } row ? row[column] : 0;
        return sum;
    }

    private static Example Judged(Example example, double hostility)
    {
        var sink = new Sink([.. example.Shared.Select(features => new HashSet<uint>(features))], [], new PhraseReading());
        FeatureReader.ReadHostility(example.Standings, hostility, ref sink);
        return example with { Shared = [.. sink.Shared.Select(features => features.ToArray())] };
    }

    private static Example Example(LabelledAccount account)
    {
        var sink = new Sink([.. Enumerable.Range(0, Strands.Count).Select(_ => new HashSet<uint>())], [], new PhraseReading());
        using var read = English.Shared.Lexicon.Read(account.Text);
        var standings = new Standing[Strands.Count];
        Reader.Read(read, standings, ref sink);
        // Which behaviours occurred is labelled only where hostility was: the others would teach that nothing happened.
        var behaviours = account is { Labels: not 0, Behaviours: not null } ? ((1 << Columns.Behaviours) - 1) << Strands.Count : 0;
        var strands = ((1 << Strands.Count) - 1) & ~account.Open;
        var holds = account.Labels | (account.Behaviours ?? 0) | (account.Labels != 0 ? Hostile : 0);
        var known = strands | behaviours | (account.Others.Contains(0) ? 0 : Hostile);
        return new Example(account.Id, account.Kind, account.Text, [.. sink.Shared.Select(features => features.ToArray())], [.. sink.Each], holds, known)
        {
            Standings = standings,
            Phrases = sink.Phrases.Text(Reader.Inputs, 0, holds, known),
        };
    }

    private readonly struct Sink(HashSet<uint>[] shared, HashSet<uint> each, PhraseReading phrases) : IFeatureSink
    {
        public HashSet<uint>[] Shared => shared;

        public HashSet<uint> Each => each;

        public PhraseReading Phrases => phrases;

        public void Add(int strand, uint feature, int first, int end) => shared[strand].Add(feature);

        public void AddForAll(uint feature, int first, int end) => each.Add(feature);

        public bool AddWordForAll(int word, int at) => false;

        public void Tells(int behaviour, int first, int end)
        {
            // It is a feature as well.
        }

        public void AddInput(uint key, int first, int end) => phrases.AddInput(key, first, end);

        public void AddInputs(int kind, int first, int end) => phrases.AddInputs(kind, first, end);

        public void AddMarks(int marks, int at) => phrases.AddMarks(marks, at);

        public bool AddWord(uint key, int kind, int at) => phrases.AddWord(key, kind, at);

        public void AddLetters(uint key, int at) => phrases.AddLetters(key, at);
    }
}
