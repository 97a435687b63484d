using ReportBot.Knowledge.Recognition.Likelihood;

namespace ReportBot.Training;

/// <summary>
/// Learns the weights by logistic regression with a squared penalty: gradient descent with momentum over all examples at once,
/// so that the same accounts always give the same weights.
/// </summary>
internal sealed class Trainer(TrainerOptions options)
{
    private readonly Dictionary<uint, int> _shared = [];
    private readonly Dictionary<uint, int> _each = [];
    private double[] _weights = [];
    private double[] _penalties = [];

    /// <summary>Learns from the examples.</summary>
    public Weights Learn(IReadOnlyList<Example> examples)
    {
        Number(_shared, examples.SelectMany(example => example.Shared.SelectMany(features => features).Distinct()), options.SharedSeen);
        Number(_each, examples.SelectMany(example => example.Each), options.EachSeen);
        var size = _shared.Count + (_each.Count * Strands.Count);
        _weights = new double[size];
        _penalties = new double[size];
        Array.Fill(_penalties, options.SharedPenalty);
        Array.Fill(_penalties, options.EachPenalty, _shared.Count, size - _shared.Count);
        var beliefs = new double[size];
        foreach (var (feature, weight) in FeatureReader.Beliefs())
            if (_shared.TryGetValue(feature, out var number))
                beliefs[number] = _weights[number] = weight;
        var rows = examples.SelectMany(Rows).ToArray();
        new Descent(rows, _penalties, beliefs, options.Rounds).Run(_weights);
        return Weights.Read(Weights.Write(SharedWeights(), EachWeights()));
    }

    /// <summary>The weights of the features that mean the same for all.</summary>
    public Dictionary<uint, float> SharedWeights() =>
        _shared.Where(pair => Math.Abs(_weights[pair.Value]) > options.Least).ToDictionary(pair => pair.Key, pair => (float)_weights[pair.Value]);

    /// <summary>The weights of the features that mean something else for each.</summary>
    public Dictionary<uint, float[]> EachWeights() => _each
        .Select(pair => (pair.Key, Row: Enumerable.Range(0, Strands.Count).Select(strand => (float)_weights[_shared.Count + (pair.Value * Strands.Count) + strand]).ToArray()))
        .Where(pair => pair.Row.Any(weight => Math.Abs(weight) > options.Least)).ToDictionary(pair => pair.Key, pair => pair.Row);

    private static void Number(Dictionary<uint, int> numbers, IEnumerable<uint> features, int seen)
    {
        foreach (var feature in features.GroupBy(feature => feature).Where(group => group.Count() >= seen).Select(group => group.Key).Order())
            numbers.Add(feature, numbers.Count);
    }

    private IEnumerable<TrainingRow> Rows(Example example)
    {
        for (var strand = 0; strand < Strands.Count; strand++)
        {
            if ((example.Account.Open & (1 << strand)) != 0)
                continue;
            var at = strand;
            var shared = example.Shared[strand].Where(_shared.ContainsKey).Select(feature => _shared[feature]);
            var each = example.Each.Where(_each.ContainsKey).Select(feature => _shared.Count + (_each[feature] * Strands.Count) + at);
            yield return new TrainingRow([.. shared, .. each], (example.Account.Labels & (1 << strand)) != 0);
        }
    }
}

/// <summary>How the weights are learned.</summary>
/// <param name="SharedPenalty">The penalty on weights that hold for all characteristics.</param>
/// <param name="EachPenalty">The penalty on weights of single words.</param>
/// <param name="SharedSeen">In how many accounts a shared feature must stand.</param>
/// <param name="EachSeen">In how many accounts a word must stand.</param>
/// <param name="Rounds">How many steps are taken.</param>
/// <param name="Least">Weights nearer to 0 than this are dropped.</param>
internal sealed record TrainerOptions(double SharedPenalty = 1.0, double EachPenalty = 2.0, int SharedSeen = 2, int EachSeen = 2, int Rounds = 150, double Least = 0.01);

/// <summary>One account and one characteristic.</summary>
/// <param name="Features">The weights it adds up.</param>
/// <param name="Holds">Whether the characteristic holds.</param>
internal sealed record TrainingRow(int[] Features, bool Holds);
