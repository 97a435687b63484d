using System.ComponentModel.DataAnnotations;

namespace ReportBot.Knowledge.Calendar;

/// <summary>How the promise of contact within one working day (policy 6.2) is read.</summary>
public sealed record ContactPromiseOptions
{
    /// <summary>The time of day a promise falls due, which is also the end of the working day; 17:00 unless set.</summary>
    public TimeOnly TimeOfDay { get; init; } = new(17, 0);

    /// <summary>When the working day begins, for the working time left; 09:00 unless set, and before <see cref="TimeOfDay"/>.</summary>
    public TimeOnly DayBegins { get; init; } = new(9, 0);

    /// <summary>The time zone it is told in, by its IANA name; Europe/London unless set.</summary>
    [Required]
    public string Zone { get; init; } = "Europe/London";
}
