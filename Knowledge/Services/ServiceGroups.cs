using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;
using ReportBot.Knowledge.Wording;

namespace ReportBot.Knowledge.Services;

/// <summary>
/// Which groups and needs an account speaks of, by its words. It puts services in order and nothing else: it is never recorded as what
/// the person thinks, and a wrong reading only shows a service too many.
/// </summary>
public sealed class ServiceGroups
{
    private const string File = "Services/groups.json";

    private readonly ImmutableArray<(string Id, ImmutableArray<Characteristic> Strands, Cues Words)> _groups;
    private readonly ImmutableArray<(string Id, Cues Words)> _offers;

    private ServiceGroups(GroupsFile file)
    {
        _groups = [.. file.Groups.Select(group => (Known(group.Id, ServiceGroup.All), Strands(group), Read(group.Id, group.Words)))];
        _offers = [.. file.Offers.Select(offer => (Known(offer.Id, ServiceOffer.All), Read(offer.Id, offer.Words)))];
    }

    /// <summary>The words that came with the program.</summary>
    public static ServiceGroups Embedded { get; } = new(EmbeddedData.Read(File, ServicesJsonContext.Default.GroupsFile));

    /// <summary>The groups an account speaks of, from <see cref="ServiceGroup"/>.</summary>
    public ImmutableArray<string> GroupsIn(string account)
    {
        var words = Words.Of(account);
        return [.. _groups.Where(group => group.Words.FirstIn(words) is not null).Select(group => group.Id)];
    }

    /// <summary>The needs an account speaks of, from <see cref="ServiceOffer"/>.</summary>
    public ImmutableArray<string> NeedsIn(string account)
    {
        var words = Words.Of(account);
        return [.. _offers.Where(offer => offer.Words.FirstIn(words) is not null).Select(offer => offer.Id)];
    }

    /// <summary>The strands a group belongs to, the likeliest first; empty for one that is not known.</summary>
    public ImmutableArray<Characteristic> StrandsOf(string group)
    {
        foreach (var known in _groups)
            if (known.Id == group)
                return known.Strands;
        return [];
    }

    private static string Known(string id, FrozenSet<string> all) =>
        all.Contains(id) ? id : throw new KnowledgeDataException(File, $"'{id}' is neither a group nor an offer.");

    private static ImmutableArray<Characteristic> Strands(GroupEntry group) =>
        [.. group.Strands.Select(label => CharacteristicLabels.TryParse(label, out var strand)
            ? strand
            : throw new KnowledgeDataException(File, $"'{group.Id}' belongs to '{label}', which is no strand."))];

    private static Cues Read(string id, ImmutableArray<string> words)
    {
        try
        {
            return new Cues(words);
        }
        catch (FormatException exception)
        {
            throw new KnowledgeDataException(File, $"'{id}': {exception.Message}", exception);
        }
    }
}
