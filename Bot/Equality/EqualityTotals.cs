using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportBot.Bot.Equality;

/// <summary>How often each answer was given in one month. It is all that is kept of anybody's answers.</summary>
public sealed record EqualityTotals
{
    /// <summary>How many forms were sent, with answers or without.</summary>
    public required int Forms { get; init; }

    /// <summary>For each question's id, for each choice's id, how often it was chosen. What nobody chose is not there.</summary>
    public required ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, int>> Answers { get; init; }

    /// <summary>The totals before anyone has answered.</summary>
    public static EqualityTotals None { get; } = new() { Forms = 0, Answers = ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, int>>.Empty };

    /// <summary>These totals and one form more.</summary>
    public EqualityTotals With(IEnumerable<KeyValuePair<string, string>> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var totals = Answers.ToBuilder();
        foreach (var (question, choice) in answers)
        {
            var counts = totals.GetValueOrDefault(question) ?? ImmutableSortedDictionary<string, int>.Empty;
            totals[question] = counts.SetItem(choice, counts.GetValueOrDefault(choice) + 1);
        }

        return new EqualityTotals { Forms = Forms + 1, Answers = totals.ToImmutable() };
    }
}

/// <summary>A month of London's calendar and its totals.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Totals">Its totals.</param>
public sealed record EqualityMonth(DateOnly Month, EqualityTotals Totals);

/// <summary>Source-generated JSON of the totals.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EqualityTotals))]
internal sealed partial class EqualityJson : JsonSerializerContext;
