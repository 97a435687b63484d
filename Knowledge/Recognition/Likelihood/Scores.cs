using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>
/// Adds up the weights of an account's features, each counted once. Kept for one thread and used again, so that scoring allocates nothing.
/// </summary>
internal sealed class Scores
{
    private const int Places = 1 << 14;

    [ThreadStatic]
    private static Scores? t_spare;

    private readonly uint[] _seen = new uint[Places];
    private readonly int[] _seenIn = new int[Places];
    private readonly float[] _sums = new float[Strands.Count];
    private readonly List<Share> _shares = [];
    private Weights? _weights;
    private int _reading;
    private int _explained = -1;

    /// <summary>The weight a stretch of words brought for the characteristic that is explained.</summary>
    /// <param name="First">The first word.</param>
    /// <param name="End">The word after the last.</param>
    /// <param name="Weight">The weight.</param>
    internal readonly record struct Share(int First, int End, float Weight);

    /// <summary>The sum for each characteristic: above 0 it is more likely than not.</summary>
    public ReadOnlySpan<float> Sums => _sums;

    /// <summary>What each stretch of words brought, when a characteristic is explained.</summary>
    public IReadOnlyList<Share> Shares => _shares;

    /// <summary>Scores a text; with a characteristic to explain, keeps what each stretch of words brought for it.</summary>
    public static Scores Of(FeatureReader reader, ReadText read, Weights weights, int explained = -1)
    {
        var scores = t_spare ?? new Scores();
        t_spare = null;
        scores.Begin(weights, explained);
        var sink = new Sink(scores);
        reader.Read(read, ref sink);
        return scores;
    }

    /// <summary>Gives the scores back for the next reading.</summary>
    public void Return() => t_spare = this;

    private void Begin(Weights weights, int explained)
    {
        (_weights, _explained) = (weights, explained);
        _reading++;
        _shares.Clear();
        Array.Clear(_sums);
    }

    private bool IsNew(uint key)
    {
        for (var (place, tries) = (key & (Places - 1), 0); tries < 64; place = (place + 1) & (Places - 1), tries++)
        {
            if (_seenIn[place] != _reading)
            {
                (_seen[place], _seenIn[place]) = (key, _reading);
                return true;
            }

            if (_seen[place] == key)
                return false;
        }

        // A very long text fills the table; what comes after counts no more.
        return false;
    }

    private readonly struct Sink(Scores scores) : IFeatureSink
    {
        public void Add(int strand, uint feature, int first, int end)
        {
            if (scores._weights!.Shared(feature) is not (var weight and not 0) || !scores.IsNew(Feature.Hash(feature, (uint)strand + 1)))
                return;
            scores._sums[strand] += weight;
            if (scores._explained == strand && end > first)
                scores._shares.Add(new Share(first, end, weight));
        }

        public void AddForAll(uint feature, int first, int end)
        {
            var weights = scores._weights!.Each(feature);
            if (weights.IsEmpty || !scores.IsNew(feature))
                return;
            for (var strand = 0; strand < Strands.Count; strand++)
                scores._sums[strand] += weights[strand];
            if (scores._explained >= 0 && end > first)
                scores._shares.Add(new Share(first, end, weights[scores._explained]));
        }
    }
}
