using System.Text.Json.Serialization;

namespace ReportBot.Bot.AzureLanguage;

/// <summary>What is sent to <c>:analyze-text</c>: one kind of question about some documents.</summary>
internal sealed record AnalyzeRequest(string Kind, AnalyzeParameters Parameters, AnalyzeInput AnalysisInput);

/// <summary>How a question is to be answered. Offsets count UTF-16 code units, as strings here do; what is sent is not kept there.</summary>
internal sealed record AnalyzeParameters(string ModelVersion, bool LoggingOptOut, string? StringIndexType);

/// <summary>The documents of a question.</summary>
internal sealed record AnalyzeInput(IReadOnlyList<AnalyzeDocument> Documents);

/// <summary>A document.</summary>
internal sealed record AnalyzeDocument(string Id, string Text, string? Language);

/// <summary>An answer. Anything may be missing from it.</summary>
internal sealed record AnalyzeAnswer(string? Kind, AnalyzeResults? Results);

/// <summary>The answered documents; one that failed is not among them, even under a status of 200.</summary>
internal sealed record AnalyzeResults(IReadOnlyList<AnsweredDocument?>? Documents);

/// <summary>What was found in one document.</summary>
internal sealed record AnsweredDocument(string? Id, DetectedLanguage? DetectedLanguage, IReadOnlyList<FoundEntity?>? Entities);

/// <summary>A language, and how sure it is, 0 to 1.</summary>
internal sealed record DetectedLanguage(string? Iso6391Name, double? ConfidenceScore);

/// <summary>Personal information, where it stands in the document, and how sure it is, 0 to 1.</summary>
internal sealed record FoundEntity(string? Category, int? Offset, int? Length, double? ConfidenceScore);

/// <summary>Source-generated JSON of the wire format.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 16)]
[JsonSerializable(typeof(AnalyzeRequest))]
[JsonSerializable(typeof(AnalyzeAnswer))]
internal sealed partial class WireJson : JsonSerializerContext;
