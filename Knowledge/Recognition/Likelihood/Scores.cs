using System.Numerics;
using System.Runtime.InteropServices;
using ReportBot.Knowledge.Recognition.Learning;
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
    private readonly float[] _sums = new float[Columns.Count];
    private readonly List<Share> _shares = [];
    private Weights? _weights;
    private int _reading;
    private int _explained = -1;

    /// <summary>The sum for each column: above 0 it is more likely than not.</summary>
    public ReadOnlySpan<float> Sums => _sums;

    /// <summary>What each stretch of words brought, when a column is explained.</summary>
    public List<Share> Shares => _shares;

    /// <summary>Scores a text; with a column to explain, keeps what each stretch of words brought for it.</summary>
    public static Scores Of(FeatureReader reader, ReadText read, Weights weights, int explained = -1)
    {
        var scores = t_spare ?? new Scores();
        t_spare = null;
        scores.Begin(weights, explained);
        var sink = new Sink(scores);
        System.Span<Standing> standings = stackalloc Standing[Strands.Count];
        reader.Read(read, standings, ref sink);
        FeatureReader.ReadHostility(standings, scores._sums[Columns.Hostility], ref sink);
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
            Add(scores._sums, weights);
            if (scores._explained >= 0 && end > first)
                scores._shares.Add(new Share(first, end, weights[scores._explained]));
        }

        private static void Add(System.Span<float> sums, ReadOnlySpan<float> weights)
        {
            var wide = MemoryMarshal.Cast<float, Vector<float>>(sums);
            var more = MemoryMarshal.Cast<float, Vector<float>>(weights);
            for (var i = 0; i < wide.Length; i++)
                wide[i] += more[i];
            for (var i = wide.Length * Vector<float>.Count; i < sums.Length; i++)
                sums[i] += weights[i];
        }
    }
}
