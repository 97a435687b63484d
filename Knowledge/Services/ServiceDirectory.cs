using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReportBot.Knowledge.Services;

/// <summary>The support services of Appendix A: all of them, one by its id, and those that fit a person.</summary>
public sealed class ServiceDirectory
{
    private readonly FrozenDictionary<string, Service> _byId;
    private readonly ServiceMatching _matching;

    private ServiceDirectory(string version, ImmutableArray<Service> services, ServiceGroups groups)
    {
        (Version, All, Groups) = (version, services, groups);
        _byId = services.ToFrozenDictionary(service => service.Id);
        _matching = new ServiceMatching(services, groups);
    }

    /// <summary>The directory that came with the program.</summary>
    public static ServiceDirectory Embedded { get; } = Build(
        EmbeddedData.Read(ServiceReading.File, ServicesJsonContext.Default.ServicesFile));

    /// <summary>The version of the list, kept beside what a person was shown.</summary>
    public string Version { get; }

    /// <summary>Every service, in the order of Appendix A.</summary>
    public ImmutableArray<Service> All { get; }

    /// <summary>Reads from an account which groups and needs it speaks of.</summary>
    public ServiceGroups Groups { get; }

    /// <summary>A directory from another copy of the file, as staff corrected it; throws <see cref="KnowledgeDataException"/> when it cannot be.</summary>
    public static ServiceDirectory Read(Stream json) =>
        Build(EmbeddedData.Read(ServiceReading.File, json, ServicesJsonContext.Default.ServicesFile));

    /// <summary>The service with that id; null when there is none.</summary>
    public Service? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>
    /// The services that fit, best first: those for the groups the account speaks of, then those for what the person chose, one strand
    /// after the other in turn, then those for everybody. Services that do not work where the person lives are left out.
    /// </summary>
    public ImmutableArray<Service> Match(ServiceNeeds needs) => _matching.Match(needs);

    private static ServiceDirectory Build(ServicesFile file) =>
        new(file.Version, ServiceReading.Services(file), ServiceGroups.Embedded);
}
