using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Bot.Staff;

/// <summary>How pressing a case's clock is.</summary>
public enum ClockLevel
{
    /// <summary>Nothing is due.</summary>
    Settled,

    /// <summary>There is time.</summary>
    InTime,

    /// <summary>Two working hours or less are left.</summary>
    Soon,

    /// <summary>The promise is missed.</summary>
    Late,
}

/// <summary>The contact promise of a case as staff see it: the same clock the resident was told.</summary>
/// <param name="Words">The clock in words, such as <c>Contact due 17:00 today, 3 h left</c>.</param>
/// <param name="Level">How pressing it is.</param>
public sealed record CaseClock(string Words, ClockLevel Level)
{
    private static readonly TimeSpan SoonLeft = TimeSpan.FromHours(2);

    /// <summary>The clock of a line of a queue, or of a case.</summary>
    public static CaseClock Of(ContactPromises promises, CaseState state, DateTimeOffset due, DateTimeOffset? contactedAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(promises);
        if (state is CaseState.Closed)
            return new CaseClock("Closed", ClockLevel.Settled);
        if (state is CaseState.FollowUp)
            return new CaseClock("Closed, speak with them again", ClockLevel.Soon);
        if (state is CaseState.Contacted or CaseState.WroteAgain or CaseState.AwaitsSecond && contactedAt is { } spoke)
            return new CaseClock($"Spoke {StaffTime.Of(spoke, now)}", ClockLevel.Settled);
        var clock = promises.Clock(new ContactPromise(due, WallClock.London.DateAt(due), WallClock.London.TimeAt(due)), now);
        return clock.IsOverdue
            ? new CaseClock($"Contact was due {When(due, now)}, {clock}", ClockLevel.Late)
            : new CaseClock($"Contact due {When(due, now)}, {clock}", clock.WorkingTime <= SoonLeft ? ClockLevel.Soon : ClockLevel.InTime);
    }

    // The day always stands there: hours that are left of working time are not hours on a clock.
    private static string When(DateTimeOffset due, DateTimeOffset now) =>
        StaffTime.LondonDay(due) == StaffTime.LondonDay(now) ? $"{StaffTime.Of(due, now)} today" : StaffTime.Of(due, now);
}
