using System.Collections.Immutable;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Services;

/// <summary>Puts weekly opening hours into words.</summary>
internal static class OpeningWords
{
    /// <summary>Days with the same hours together, Monday first: <c>Monday to Friday, 10am to 3pm; Saturday, 10am to noon</c>.</summary>
    public static string Of(ImmutableArray<OpeningWindow> windows) => string.Join("; ", windows
        .GroupBy(window => MondayFirst(window.Day))
        .OrderBy(day => day.Key)
        .Select(day => (Day: day.Key, Hours: string.Join(" and ", day.OrderBy(window => window.Opens).Select(Hours))))
        .GroupBy(day => day.Hours)
        .Select(same => $"{Days([.. same.Select(day => day.Day)])}, {same.Key}"));

    private static string Hours(OpeningWindow window) => $"{Spoken.Time(window.Opens)} to {Spoken.Time(window.Closes)}";

    private static string Days(ImmutableArray<int> days)
    {
        var isRun = days.Length > 2 && days[^1] - days[0] == days.Length - 1;
        var names = days.Select(day => Spoken.Weekday((DayOfWeek)((day + 1) % 7))).ToList();
        return isRun ? $"{names[0]} to {names[^1]}"
            : names.Count == 1 ? names[0]
            : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
    }

    private static int MondayFirst(DayOfWeek day) => ((int)day + 6) % 7;
}
