using System.Globalization;
using System.Numerics;
using System.Text;
using ReportBot.Knowledge.Recognition.Likelihood;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Training;

/// <summary>Counts what was recognised right and wrong, and tells it in figures.</summary>
internal sealed class Tally
{
    private readonly int[] _right = new int[Strands.Count];
    private readonly int[] _false = new int[Strands.Count];
    private readonly int[] _missed = new int[Strands.Count];
    private readonly SortedDictionary<string, (int Count, int Exact)> _kinds = new(StringComparer.Ordinal);
    private int _none;
    private int _flagged;

    /// <summary>The micro-averaged F1.</summary>
    public double MicroF1 => F1(_right.Sum(), _false.Sum(), _missed.Sum());

    /// <summary>The share of accounts with no characteristic that got one.</summary>
    public double FalseFlags => _none == 0 ? 0 : (double)_flagged / _none;

    /// <summary>Counts one account; true when it was recognised exactly, an open reading included.</summary>
    public bool Count(LabelledAccount account, int predicted)
    {
        for (var strand = 0; strand < Strands.Count; strand++)
            Count(strand, (account.Labels & (1 << strand)) != 0, (predicted & (1 << strand)) != 0);
        if (account.Labels == 0)
            (_none, _flagged) = (_none + 1, _flagged + (predicted != 0 ? 1 : 0));
        var exact = predicted == account.Labels;
        var (count, right) = _kinds.GetValueOrDefault(account.Kind);
        _kinds[account.Kind] = (count + 1, right + (exact ? 1 : 0));
        return ((predicted ^ account.Labels) & ~account.Open) == 0;
    }

    /// <summary>The figures, over several lines.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"micro-F1 {MicroF1:0.000}  false flags {FalseFlags:0.000} of {_none}");
        for (var strand = 0; strand < Strands.Count; strand++)
            text.Append(CultureInfo.InvariantCulture, $"  {Strands.All[strand].Label()} {F1(_right[strand], _false[strand], _missed[strand]):0.00}(+{_false[strand]} -{_missed[strand]})");
        text.AppendLine();
        foreach (var (kind, (count, exact)) in _kinds)
            text.Append(CultureInfo.InvariantCulture, $"  {kind} {(double)exact / count:0.00}({count})");
        return text.ToString();
    }

    /// <summary>The labels of a set of bits.</summary>
    public static string Labels(int bits) => BitOperations.PopCount((uint)bits) == 0 ? "none" : string.Join('+', Enumerable.Range(0, Strands.Count).Where(strand => (bits & (1 << strand)) != 0).Select(strand => Strands.All[strand].Label()));

    private static double F1(int right, int wrong, int missed) => right == 0 ? (wrong + missed == 0 ? 1 : 0) : 2.0 * right / ((2.0 * right) + wrong + missed);

    private void Count(int strand, bool holds, bool predicted)
    {
        _right[strand] += holds && predicted ? 1 : 0;
        _false[strand] += !holds && predicted ? 1 : 0;
        _missed[strand] += holds && !predicted ? 1 : 0;
    }
}
