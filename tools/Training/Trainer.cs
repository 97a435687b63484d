using ReportBot.Knowledge.Recognition.Learning;

namespace ReportBot.Training;

/// <summary>
/// Learns the weights of every column by logistic regression with a squared penalty over all examples at once,
/// so that the same texts always give the same weights.
/// </summary>
internal sealed class Trainer(TrainerOptions options)
{
    private const double LeastScale = 0.05;

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
        TrainingRow[] rows = [.. examples.SelectMany(Rows)];
        Tell(rows, penalties);
        foreach (var (feature, weight) in options.Beliefs)
            if (_shared.TryGetValue(feature, out var number))
                beliefs[number] = _weights[number] = weight;
        foreach (var ((feature, column), weight) in options.EachBeliefs)
            if (_each.TryGetValue(feature, out var number))
                beliefs[Place(number, column)] = _weights[Place(number, column)] = weight;
        new Descent(rows, penalties, beliefs, options.Rounds).Run(_weights);
        return Weights.Write(options.Columns, SharedWeights(), EachWeights());
    }

    // What stands mostly where a column holds, or mostly where it does not, may weigh more than what stands everywhere: its penalty is less.
    private void Tell(TrainingRow[] rows, double[] penalties)
    {
        var (holds, known) = (new double[penalties.Length], new double[penalties.Length]);
        var (allHold, all) = (new double[options.Columns], new double[options.Columns]);
        foreach (var row in rows)
        {
            (allHold[row.Column], all[row.Column]) = (allHold[row.Column] + (row.Holds ? 1 : 0), all[row.Column] + 1);
            foreach (var feature in row.Features)
                (holds[feature], known[feature]) = (holds[feature] + (row.Holds ? 1 : 0), known[feature] + 1);
        }

        var shared = (allHold.Sum() + 1) / (all.Sum() + 2);
        for (var i = 0; i < penalties.Length; i++)
        {
            var telling = i < _shared.Count ? options.SharedTelling : options.EachTelling;
            var column = (i - _shared.Count) % options.Columns;
            var usual = i < _shared.Count ? shared : (allHold[column] + 1) / (all[column] + 2);
            var here = (holds[i] + (2 * usual)) / (known[i] + 2);
            var scale = 1 - telling + (telling * Math.Abs(LogOdds(here) - LogOdds(usual)));
            penalties[i] /= Math.Max(LeastScale, scale * scale);
        }
    }

    private static double LogOdds(double share) => Math.Log(share / (1 - share));

    private Dictionary<uint, float> SharedWeights() =>
        _shared.Where(pair => Math.Abs(_weights[pair.Value]) > options.SharedLeast).ToDictionary(pair => pair.Key, pair => (float)_weights[pair.Value]);

    private Dictionary<uint, float[]> EachWeights() => _each
        .Select(pair => (pair.Key, Row: Enumerable.Range(0, options.Columns).Select(column => (float)_weights[Place(pair.Value, column)]).ToArray()))
        .Where(pair => pair.Row.Any(weight => Math.Abs(weight) > options.EachLeast)).ToDictionary(pair => pair.Key, pair => pair.Row);

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
            yield return new TrainingRow(column, [.. features], holds, holds ? options.PositiveWeight : 1);
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
/// <param name="SharedLeast">Shared weights nearer to 0 than this are dropped.</param>
/// <param name="EachLeast">Rows of single words in which no weight is further from 0 than this are dropped: what is read oftenest stays nearer to the processor.</param>
/// <param name="SharedTelling">From 0 to 1, how much less the penalty is on a shared feature that tells of a column by itself, and more on one that does not.</param>
/// <param name="EachTelling">The same for words (the log-count ratio of Wang and Manning 2012, as a scale of the penalty).</param>
internal sealed record TrainerOptions(
    int Columns, double SharedPenalty = 1.0, double EachPenalty = 2.0, int SharedSeen = 2, int EachSeen = 3, int Rounds = 150, double PositiveWeight = 1, double SharedLeast = 0.05, double EachLeast = 0.05, double SharedTelling = 0, double EachTelling = 0)
{
    /// <summary>What is believed of shared weights before anything is learned.</summary>
    public IReadOnlyDictionary<uint, double> Beliefs { get; init; } = new Dictionary<uint, double>();

    /// <summary>What is believed of the weight of a feature in one column before anything is learned.</summary>
    public IReadOnlyDictionary<(uint Feature, int Column), double> EachBeliefs { get; init; } = new Dictionary<(uint, int), double>();
}

/// <summary>One text and one column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Features">The weights it adds up.</param>
/// <param name="Holds">Whether the column holds.</param>
/// <param name="Weight">How many times it counts.</param>
internal sealed record TrainingRow(int Column, int[] Features, bool Holds, double Weight);
