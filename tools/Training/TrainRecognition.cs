using System.Globalization;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Likelihood;

namespace ReportBot.Training;

/// <summary>The verbs that learn the recogniser's weights from the labelled accounts and check them.</summary>
internal static class TrainRecognition
{
    private const int Folds = 10;

    private static TrainerOptions Options { get; } = new(D("SP", 1.0), D("EP", 2.0), (int)D("SS", 2), (int)D("ES", 2), 150, 0.01);

    private static double D(string name, double otherwise) => Environment.GetEnvironmentVariable(name) is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Learns from every file given and writes the weights to the first argument.</summary>
    public static int Train(TextWriter output, string weights, IEnumerable<string> files)
    {
        var examples = Examples(files.SelectMany(LabelledAccount.Read));
        var trainer = new Trainer(Options);
        trainer.Learn(examples);
        var bytes = ReportBot.Knowledge.Recognition.Likelihood.Weights.Write(trainer.SharedWeights(), trainer.EachWeights());
        File.WriteAllBytes(weights, bytes);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{examples.Count} accounts, {trainer.SharedWeights().Count} + {trainer.EachWeights().Count} features, {bytes.Length} bytes"));
        return 0;
    }

    /// <summary>Learns from nine tenths and checks on the tenth, ten times over; prints what was recognised wrongly.</summary>
    public static int CrossCheck(TextWriter output, IEnumerable<string> files, bool show)
    {
        var examples = Examples(files.SelectMany(LabelledAccount.Read));
        var tally = new Tally();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = new Trainer(Options).Learn([.. examples.Where((_, i) => i % Folds != fold)]);
            foreach (var example in examples.Where((_, i) => i % Folds == fold))
                Check(output, tally, example, weights, show);
        }

        output.WriteLine(tally.ToString());
        return 0;
    }

    /// <summary>Learns from some files and checks on another.</summary>
    public static int Fresh(TextWriter output, string fresh, IEnumerable<string> files, bool show)
    {
        var weights = new Trainer(Options).Learn(Examples(files.SelectMany(LabelledAccount.Read)));
        var tally = new Tally();
        foreach (var example in Examples(LabelledAccount.Read(fresh)))
            Check(output, tally, example, weights, show);
        output.WriteLine(tally.ToString());
        return 0;
    }

    /// <summary>The weights learned from the files.</summary>
    public static Weights Weights(IEnumerable<string> files) => new Trainer(Options).Learn(Examples(files.SelectMany(LabelledAccount.Read)));

    private static List<Example> Examples(IEnumerable<LabelledAccount> accounts)
    {
        var english = English.Shared;
        var reader = new FeatureReader(english.Lexicon, english.Likely);
        return [.. accounts.Select(account => Example.Of(account, english.Lexicon, reader))];
    }

    private static void Check(TextWriter output, Tally tally, Example example, Weights weights, bool show)
    {
        var predicted = 0;
        var scores = new double[Strands.Count];
        for (var strand = 0; strand < Strands.Count; strand++)
        {
            scores[strand] = Score(example, weights, strand);
            predicted |= scores[strand] > 0 ? 1 << strand : 0;
        }

        if (!tally.Count(example.Account, predicted) && show)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{example.Account.Id} {example.Account.Kind} want {Tally.Labels(example.Account.Labels)} got {Tally.Labels(predicted)} [{string.Join(' ', scores.Select(score => score.ToString("0.0", CultureInfo.InvariantCulture)))}]: {example.Account.Text}"));
    }

    private static double Score(Example example, Weights weights, int strand)
    {
        var score = example.Shared[strand].Sum(feature => (double)weights.Shared(feature));
        foreach (var feature in example.Each)
            if (weights.Each(feature) is { IsEmpty: false } row)
                score += row[strand];
        return score;
    }
}
