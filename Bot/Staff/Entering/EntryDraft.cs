using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportBot.Bot.Staff.Entering;

/// <summary>A report while a member of staff enters it: everything as it was typed, whether or not it is in order. A stored format.</summary>
public sealed record EntryDraft
{
    /// <summary>The id of the report it becomes: sent twice, it is one.</summary>
    public required Guid Id { get; init; }

    /// <summary>How often it was kept: what a change must have been made from. Kept by the store, not in the document.</summary>
    [JsonIgnore]
    public long Version { get; init; }

    /// <summary>When it was begun, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>What was typed, by the name of its box; what is empty is not in it.</summary>
    public ImmutableDictionary<string, string> Typed { get; init => field = value ?? ImmutableDictionary<string, string>.Empty; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What was ticked or chosen, by the id of its question.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Chosen { get; init => field = value ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>What was typed into a box; null when nothing was.</summary>
    public string? this[string box] => Typed.GetValueOrDefault(box);

    /// <summary>True when that was ticked or chosen.</summary>
    public bool Has(string question, string choice) => Chosen.TryGetValue(question, out var chosen) && chosen.Contains(choice);

    /// <summary>True when the same was typed and chosen.</summary>
    public bool SaysTheSameAs(EntryDraft other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Typed.Count == other.Typed.Count && Chosen.Count == other.Chosen.Count
            && Typed.All(pair => other[pair.Key] == pair.Value)
            && Chosen.All(pair => other.Chosen.TryGetValue(pair.Key, out var chosen) && chosen.AsSpan().SequenceEqual(pair.Value.AsSpan()));
    }
}

/// <summary>Source-generated JSON of what is being entered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EntryDraft))]
internal sealed partial class EntryJson : JsonSerializerContext;
