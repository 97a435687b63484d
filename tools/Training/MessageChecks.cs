using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Learning;

namespace ReportBot.Training;

/// <summary>Checks what is seen of danger in messages.</summary>
internal static class MessageChecks
{
    /// <summary>Learns from all messages but one part and checks on that, as many times as asked; prints what was missed and what was seen falsely.</summary>
    public static void Cross(TextWriter output, IReadOnlyList<LabelledMessage> messages, IReadOnlyList<LabelledMessage> alsoLearned, int folds, bool show)
    {
        var found = new Danger[messages.Count];
        Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var (weights, phrases) = MessageLearning.Learn([.. messages.Where((_, i) => i % folds != fold), .. alsoLearned]);
            var watch = new DangerWatch(Weights.Read(weights), PhraseWeights.Read(phrases));
            for (var i = fold; i < messages.Count; i += folds)
                found[i] = watch.Look(messages[i].Text);
        });
        Tell(output, messages, found, show);
    }

    /// <summary>Checks the danger watch as it is built.</summary>
    public static void AsBuilt(TextWriter output, IReadOnlyList<LabelledMessage> messages, bool show)
    {
        var watch = new DangerWatch();
        Tell(output, messages, [.. messages.Select(message => watch.Look(message.Text))], show);
    }

    /// <summary>Counts how a danger watch does.</summary>
    public static MessageTally Tally(IReadOnlyList<LabelledMessage> messages, DangerWatch watch)
    {
        var tally = new MessageTally();
        foreach (var message in messages)
            tally.Count(message, watch.Look(message.Text));
        return tally;
    }

    private static void Tell(TextWriter output, IReadOnlyList<LabelledMessage> messages, IReadOnlyList<Danger> found, bool show)
    {
        var tally = new MessageTally();
        foreach (var (message, danger) in messages.Zip(found))
            if (!tally.Count(message, danger) && show)
                output.WriteLine($"{message.Id} {message.Kind} {(message.IsEmergency ? "MISSED" : "false")} ({danger.Kind}: {string.Join(" | ", danger.Evidence.Select(span => span.In(message.Text)))}): {message.Text}");
        output.WriteLine(tally);
    }
}
