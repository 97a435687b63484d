using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportBot.Bot.Demo;

/// <summary>What a made-up person tells, and what staff have done since.</summary>
internal sealed record DemoStory
{
    /// <summary>The channel it came by.</summary>
    public required string Channel { get; init; }

    /// <summary>How long ago it was sent.</summary>
    public required int HoursAgo { get; init; }

    /// <summary>The account, message by message.</summary>
    public required ImmutableArray<string> Account { get; init; }

    /// <summary>What was chosen, by question.</summary>
    public required IReadOnlyDictionary<string, ImmutableArray<string>> Answers { get; init; }

    /// <summary>What was typed, by question.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>How they can be reached: <c>phone</c>, <c>email</c> or <c>anonymous</c>.</summary>
    public required string Contact { get; init; }

    /// <summary>How far staff came while it is new; null when nobody has looked yet.</summary>
    public DemoStage? Then { get; init; }

    /// <summary>What the person wrote after sending.</summary>
    public string? Again { get; init; }
}

/// <summary>The file of stories.</summary>
internal sealed record DemoStories
{
    /// <summary>What the assistant asks, by question.</summary>
    public required IReadOnlyDictionary<string, string> Asks { get; init; }

    /// <summary>Made-up names.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Surnames that take turns once the made-up names have been used.</summary>
    public required ImmutableArray<string> Surnames { get; init; }

    /// <summary>Streets that are nowhere.</summary>
    public required ImmutableArray<string> Streets { get; init; }

    /// <summary>The first halves of postcodes in Kent.</summary>
    public required ImmutableArray<string> Districts { get; init; }

    /// <summary>The stories.</summary>
    public required ImmutableArray<DemoStory> Stories { get; init; }

    /// <summary>The stories that come with the program.</summary>
    public static DemoStories Embedded()
    {
        using var stream = typeof(DemoStories).Assembly.GetManifestResourceStream("Demo/stories.json")!; // Embedded by the project file.
        return JsonSerializer.Deserialize(stream, DemoJson.Default.DemoStories)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DemoStories))]
internal sealed partial class DemoJson : JsonSerializerContext;
