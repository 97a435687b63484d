using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;
using ReportBot.Knowledge.Wording;

namespace ReportBot.Knowledge.Services;

/// <summary>Tells the area a postcode or a place lies in, as far as that puts local services in reach.</summary>
public static class Areas
{
    private static readonly ImmutableArray<AreaEntry> Entries =
        EmbeddedData.Read("Services/areas.json", ServicesJsonContext.Default.AreasFile).Areas;

    private static readonly FrozenDictionary<string, Area> Districts =
        Entries.SelectMany(entry => entry.Districts.Select(district => (district, entry.Area))).ToFrozenDictionary(d => d.district, d => d.Area);

    private static readonly ImmutableArray<(Area Area, Cues Places)> Places =
        [.. Entries.Select(entry => (entry.Area, new Cues(entry.Places)))];

    /// <summary>The area of a postcode; null when its district is not in the list, which says nothing about where it is.</summary>
    public static Area? Of(Postcode postcode) => Districts.TryGetValue(postcode.Outward, out var area) ? area : null;

    /// <summary>The area of the first place of the list that is named in a text, the smaller areas first; null when none is.</summary>
    public static Area? NamedIn(string text)
    {
        var words = Words.Of(text);
        foreach (var (area, places) in Places)
            if (places.FirstIn(words) is not null)
                return area;
        return null;
    }
}
