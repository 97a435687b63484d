using ReportBot.Knowledge.Recognition.Learning;

namespace ReportBot.Training;

/// <summary>
/// Learns the weights of every column by logistic regression with a squared penalty over all examples at once,
/// so that the same texts always give the same weights.
/// </summary>
internal sealed class Trainer(TrainerOptions options)
{
    private readonly Dictionary<uint, int> _shared = [];
    private readonly Dictionary<uint, int> _each = [];
    private double[] _weights = [];

    /// <summary>Learns from the examples.</summary>
    public Weights Learn(IReadOnlyList<Example> examples) => Weights.Read(LearnBytes(examples));

    /// <summary>Learns from the examples and writes the weights as <see cref="Weights.Read"/> reads them.</summary>
    public byte[] LearnBytes(IReadOnlyList<Example> examples)
    {
        Number(_shared, examples.SelectMany(example => example.Shared.SelectMany(features => features).Distinct()), options.SharedSeen);
        Number(_each, examples.SelectMany(example => example.Each.Distinct()), options.EachSeen);
        var size = _shared.Count + (_each.Count * options.Columns);
        (_weights, var penalties, var beliefs) = (new double[size], new double[size], new double[size]);
        Array.Fill(penalties, options.SharedPenalty);
        Array.Fill(penalties, options.EachPenalty, _shared.Count, size - _shared.Count);
        foreach (var (feature, weight) in options.Beliefs)
            if (_shared.TryGetValue(feature, out var number))
                beliefs[number] = _weights[number] = weight;
        foreach (var ((feature, column), weight) in options.EachBeliefs)
            if (_each.TryGetValue(feature, out var number))
                beliefs[Place(number, column)] = _weights[Place(number, column)] = weight;
        new Descent([.. examples.SelectMany(Rows)], penalties, beliefs, options.Rounds).Run(_weights);
        return Weights.Write(options.Columns, SharedWeights(), EachWeights());
    }

    private Dictionary<uint, float> SharedWeights() =>
        _shared.Where(pair => Math.Abs(_weights[pair.Value]) > options.Least).ToDictionary(pair => pair.Key, pair => (float)_weights[pair.Value]);

    private Dictionary<uint, float[]> EachWeights() => _each
        .Select(pair => (pair.Key, Row: Enumerable.Range(0, options.Columns).Select(column => (float)_weights[Place(pair.Value, column)]).ToArray()))
        .Where(pair => pair.Row.Any(weight => Math.Abs(weight) > options.Least)).ToDictionary(pair => pair.Key, pair => pair.Row);

    private int Place(int each, int column) => _shared.Count + (each * options.Columns) + column;

    private static void Number(Dictionary<uint, int> numbers, IEnumerable<uint> features, int seen)
    {
        foreach (var feature in features.CountBy(feature => feature).Where(count => count.Value >= seen).Select(count => count.Key).Order())
            numbers.Add(feature, numbers.Count);
    }

    private IEnumerable<TrainingRow> Rows(Example example)
    {
        for (var column = 0; column < options.Columns; column++)
        {
            if ((example.Known & (1 << column)) == 0)
                continue;
            var features = new List<int>();
            foreach (var feature in column < example.Shared.Length ? example.Shared[column] : [])
                if (_shared.TryGetValue(feature, out var number))
                    features.Add(number);
            foreach (var feature in example.Each)
                if (_each.TryGetValue(feature, out var number))
                    features.Add(Place(number, column));
            var holds = (example.Holds & (1 << column)) != 0;
            yield return new TrainingRow([.. features], holds, holds ? options.PositiveWeight : 1);
        }
    }
}

/// <summary>How the weights are learned.</summary>
/// <param name="Columns">How many questions are answered.</param>
/// <param name="SharedPenalty">The penalty on weights that hold for all columns.</param>
/// <param name="EachPenalty">The penalty on weights of single words.</param>
/// <param name="SharedSeen">In how many texts a shared feature must stand.</param>
/// <param name="EachSeen">In how many texts a word must stand.</param>
/// <param name="Rounds">How many steps are taken at most.</param>
/// <param name="PositiveWeight">How many times a text that holds counts.</param>
/// <param name="Least">Weights nearer to 0 than this are dropped.</param>
internal sealed record TrainerOptions(
    int Columns, double SharedPenalty = 1.0, double EachPenalty = 2.0, int SharedSeen = 2, int EachSeen = 2, int Rounds = 150, double PositiveWeight = 1, double Least = 0.03)
{
    /// <summary>What is believed of shared weights before anything is learned.</summary>
    public IReadOnlyDictionary<uint, double> Beliefs { get; init; } = new Dictionary<uint, double>();

    /// <summary>What is believed of the weight of a feature in one column before anything is learned.</summary>
    public IReadOnlyDictionary<(uint Feature, int Column), double> EachBeliefs { get; init; } = new Dictionary<(uint, int), double>();
}

/// <summary>One text and one column.</summary>
/// <param name="Features">The weights it adds up.</param>
/// <param name="Holds">Whether the column holds.</param>
/// <param name="Weight">How many times it counts.</param>
internal sealed record TrainingRow(int[] Features, bool Holds, double Weight);
