using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Services;

// The shapes of the data files, as they are written there. What is read from them is checked before it becomes a Service.
internal sealed record ServicesFile(
    string About, string Source, string Version, ImmutableDictionary<string, string> Headings, ImmutableArray<ServiceEntry> Services);

internal sealed record ServiceEntry(
    string Id, string Name, string Partner, string Heading, string Serves, string Site,
    string? FullName = null, string? Phone = null, string? PhoneNote = null, HoursEntry? Hours = null,
    ImmutableArray<string> Strands = default, ImmutableArray<string> Groups = default, ImmutableArray<string> Offers = default,
    ImmutableArray<Area> ServesOnly = default, ImmutableArray<Area> Offices = default, DateOnly? LastChecked = null);

internal sealed record HoursEntry(bool Always = false, ImmutableArray<WindowEntry> Weekly = default, BankHolidayHours BankHolidays = BankHolidayHours.Unknown);

internal sealed record WindowEntry(ImmutableArray<DayOfWeek> Days, string Opens, string Closes);

internal sealed record GroupsFile(string About, ImmutableArray<GroupEntry> Groups, ImmutableArray<OfferEntry> Offers);

internal sealed record GroupEntry(string Id, ImmutableArray<string> Strands, ImmutableArray<string> Words);

internal sealed record OfferEntry(string Id, ImmutableArray<string> Words);

internal sealed record AreasFile(string About, ImmutableArray<AreaEntry> Areas);

internal sealed record AreaEntry(Area Area, ImmutableArray<string> Districts, ImmutableArray<string> Places);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(AreaConverter), typeof(DayOfWeekConverter), typeof(BankHolidayHoursConverter)])]
[JsonSerializable(typeof(ServicesFile))]
[JsonSerializable(typeof(GroupsFile))]
[JsonSerializable(typeof(AreasFile))]
[JsonSerializable(typeof(UrgentHelpFile))]
internal sealed partial class ServicesJsonContext : JsonSerializerContext;

internal sealed class AreaConverter() : JsonStringEnumConverter<Area>(System.Text.Json.JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

internal sealed class DayOfWeekConverter() : JsonStringEnumConverter<DayOfWeek>(namingPolicy: null, allowIntegerValues: false);

internal sealed class BankHolidayHoursConverter() : JsonStringEnumConverter<BankHolidayHours>(System.Text.Json.JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
