namespace ReportBot.Knowledge.Calendar;

/// <summary>Monday to Friday but for bank holidays.</summary>
public sealed class WorkingDays(BankHolidays bankHolidays)
{
    /// <summary>Working days in England and Wales.</summary>
    public static WorkingDays EnglandAndWales { get; } = new(BankHolidays.EnglandAndWales);

    /// <summary>True from Monday to Friday unless it is a bank holiday.</summary>
    public bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !bankHolidays.Contains(date);

    /// <summary>The first working day after that date, never the date itself.</summary>
    public DateOnly NextAfter(DateOnly date)
    {
        do
            date = date.AddDays(1);
        while (!IsWorkingDay(date));
        return date;
    }

    /// <summary>The first working day after that date that is one of those days of the week; null when none of them ever is.</summary>
    public DateOnly? NextAfter(DateOnly date, IReadOnlySet<DayOfWeek> days)
    {
        if (!days.Any(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
            return null;
        do
            date = NextAfter(date);
        while (!days.Contains(date.DayOfWeek));
        return date;
    }
}
