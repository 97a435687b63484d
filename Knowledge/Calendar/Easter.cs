namespace ReportBot.Knowledge.Calendar;

/// <summary>Easter Sunday of the western churches, by the Gregorian reckoning.</summary>
public static class Easter
{
    /// <summary>Easter Sunday of a year from 1583 on (Gauss's reckoning in Oudin's integer form).</summary>
    public static DateOnly Sunday(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1583);
        var golden = year % 19;
        var century = year / 100;
        var skippedLeapDays = century - (century / 4) - (((8 * century) + 13) / 25);
        var epact = ((19 * golden) + skippedLeapDays + 15) % 30;
        var fullMoon = epact - (epact / 28 * (1 - (29 / (epact + 1) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + fullMoon + 2 - century + (century / 4)) % 7;
        return new DateOnly(year, 3, 28).AddDays(fullMoon - weekday);
    }
}
