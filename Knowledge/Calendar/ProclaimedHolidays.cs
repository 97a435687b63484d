using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Calendar;

/// <summary>A bank holiday that a proclamation put on another day of the same year.</summary>
/// <param name="Title">What the day is called.</param>
/// <param name="From">The day it would have been by rule.</param>
/// <param name="To">The day it was moved to.</param>
/// <param name="Reason">Why, for whoever keeps the list.</param>
public sealed record MovedHoliday(string Title, DateOnly From, DateOnly To, string Reason);

/// <summary>A bank holiday that a proclamation added.</summary>
/// <param name="Title">What the day is called.</param>
/// <param name="Date">The day.</param>
public sealed record AddedHoliday(string Title, DateOnly Date);

/// <summary>What has been proclaimed beside the bank holidays that come by rule.</summary>
/// <param name="About">What the list holds, for whoever keeps it.</param>
/// <param name="Source">Where the days come from.</param>
/// <param name="LastChecked">The day somebody last compared it with what the government publishes.</param>
/// <param name="Moved">Days put elsewhere in their year.</param>
/// <param name="Added">Days that came on top.</param>
public sealed record ProclaimedHolidays(
    string About, string Source, DateOnly LastChecked, ImmutableArray<MovedHoliday> Moved, ImmutableArray<AddedHoliday> Added)
{
    internal const string File = "Calendar/bank-holidays.json";

    /// <summary>The list that came with the program.</summary>
    public static ProclaimedHolidays Embedded() => EmbeddedData.Read(File, CalendarJsonContext.Default.ProclaimedHolidays);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ProclaimedHolidays))]
internal sealed partial class CalendarJsonContext : JsonSerializerContext;
