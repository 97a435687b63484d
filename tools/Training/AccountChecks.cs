using System.Globalization;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Likelihood;

namespace ReportBot.Training;

/// <summary>Checks what is recognised in accounts.</summary>
internal static class AccountChecks
{
    /// <summary>Learns from all files but one and checks on that one's accounts, as many times as asked; prints what was recognised wrongly.</summary>
    public static void Cross(TextWriter output, IReadOnlyList<string> files, int folds, bool show)
    {
        var accounts = LabelledAccount.Read(files);
        var examples = AccountLearning.Examples(accounts);
        var frames = AccountLearning.Examples(Sources.Frames);
        var slips = Slips.Of(accounts).Select(slip => (slip.Place, Copy: AccountLearning.Examples([slip.Copy]).Single())).ToList();
        var predicted = new (int Bits, double[] Scores)[examples.Count];
        Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var (weights, filters) = Learn([.. examples.Where((_, i) => i % folds != fold), .. frames], [.. slips.Where(slip => slip.Place % folds != fold).Select(slip => slip.Copy)]);
            for (var i = fold; i < examples.Count; i += folds)
                predicted[i] = Predict(examples[i], weights, filters);
        });
        Tell(output, accounts, predicted, show);
    }

    /// <summary>Learns from some files and checks on others.</summary>
    public static void Fresh(TextWriter output, IEnumerable<string> learned, IEnumerable<string> fresh, bool show)
    {
        var known = LabelledAccount.Read(learned);
        var (weights, filters) = Learn(AccountLearning.Examples([.. known, .. Sources.Frames]), AccountLearning.Examples(Slips.Of(known).Select(slip => slip.Copy)));
        var accounts = LabelledAccount.Read(fresh);
        Tell(output, accounts, [.. AccountLearning.Examples(accounts).Select(example => Predict(example, weights, filters))], show);
    }

    /// <summary>Checks the recogniser as it is built.</summary>
    public static void AsBuilt(TextWriter output, IEnumerable<string> files, bool show) => Tell(output, LabelledAccount.Read(files), new Recogniser(), show);

    /// <summary>Counts how a recogniser does.</summary>
    public static AccountTally Tally(List<LabelledAccount> accounts, Recogniser recogniser)
    {
        var tally = new AccountTally();
        foreach (var account in accounts)
            tally.Count(account, Bits(recogniser.Read(account.Text)));
        return tally;
    }

    private static void Tell(TextWriter output, List<LabelledAccount> accounts, Recogniser recogniser, bool show) =>
        Tell(output, accounts, [.. accounts.Select(account => (Bits(recogniser.Read(account.Text)), Array.Empty<double>()))], show);

    private static int Bits(Recognition read) =>
        read.Characteristics.Aggregate(0, (bits, found) => bits | (1 << Array.IndexOf(Strands.All, found.Characteristic)))
        | read.Behaviours.Aggregate(0, (bits, found) => bits | (1 << Columns.OfBehaviour(found.Behaviour)));

    private static void Tell(TextWriter output, List<LabelledAccount> accounts, (int Bits, double[] Scores)[] predicted, bool show)
    {
        var tally = new AccountTally();
        for (var i = 0; i < accounts.Count; i++)
            if (!tally.Count(accounts[i], predicted[i].Bits) && show)
                output.WriteLine($"{accounts[i].Id} {accounts[i].Kind} want {AccountTally.Labels(accounts[i].Labels)} got {AccountTally.Labels(predicted[i].Bits)} [{string.Join(' ', predicted[i].Scores.Take(Strands.Count).Select(score => score.ToString("0.0", CultureInfo.InvariantCulture)))}]: {accounts[i].Text}");
        output.WriteLine(tally);
    }

    private static (AccountWeights, PhraseFilters) Learn(List<Example> examples, List<Example> slips) =>
        (new(Weights.Read(AccountLearning.Learn(examples)), English.Shared.Lexicon), AccountLearning.Filters(AccountLearning.LearnPhrases([.. examples, .. slips])));

    private static (int, double[]) Predict(Example example, AccountWeights weights, PhraseFilters filters)
    {
        var (scores, words) = AccountLearning.Sums(example.Text, weights, filters);
        var behaviours = Enumerable.Range(Strands.Count, Columns.Behaviours).Aggregate(0, (bits, column) => scores[column] > 0 ? bits | (1 << column) : bits);
        return (Verdict.Of([.. scores.Select(score => (float)score)], words) | behaviours, scores);
    }
}
