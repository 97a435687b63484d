using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Calendar;

/// <summary>What set the day of a contact promise.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromiseBasis>))]
public enum PromiseBasis
{
    /// <summary>The first working day after the report (policy 6.2).</summary>
    NextWorkingDay,

    /// <summary>The first working day at which the person said it is safe to be reached.</summary>
    SafeTime,

    /// <summary>
    /// No working hour is safe for the person. The answer waits behind their return code by the end of the next working day,
    /// and nobody calls, writes or visits.
    /// </summary>
    NoSafeTime,

    /// <summary>
    /// The person stays anonymous, or gave no way to reach them. The answer waits behind their return code, which is safe at any time, by the
    /// end of the next working day.
    /// </summary>
    Anonymous,
}

/// <summary>The contact-by promise of policy 6.2: the end of the first working day after the day of the report, in Europe/London.</summary>
/// <param name="Due">The moment it falls due, UTC.</param>
/// <param name="Day">The London date it falls on.</param>
/// <param name="Time">The London time of day it falls due, 17:00 unless set otherwise.</param>
/// <param name="Basis">What set the day.</param>
public sealed record ContactPromise(DateTimeOffset Due, DateOnly Day, TimeOnly Time, PromiseBasis Basis = PromiseBasis.NextWorkingDay);
