using System.Globalization;
using System.Text;
using ReportBot.Knowledge.Recognition.Likelihood;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Training;

/// <summary>Counts what was recognised right and wrong in accounts, and tells it in figures.</summary>
internal sealed class AccountTally
{
    private readonly int[] _right = new int[Columns.Count];
    private readonly int[] _false = new int[Columns.Count];
    private readonly int[] _missed = new int[Columns.Count];
    private readonly SortedDictionary<string, (int Count, int Exact)> _kinds = new(StringComparer.Ordinal);
    private int _none;
    private int _flagged;

    /// <summary>The micro-averaged F1 of the characteristics.</summary>
    public double MicroF1 => F1(0, Strands.Count);

    /// <summary>The share of accounts with no characteristic that got one.</summary>
    public double FalseFlags => _flagged / (double)Math.Max(1, _none);

    /// <summary>Counts one account; true when its characteristics were recognised as labelled or as another reader may prefer.</summary>
    public bool Count(LabelledAccount account, int predicted)
    {
        const int strands = (1 << Strands.Count) - 1;
        for (var strand = 0; strand < Strands.Count; strand++)
            Count(strand, account.Labels, predicted);
        for (var column = Strands.Count; account is { Labels: not 0, Behaviours: not null } && column < Columns.Hostility; column++)
            Count(column, account.Behaviours.Value, predicted);
        predicted &= strands;
        if (account.Labels == 0)
            (_none, _flagged) = (_none + 1, _flagged + (predicted != 0 ? 1 : 0));
        var (count, right) = _kinds.GetValueOrDefault(account.Kind);
        _kinds[account.Kind] = (count + 1, right + (predicted == account.Labels ? 1 : 0));
        return predicted == account.Labels || account.Others.Contains(predicted);
    }

    /// <summary>The figures, over several lines.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var total = _kinds.Values.Sum(kind => kind.Count);
        text.AppendLine(CultureInfo.InvariantCulture, $"{total} accounts: micro-F1 {MicroF1:0.000}  exact {_kinds.Values.Sum(kind => kind.Exact) / (double)total:0.000}  false flags {FalseFlags:0.000} of {_none}");
        for (var strand = 0; strand < Strands.Count; strand++)
            text.Append(CultureInfo.InvariantCulture, $"  {Strands.All[strand].Label()} {F1(strand, strand + 1):0.000} (+{_false[strand]} -{_missed[strand]})");
        text.AppendLine();
        foreach (var (kind, (count, exact)) in _kinds)
            text.Append(CultureInfo.InvariantCulture, $"  {kind} {(double)exact / count:0.00} ({count})");
        text.AppendLine();
        text.Append(CultureInfo.InvariantCulture, $"behaviours: micro-F1 {F1(Strands.Count, Columns.Hostility):0.000}");
        for (var number = 1; number <= Columns.Behaviours; number++)
            text.Append(CultureInfo.InvariantCulture, $"  {number}: {F1(Columns.OfBehaviour(number), Columns.OfBehaviour(number) + 1):0.00}");
        return text.ToString();
    }

    /// <summary>The labels of a set of bits.</summary>
    public static string Labels(int bits) => string.Join('+', Enumerable.Range(0, Strands.Count).Where(strand => (bits & (1 << strand)) != 0).Select(strand => Strands.All[strand].Label()).DefaultIfEmpty("none"));

    private double F1(int first, int end)
    {
        var (right, wrong) = (_right[first..end].Sum(), _false[first..end].Sum() + _missed[first..end].Sum());
        return right == 0 ? (wrong == 0 ? 1 : 0) : 2.0 * right / ((2.0 * right) + wrong);
    }

    private void Count(int column, int labelled, int predicted)
    {
        var (holds, found) = ((labelled & (1 << column)) != 0, (predicted & (1 << column)) != 0);
        _right[column] += holds && found ? 1 : 0;
        _false[column] += !holds && found ? 1 : 0;
        _missed[column] += holds && !found ? 1 : 0;
    }
}
