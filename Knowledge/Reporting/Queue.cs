using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Reporting;

/// <summary>The staff queues a report can go to, most pressing first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Queue>))]
public enum Queue
{
    /// <summary>Someone may be in danger, or the risk is high.</summary>
    Urgent,

    /// <summary>A child, or an adult with care and support needs, may not be safe.</summary>
    Safeguarding,

    /// <summary>The person complained of is staff or a contractor: kept from the usual team.</summary>
    StaffConduct,

    /// <summary>Every other report.</summary>
    CommunitySafety,
}

/// <summary>How much is at stake, in words staff use.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RiskBand>))]
public enum RiskBand
{
    /// <summary>Contact before anything else.</summary>
    High,

    /// <summary>Contact early on the day.</summary>
    Medium,

    /// <summary>Contact within the promise.</summary>
    Standard,
}
