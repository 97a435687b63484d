using System.Globalization;
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
            var watch = new DangerWatch(Weights.Read(MessageLearning.Learn([.. messages.Where((_, i) => i % folds != fold), .. alsoLearned])));
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

    private static void Tell(TextWriter output, IReadOnlyList<LabelledMessage> messages, IReadOnlyList<Danger> found, bool show)
    {
        var kinds = new SortedDictionary<string, (int Count, int Wrong)>(StringComparer.Ordinal);
        var (emergencies, missed, safe, wrong, selfHarm, asSelfHarm) = (0, 0, 0, 0, 0, 0);
        foreach (var (message, danger) in messages.Zip(found))
        {
            var isWrong = message.IsEmergency != danger.IsEmergency;
            (emergencies, missed) = (emergencies + (message.IsEmergency ? 1 : 0), missed + (message.IsEmergency && isWrong ? 1 : 0));
            (safe, wrong) = (safe + (message.IsEmergency ? 0 : 1), wrong + (!message.IsEmergency && isWrong ? 1 : 0));
            selfHarm += message is { IsEmergency: true, Kind: "selfharm" } ? 1 : 0;
            asSelfHarm += message is { IsEmergency: true, Kind: "selfharm" } && danger.Kind == DangerKind.SelfHarm ? 1 : 0;
            var (count, wrongs) = kinds.GetValueOrDefault(message.Kind);
            kinds[message.Kind] = (count + 1, wrongs + (isWrong ? 1 : 0));
            if (isWrong && show)
                output.WriteLine($"{message.Id} {message.Kind} {(message.IsEmergency ? "MISSED" : "false")} ({danger.Kind}: {string.Join(" | ", danger.Evidence.Select(span => span.In(message.Text)))}): {message.Text}");
        }

        output.WriteLine(string.Join("  ", kinds.Select(kind => $"{kind.Key} {kind.Value.Wrong}/{kind.Value.Count}")));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"missed {missed} of {emergencies} emergencies ({100.0 * missed / Math.Max(1, emergencies):0.0} %), false {wrong} of {safe} ({100.0 * wrong / Math.Max(1, safe):0.0} %), self-harm told as such {asSelfHarm} of {selfHarm}"));
    }
}
