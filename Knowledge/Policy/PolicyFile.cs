using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Policy;

// The shape of the data file, as it is written there.
internal sealed record PolicyFile(
    string About, string Title, int ReviewEveryYears, int ServicesReviewEveryYears, ImmutableArray<string> Names, string Silence,
    ImmutableArray<TypeEntry> Types, ImmutableArray<EntryEntry> Entries, ImmutableArray<SilentEntry> Silent, ImmutableArray<ImmutableArray<string>> Synonyms)
{
    public const string Path = "Policy/policy.json";
}

internal sealed record TypeEntry(string Characteristic, string Paragraph, string Label, string Hint);

internal sealed record EntryEntry(
    string Id, string Paragraph, ImmutableArray<string> Topics, string Says, ImmutableArray<string> Questions,
    int? Behaviour = null, string? Label = null, string? Example = null);

internal sealed record SilentEntry(string Id, string Says, ImmutableArray<string> Nearest, ImmutableArray<string> Questions);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PolicyFile))]
internal sealed partial class PolicyJsonContext : JsonSerializerContext;
