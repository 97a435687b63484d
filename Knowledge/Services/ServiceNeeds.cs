using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Services;

/// <summary>What is known of a person that says which services may help.</summary>
public sealed record ServiceNeeds
{
    /// <summary>Nothing is known: the general services are found.</summary>
    public static ServiceNeeds None { get; } = new();

    /// <summary>What they think it was about; empty when they are not sure or would rather not say.</summary>
    public ImmutableArray<Characteristic> Perceived { get; init; } = [];

    /// <summary>Groups their words speak of, from <see cref="ServiceGroup"/>, whichever strand they chose.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>What they need, from <see cref="ServiceOffer"/>: it moves services up, it never shuts one out.</summary>
    public ImmutableArray<string> Wanted { get; init; } = [];

    /// <summary>Where they live; null when that is not known.</summary>
    public Area? Area { get; init; }
}
