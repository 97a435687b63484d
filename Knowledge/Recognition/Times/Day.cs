namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>The part of a day that was said.</summary>
internal enum DayPart
{
    None,
    Morning,
    Afternoon,
    Evening,
    Night,
    EarlyHours,
}

/// <summary>How closely a day was named; a closer one is preferred.</summary>
internal enum Closeness
{
    Year,
    Season,
    Month,
    Week,
    Day,
}

/// <summary>A day or stretch of days read from words.</summary>
/// <param name="First">The first word.</param>
/// <param name="End">The word after the last.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Closeness">How closely it was named.</param>
/// <param name="Approximate">The words only came near it.</param>
/// <param name="Part">The part of the day, if one was said with it.</param>
internal readonly record struct Day(int First, int End, DateOnly From, DateOnly To, Closeness Closeness, bool Approximate, DayPart Part);

/// <summary>A time of day read from words.</summary>
/// <param name="First">The first word.</param>
/// <param name="End">The word after the last.</param>
/// <param name="Time">The time, in the morning half when <paramref name="HalfUnknown"/>.</param>
/// <param name="HalfUnknown">Neither morning nor evening was said.</param>
/// <param name="Approximate">The words only came near it.</param>
internal readonly record struct Clock(int First, int End, TimeOnly Time, bool HalfUnknown, bool Approximate);
