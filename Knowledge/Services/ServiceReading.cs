using System.Collections.Immutable;
using System.Globalization;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Services;

/// <summary>Turns the data file into services and says clearly what is wrong with it.</summary>
internal static class ServiceReading
{
    public const string File = "Services/services.json";

    /// <summary>The services of the file, in its order; throws <see cref="KnowledgeDataException"/> at the first mistake.</summary>
    public static ImmutableArray<Service> Services(ServicesFile file)
    {
        var services = file.Services.Select(entry => Service(file, entry)).ToImmutableArray();
        if (services.GroupBy(service => service.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw Problem(twice.Key, "has this id twice");
        return services;
    }

    private static Service Service(ServicesFile file, ServiceEntry entry)
    {
        var link = Check(entry);
        return new Service
        {
            Id = entry.Id,
            Name = entry.Name,
            FullName = entry.FullName ?? entry.Name,
            Partner = entry.Partner,
            Heading = file.Headings.GetValueOrDefault(entry.Heading) ?? throw Problem(entry.Id, $"stands under '{entry.Heading}', which is no heading"),
            Serves = entry.Serves,
            Phone = entry.Phone,
            PhoneLink = link,
            PhoneNote = entry.PhoneNote,
            Hours = Hours(entry),
            Site = entry.Site,
            Strands = [.. OrEmpty(entry.Strands).Select(label => Strand(entry.Id, label))],
            Groups = OrEmpty(entry.Groups),
            Offers = OrEmpty(entry.Offers),
            ServesOnly = OrEmpty(entry.ServesOnly),
            Offices = OrEmpty(entry.Offices),
            Source = $"{file.Source}, {file.Headings[entry.Heading]}",
            LastChecked = entry.LastChecked,
        };
    }

    private static string? Check(ServiceEntry entry)
    {
        if (string.IsNullOrWhiteSpace(entry.Id) || string.IsNullOrWhiteSpace(entry.Name) || string.IsNullOrWhiteSpace(entry.Serves))
            throw Problem(entry.Id, "lacks its id, its name or what it is for");
        if (!PartnerLabel.All.Contains(entry.Partner))
            throw Problem(entry.Id, $"has the label '{entry.Partner}', which Appendix A does not know");
        if (!Uri.TryCreate($"https://{entry.Site}", UriKind.Absolute, out var site) || !site.Host.Contains('.', StringComparison.Ordinal))
            throw Problem(entry.Id, $"has the site '{entry.Site}', which is no address");
        if (OrEmpty(entry.Groups).FirstOrDefault(group => !ServiceGroup.All.Contains(group)) is { } group)
            throw Problem(entry.Id, $"is for the group '{group}', which is none");
        if (OrEmpty(entry.Offers).FirstOrDefault(offer => !ServiceOffer.All.Contains(offer)) is { } offer)
            throw Problem(entry.Id, $"offers '{offer}', which is not known");
        if (entry.Phone is null)
            return null;
        return PhoneNumber.TryParse(entry.Phone, out var phone) ? phone.Link : throw Problem(entry.Id, $"has the number '{entry.Phone}', which is none of the UK");
    }

    private static OpeningHours Hours(ServiceEntry entry) => entry.Hours switch
    {
        null => OpeningHours.Unknown,
        { Always: true, Weekly.IsDefaultOrEmpty: true } => OpeningHours.Always,
        { Always: false, Weekly.IsDefaultOrEmpty: false } hours => OpeningHours.Weekly(
            [.. hours.Weekly.SelectMany(window => Windows(entry.Id, window))], hours.BankHolidays),
        _ => throw Problem(entry.Id, "must be open either always or in weekly hours"),
    };

    private static IEnumerable<OpeningWindow> Windows(string id, WindowEntry entry)
    {
        var (opens, closes) = (Time(id, entry.Opens), Time(id, entry.Closes));
        return entry.Days.Select(day => new OpeningWindow(day, opens, closes));
    }

    private static TimeOnly Time(string id, string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw Problem(id, $"has the time '{text}'; it should look like 09:30");

    private static Characteristic Strand(string id, string label) =>
        CharacteristicLabels.TryParse(label, out var strand) && strand != Characteristic.SomethingElse
            ? strand
            : throw Problem(id, $"is for the strand '{label}', which is none");

    // A list left out of the file is an empty one.
    private static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;

    private static KnowledgeDataException Problem(string id, string problem) => new(File, $"The service '{id}' {problem}.");
}
