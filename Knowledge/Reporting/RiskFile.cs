using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Reporting;

// The shape of the data file, as it is written there.
internal sealed record RiskFile(string About, string Version, int Medium, int High, ImmutableArray<RiskEntry> Reasons);

internal sealed record RiskEntry(
    string Code, int Points, string Says, string? Group = null, bool Safeguarding = false, ImmutableArray<string> Cues = default);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RiskFile))]
internal sealed partial class RiskJsonContext : JsonSerializerContext;
