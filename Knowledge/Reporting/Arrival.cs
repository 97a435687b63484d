using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Reporting;

/// <summary>How a report reached staff that the person did not tell the assistant. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ArrivalWay>))]
public enum ArrivalWay
{
    /// <summary>Told on the phone.</summary>
    Phone,

    /// <summary>Told face to face: at a visit, at a desk, in the street.</summary>
    Visit,

    /// <summary>Written in an e-mail.</summary>
    Email,

    /// <summary>Written in a letter.</summary>
    Letter,

    /// <summary>Passed on by a contractor.</summary>
    Contractor,

    /// <summary>Passed on by a partner agency.</summary>
    Partner,
}

/// <summary>How, when and by whom a report reached staff, who then entered it.</summary>
/// <param name="Way">How.</param>
/// <param name="At">When, UTC: the promise runs from here, however much later it was entered.</param>
/// <param name="ToldBy">Who told it, as staff wrote it down; null when it was the person it is about.</param>
public sealed record Arrival(ArrivalWay Way, DateTimeOffset At, string? ToldBy);
