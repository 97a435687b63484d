using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder;

/// <summary>The value of a <see cref="Schema.HandoffEventNames.HandoffStatus"/> event.</summary>
internal sealed record HandoffStatus(string State, string Message);

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandoffStatus))]
internal sealed partial class HandoffJsonContext : JsonSerializerContext;
