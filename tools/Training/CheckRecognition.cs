using System.Globalization;
using ReportBot.Knowledge.Recognition;

namespace ReportBot.Training;

/// <summary>Prints how the recogniser, as it is built, does on a file of labelled accounts.</summary>
internal static class CheckRecognition
{
    /// <summary>Checks the accounts of a file.</summary>
    public static int Run(TextWriter output, string file, bool show)
    {
        var recogniser = new Recogniser();
        var tally = new Tally();
        var (right, wrong, missed) = (new int[11], new int[11], new int[11]);
        foreach (var account in LabelledAccount.Read(file))
        {
            var read = recogniser.Read(account.Text);
            var bits = read.Characteristics.Aggregate(0, (sum, suggestion) => sum | (1 << (int)suggestion.Characteristic));
            tally.Count(account, bits);
            if (account.Behaviours is not { } wanted)
                continue;
            var found = read.Behaviours.Select(suggestion => suggestion.Behaviour).ToList();
            foreach (var behaviour in wanted.Union(found))
                (wanted.Contains(behaviour) ? found.Contains(behaviour) ? right : missed : wrong)[behaviour]++;
            if (show && !wanted.Order().SequenceEqual(found.Order()))
                output.WriteLine($"{account.Id} want {string.Join(',', wanted)} got {string.Join(',', found)}: {account.Text}");
        }

        output.WriteLine(tally.ToString());
        for (var behaviour = 1; behaviour <= 10; behaviour++)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  behaviour {behaviour}: right {right[behaviour]} false {wrong[behaviour]} missed {missed[behaviour]}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  behaviours micro-F1 {2.0 * right.Sum() / ((2.0 * right.Sum()) + wrong.Sum() + missed.Sum()):0.000}"));
        return 0;
    }
}
