using System.Text.Json.Serialization;

namespace ReportBot.Bot.Cases;

/// <summary>Source-generated JSON of a case's document and summary: a stored format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(CaseSummary))]
public sealed partial class CaseJson : JsonSerializerContext;
