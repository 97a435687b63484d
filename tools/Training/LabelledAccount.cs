using System.Text.Json;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Training;

/// <summary>An account written for training, with the characteristics it was written to show.</summary>
/// <param name="Id">Its id in its file.</param>
/// <param name="Kind">What it was written to try: explicit, implicit, masked and so on.</param>
/// <param name="Text">The account.</param>
/// <param name="Labels">The characteristics, as bits by their number.</param>
/// <param name="Open">The characteristics on which careful readers may differ, as bits.</param>
/// <param name="Behaviours">The behaviours of policy 3.5; null where they were not labelled.</param>
internal sealed record LabelledAccount(string Id, string Kind, string Text, int Labels, int Open, IReadOnlyList<int>? Behaviours)
{
    /// <summary>Reads the accounts of a JSON lines file.</summary>
    public static IEnumerable<LabelledAccount> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            using var json = JsonDocument.Parse(line);
            yield return Read(json.RootElement);
        }
    }

    private static LabelledAccount Read(JsonElement account)
    {
        var labels = Bits(account.GetProperty("labels"));
        var open = 0;
        if (account.TryGetProperty("alt_labels", out var others))
            foreach (var other in others.EnumerateArray())
                open |= labels ^ Bits(other);
        var behaviours = account.TryGetProperty("behaviours", out var numbers) ? numbers.EnumerateArray().Select(number => number.GetInt32()).ToList() : null;
        return new LabelledAccount(account.GetProperty("id").GetString()!, account.GetProperty("kind").GetString()!, account.GetProperty("text").GetString()!, labels, open, behaviours);
    }

    private static int Bits(JsonElement labels) =>
        labels.EnumerateArray().Aggregate(0, (bits, label) => CharacteristicLabels.TryParse(label.GetString(), out var characteristic) ? bits | (1 << (int)characteristic) : bits);
}
