using System.Text.Json;
using ReportBot.Knowledge.Recognition.Likelihood;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Training;

/// <summary>An account written for training, with what it was written to show.</summary>
/// <param name="Id">Its id in its file.</param>
/// <param name="Kind">What it was written to try: explicit, implicit, masked and so on.</param>
/// <param name="Text">The account.</param>
/// <param name="Labels">The characteristics, as bits by their number.</param>
/// <param name="Others">Readings that careful readers may prefer, as bits.</param>
/// <param name="Behaviours">The behaviours of policy 3.5, as bits of their columns; null where they were not labelled.</param>
internal sealed record LabelledAccount(string Id, string Kind, string Text, int Labels, IReadOnlyList<int> Others, int? Behaviours)
{
    /// <summary>The characteristics on which careful readers differ, as bits.</summary>
    public int Open => Others.Aggregate(0, (open, other) => open | (Labels ^ other));

    /// <summary>Reads the accounts of JSON lines files.</summary>
    public static List<LabelledAccount> Read(IEnumerable<string> paths) => JsonLines.Read(paths, Read);

    private static LabelledAccount Read(JsonElement account)
    {
        var others = account.TryGetProperty("alt_labels", out var alternatives) ? alternatives.EnumerateArray().Select(Bits).ToList() : [];
        int? behaviours = account.TryGetProperty("behaviours", out var numbers)
            ? numbers.EnumerateArray().Aggregate(0, (bits, number) => bits | (1 << Columns.OfBehaviour(number.GetInt32()))) : null;
        return new LabelledAccount(
            account.GetProperty("id").GetString()!, account.GetProperty("kind").GetString()!, account.GetProperty("text").GetString()!,
            Bits(account.GetProperty("labels")), others, behaviours);
    }

    /// <summary>The characteristics with these labels, as bits.</summary>
    public static int Bits(JsonElement labels) => labels.EnumerateArray().Aggregate(0, (bits, label) => bits | Bit(label.GetString()));

    private static int Bit(string? label) =>
        CharacteristicLabels.TryParse(label, out var characteristic) ? 1 << Array.IndexOf(Strands.All, characteristic) : throw new FormatException($"Unknown label {label}.");
}

/// <summary>A message written for training, with whether someone is in danger.</summary>
/// <param name="Id">Its id in its file.</param>
/// <param name="Kind">What it was written to try; empty where it is not told.</param>
/// <param name="Text">The message.</param>
/// <param name="IsEmergency">Whether someone is in danger now.</param>
/// <param name="IsLowMood">Whether the person is hopeless without intent.</param>
internal sealed record LabelledMessage(string Id, string Kind, string Text, bool IsEmergency, bool IsLowMood)
{
    /// <summary>The kind of one that is an account of what is over.</summary>
    public const string OfAccount = "account";

    /// <summary>Reads the messages of JSON lines files.</summary>
    public static List<LabelledMessage> Read(IEnumerable<string> paths) => JsonLines.Read(paths, Read);

    private static LabelledMessage Read(JsonElement message) => new(
        message.GetProperty("id").GetString()!, message.TryGetProperty("kind", out var kind) ? kind.GetString()! : "", message.GetProperty("text").GetString()!,
        message.GetProperty("emergency").GetBoolean(), message.TryGetProperty("lowmood", out var low) && low.GetBoolean());
}

/// <summary>Reads files of one JSON object a line.</summary>
internal static class JsonLines
{
    /// <summary>What each line that is not blank says, file after file.</summary>
    public static List<T> Read<T>(IEnumerable<string> paths, Func<JsonElement, T> read)
    {
        var all = new List<T>();
        foreach (var line in paths.SelectMany(File.ReadLines).Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            using var json = JsonDocument.Parse(line);
            all.Add(read(json.RootElement));
        }

        return all;
    }
}
