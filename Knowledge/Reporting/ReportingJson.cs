using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Reporting;

/// <summary>
/// How drafts and reports are stored: camelCase, without what is null or has its default. Members may be added at any time, because a
/// missing one reads as its default and an unknown one is passed over; none may be renamed or given another meaning.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ReportDraft))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(RiskAssessment))]
public sealed partial class ReportingJsonContext : JsonSerializerContext;
