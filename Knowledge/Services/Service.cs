using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Services;

/// <summary>A support service of Appendix A. Name, label, number, hours and site are the policy's own.</summary>
public sealed record Service
{
    /// <summary>The id: a stored format, never renamed, never reused.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, short enough to read out.</summary>
    public required string Name { get; init; }

    /// <summary>Its name as Appendix A writes it.</summary>
    public required string FullName { get; init; }

    /// <summary>The plain-text label of Appendix A: West Kent Partner, National Affiliate or Local Trusted Organisation.</summary>
    public required string Partner { get; init; }

    /// <summary>The heading of Appendix A it stands under.</summary>
    public required string Heading { get; init; }

    /// <summary>Who it is for and what it does, in our words.</summary>
    public required string Serves { get; init; }

    /// <summary>The number as the policy writes it; null when it gives none.</summary>
    public string? Phone { get; init; }

    /// <summary>The number as a link that dials; null when it has none.</summary>
    public string? PhoneLink { get; init; }

    /// <summary>What the policy adds to the number, such as "National helpline"; null for nothing.</summary>
    public string? PhoneNote { get; init; }

    /// <summary>When it answers.</summary>
    public required OpeningHours Hours { get; init; }

    /// <summary>The address of its site as the policy writes it, without https.</summary>
    public required string Site { get; init; }

    /// <summary>The address of its site as a link.</summary>
    public Uri Link => new($"https://{Site}");

    /// <summary>The strands it is for; empty when it is for everybody.</summary>
    public ImmutableArray<Characteristic> Strands { get; init; } = [];

    /// <summary>The groups within a strand it is for, from <see cref="ServiceGroup"/>; empty when it is for the whole strand.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>What it offers, from <see cref="ServiceOffer"/>.</summary>
    public ImmutableArray<string> Offers { get; init; } = [];

    /// <summary>The only areas it works in; empty when it works everywhere.</summary>
    public ImmutableArray<Area> ServesOnly { get; init; } = [];

    /// <summary>Areas it has an office in.</summary>
    public ImmutableArray<Area> Offices { get; init; } = [];

    /// <summary>Where the facts come from.</summary>
    public required string Source { get; init; }

    /// <summary>The day somebody last checked them with the service; null until then, and its hours are "from our policy".</summary>
    public DateOnly? LastChecked { get; init; }

    /// <summary>True when it helps everybody, whatever the strand.</summary>
    public bool IsGeneral => Strands.IsEmpty;

    /// <summary>True when it works in that area; for an area not known, when it works in Kent, where our homes are.</summary>
    public bool Covers(Area? area)
    {
        if (ServesOnly.IsEmpty)
            return true;
        return ServesOnly.Contains(Area.Kent)
            ? area != Area.Elsewhere
            : area is { } known && ServesOnly.Contains(known);
    }

    /// <summary>True when it is rooted in that area: it works only there, or has an office there.</summary>
    public bool IsLocalTo(Area? area) => area is { } known && known != Area.Elsewhere &&
        (Offices.Contains(known) || ServesOnly.Contains(known) || ServesOnly.Contains(Area.Kent));
}
