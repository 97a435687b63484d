using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReportBot.Knowledge.Calendar;

/// <summary>One bank holiday.</summary>
/// <param name="Date">The day it is kept on: the substitute day where it would fall on a weekend.</param>
/// <param name="Title">What it is called.</param>
public sealed record BankHoliday(DateOnly Date, string Title);

/// <summary>
/// The bank holidays of England and Wales from 1978 on, computed by rule, with what was proclaimed beside the rules as data.
/// A holiday on a weekend is listed on its substitute day only, as the government's own list does.
/// </summary>
public sealed class BankHolidays
{
    /// <summary>The first year the rules hold for: the early May bank holiday began then.</summary>
    public const int FirstYear = 1978;

    private readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, string>> _years = new();
    private readonly FrozenDictionary<DateOnly, MovedHoliday> _moved;
    private readonly ILookup<int, AddedHoliday> _added;

    /// <summary>The holidays with what was proclaimed; throws <see cref="KnowledgeDataException"/> when a proclamation cannot be.</summary>
    public BankHolidays(ProclaimedHolidays proclaimed)
    {
        foreach (var moved in proclaimed.Moved)
            Check(moved);
        _moved = proclaimed.Moved.ToFrozenDictionary(moved => moved.From);
        _added = proclaimed.Added.ToLookup(added => added.Date.Year);
    }

    /// <summary>The holidays with the proclamations that came with the program.</summary>
    public static BankHolidays EnglandAndWales { get; } = new(ProclaimedHolidays.Embedded());

    /// <summary>True when that day is a bank holiday. Throws <see cref="ArgumentOutOfRangeException"/> before <see cref="FirstYear"/>.</summary>
    public bool Contains(DateOnly date) => Year(date.Year).ContainsKey(date);

    /// <summary>What the bank holiday on that day is called; null when there is none.</summary>
    public string? Title(DateOnly date) => Year(date.Year).GetValueOrDefault(date);

    /// <summary>The bank holidays of a year, first to last.</summary>
    public ImmutableArray<BankHoliday> In(int year) =>
        [.. Year(year).Select(day => new BankHoliday(day.Key, day.Value)).OrderBy(day => day.Date)];

    private FrozenDictionary<DateOnly, string> Year(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        return _years.GetOrAdd(year, Build);
    }

    private FrozenDictionary<DateOnly, string> Build(int year)
    {
        var days = new Dictionary<DateOnly, string>();
        foreach (var day in ByRule(year))
            days.Add(_moved.TryGetValue(day.Date, out var moved) ? moved.To : day.Date, day.Title);
        foreach (var added in _added[year])
            if (!days.TryAdd(added.Date, added.Title))
                throw new KnowledgeDataException(ProclaimedHolidays.File, $"{added.Date:yyyy-MM-dd} is a bank holiday already.");
        return days.ToFrozenDictionary();
    }

    private static void Check(MovedHoliday moved)
    {
        if (!ByRule(moved.From.Year).Contains(new BankHoliday(moved.From, moved.Title)))
            throw new KnowledgeDataException(ProclaimedHolidays.File, $"{moved.Title} does not fall on {moved.From:yyyy-MM-dd}, so it cannot be moved from there.");
        if (moved.To.Year != moved.From.Year)
            throw new KnowledgeDataException(ProclaimedHolidays.File, $"{moved.Title} of {moved.From.Year} is moved out of its year.");
    }

    // Banking and Financial Dealings Act 1971, schedule 1, with New Year's Day and the early May day by proclamation.
    private static IEnumerable<BankHoliday> ByRule(int year)
    {
        var easter = Easter.Sunday(year);
        yield return new(FirstWorkingDayFrom(new DateOnly(year, 1, 1)), "New Year's Day");
        yield return new(easter.AddDays(-2), "Good Friday");
        yield return new(easter.AddDays(1), "Easter Monday");
        yield return new(FirstMonday(year, 5), "Early May bank holiday");
        yield return new(LastMonday(year, 5), "Spring bank holiday");
        yield return new(LastMonday(year, 8), "Summer bank holiday");
        var christmas = new DateOnly(year, 12, 25);
        // Boxing Day on the Monday stays; the Christmas Day it displaces moves behind it.
        yield return new(christmas.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? new DateOnly(year, 12, 27) : christmas, "Christmas Day");
        yield return new(christmas.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday ? new DateOnly(year, 12, 28) : christmas.AddDays(1), "Boxing Day");
    }

    private static DateOnly FirstWorkingDayFrom(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.AddDays(2),
        DayOfWeek.Sunday => date.AddDays(1),
        _ => date,
    };

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((DayOfWeek.Monday - first.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-((last.DayOfWeek - DayOfWeek.Monday + 7) % 7));
    }
}
