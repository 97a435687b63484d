namespace ReportBot.Knowledge.Calendar;

/// <summary>The contact-by promise of policy 6.2: the end of the first working day after the day of the report, in Europe/London.</summary>
/// <param name="Due">The moment it falls due, UTC.</param>
/// <param name="Day">The London date it falls on.</param>
/// <param name="Time">The London time of day it falls due, 17:00 unless set otherwise.</param>
public sealed record ContactPromise(DateTimeOffset Due, DateOnly Day, TimeOnly Time);
