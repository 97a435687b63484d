using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Services;

/// <summary>Finds and orders the services that fit a person.</summary>
internal sealed class ServiceMatching(ImmutableArray<Service> services, ServiceGroups groups)
{
    /// <summary>Services for groups first, then strand by strand in turn, then the general ones; none twice.</summary>
    public ImmutableArray<Service> Match(ServiceNeeds needs)
    {
        var nearby = services.Where(service => service.Covers(needs.Area)).ToList();
        var byGroup = needs.Groups.Where(ServiceGroup.All.Contains).Distinct().Select(group => ForGroup(nearby, group));
        var byStrand = needs.Perceived.Distinct().Order().Select(strand => ForStrand(nearby, strand, needs));
        IEnumerable<Service> general = Ordered(nearby.Where(service => service.IsGeneral), needs).OrderByDescending(service => Fit(service, needs));
        return [.. InTurn([.. byGroup]).Concat(InTurn([.. byStrand])).Concat(general).Distinct()];
    }

    // A group without a service of its own is helped by those for its whole strand.
    private List<Service> ForGroup(List<Service> nearby, string group)
    {
        var own = nearby.Where(service => service.Groups.Contains(group)).ToList();
        var strands = groups.StrandsOf(group);
        return own.Count > 0 ? own : [.. nearby.Where(service => service.Groups.IsEmpty && service.Strands.Any(strands.Contains))];
    }

    // Services for one group of the strand are worth showing only while nothing says which group it is.
    private List<Service> ForStrand(List<Service> nearby, Characteristic strand, ServiceNeeds needs)
    {
        var isGroupKnown = needs.Groups.Any(group => groups.StrandsOf(group).Contains(strand));
        var forStrand = nearby.Where(service => service.Strands.Contains(strand)).ToList();
        var whole = Ordered(forStrand.Where(service => service.Groups.IsEmpty), needs);
        var narrow = isGroupKnown ? [] : forStrand.Where(service => !service.Groups.IsEmpty);
        return [.. whole, .. narrow];
    }

    // OrderBy keeps the order of Appendix A among equals.
    private static IOrderedEnumerable<Service> Ordered(IEnumerable<Service> candidates, ServiceNeeds needs) =>
        candidates.OrderByDescending(service => service.Offers.Count(needs.Wanted.Contains));

    private static int Fit(Service service, ServiceNeeds needs) =>
        (2 * service.Offers.Count(needs.Wanted.Contains)) + (service.IsLocalTo(needs.Area) ? 1 : 0);

    private static IEnumerable<Service> InTurn(ImmutableArray<List<Service>> lists)
    {
        for (var place = 0; place < lists.Select(list => list.Count).DefaultIfEmpty(0).Max(); place++)
            foreach (var list in lists)
                if (place < list.Count)
                    yield return list[place];
    }
}
