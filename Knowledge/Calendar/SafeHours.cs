using System.Globalization;

namespace ReportBot.Knowledge.Calendar;

/// <summary>The hours of the day within safe times, as far as they have been read.</summary>
internal sealed class SafeHours
{
    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly TimeOnly Evening = new(18, 0);

    private readonly List<(TimeOnly From, TimeOnly Until)> _windows = [];
    private TimeOnly _from = TimeOnly.MinValue;
    private TimeOnly _until = TimeOnly.MaxValue;
    private bool _isUnreadable;
    private bool _isDenied;

    /// <summary>True once any hours were said.</summary>
    public bool IsSaid => _windows.Count > 0 || _isDenied || _isUnreadable;

    /// <summary>True when any time was said to be safe.</summary>
    public bool IsAnyTime => _windows.Contains((TimeOnly.MinValue, TimeOnly.MaxValue));

    /// <summary>Reads hours at a place; how many tokens they took, 0 when there are none.</summary>
    public int Read(List<string> tokens, int at, bool denied)
    {
        if (Window(tokens, at, out var taken) is not { } window)
            return 0;
        if (denied)
            Deny(window);
        else
            _windows.Add(window);
        return taken;
    }

    /// <summary>The one stretch of hours that is safe; false when what was said is not one stretch that holds for all the days.</summary>
    public bool TryGet(bool isDaysSaid, out TimeOnly? from, out TimeOnly? until)
    {
        (from, until) = (null, null);
        if (_isUnreadable)
            return false;
        var joined = Joined();
        // Several stretches: with days said it is not known which belongs to which; without, the first alone is safe.
        if (joined.Count > 1 && isDaysSaid || _windows.Distinct().Count() > 1 && isDaysSaid)
            return false;
        var (begins, ends) = joined.Count == 0 ? (TimeOnly.MinValue, TimeOnly.MaxValue) : joined[0];
        (begins, ends) = (begins > _from ? begins : _from, ends < _until ? ends : _until);
        if (begins >= ends)
            return false;
        (from, until) = (begins == TimeOnly.MinValue ? null : begins, ends == TimeOnly.MaxValue ? null : ends);
        return true;
    }

    private void Deny((TimeOnly From, TimeOnly Until) window)
    {
        _isDenied = true;
        if (window.Until == TimeOnly.MaxValue)
            _until = window.From < _until ? window.From : _until;
        else if (window.From == TimeOnly.MinValue)
            _from = window.Until > _from ? window.Until : _from;
        else
            _isUnreadable = true;
    }

    private List<(TimeOnly From, TimeOnly Until)> Joined()
    {
        var joined = new List<(TimeOnly From, TimeOnly Until)>();
        foreach (var window in _windows.Order())
            if (joined.Count > 0 && window.From <= joined[^1].Until)
                joined[^1] = (joined[^1].From, window.Until > joined[^1].Until ? window.Until : joined[^1].Until);
            else
                joined.Add(window);
        return joined;
    }

    private static (TimeOnly, TimeOnly)? Window(List<string> tokens, int at, out int taken)
    {
        taken = 1;
        if (Named(tokens[at]) is { } named)
            return named;
        taken = 2;
        if (tokens[at] is "after" or "past" && Time(tokens, at + 1) is { } after)
            return (after, TimeOnly.MaxValue);
        if (tokens[at] is "before" or "until" or "till" or "by" && Time(tokens, at + 1) is { } before)
            return (TimeOnly.MinValue, before);
        var first = tokens[at] is "from" or "between" or "around" or "about" or "at" ? at + 1 : at;
        taken = first - at + 3;
        if (Peek(tokens, first + 1) is "to" or "-" or "and" or "till" or "until" && Time(tokens, first) is { } start && Time(tokens, first + 2) is not null)
            return Range(tokens, first) ?? (start, start);
        taken = first - at + 1;
        return Time(tokens, first) is { } bare
            ? tokens[at] is "from" ? (bare, TimeOnly.MaxValue) : (bare, bare.AddHours(1) > bare ? bare.AddHours(1) : TimeOnly.MaxValue)
            : null;
    }

    private static (TimeOnly, TimeOnly)? Named(string token) => token switch
    {
        "morning" or "mornings" => (TimeOnly.MinValue, Noon),
        "afternoon" or "afternoons" => (Noon, Evening),
        "evening" or "evenings" => (Evening, TimeOnly.MaxValue),
        "night" or "nights" => (new TimeOnly(20, 0), TimeOnly.MaxValue),
        "lunchtime" or "lunchtimes" or "lunch time" or "lunch times" => (Noon, new TimeOnly(14, 0)),
        "school hours" => (new TimeOnly(9, 0), new TimeOnly(15, 0)),
        "daytime" or "office hours" or "working hours" => (new TimeOnly(9, 0), new TimeOnly(17, 0)),
        "anytime" or "any time" or "all day" or "always" or "whenever" => (TimeOnly.MinValue, TimeOnly.MaxValue),
        _ => null,
    };

    // Null for a stretch that has no length; then no hour is safe. "10 to 2" runs from the morning into the afternoon; "2 to 4pm" lends its pm to the 2.
    private static (TimeOnly, TimeOnly)? Range(List<string> tokens, int first)
    {
        if (Time(tokens, first) is not { } from || Time(tokens, first + 2) is not { } until)
            return null;
        if (!HasHalf(tokens[first]) && HasHalf(tokens[first + 2]) && from.Hour % 12 < until.Hour % 12)
            from = new TimeOnly((from.Hour % 12) + (until.Hour >= 12 ? 12 : 0), from.Minute);
        if (!HasHalf(tokens[first + 2]) && until <= from && until.Hour < 12)
            until = until.AddHours(12);
        return from < until ? (from, until) : null;
    }

    // Without am or pm, one to seven are in the afternoon: nobody is called before eight.
    private static TimeOnly? Time(List<string> tokens, int at)
    {
        if (Peek(tokens, at) is not { } token)
            return null;
        if (token is "noon" or "midday")
            return Noon;
        var digits = token.TrimEnd('a', 'p', 'm', '.', ' ').Replace('.', ':');
        var parts = digits.Split(':');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || hour > 23)
            return null;
        var minute = 0;
        if (parts.Length == 2 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minute) || minute > 59))
            return null;
        var isAfternoon = token.Contains('p', StringComparison.Ordinal);
        if (HasHalf(token) && hour is 0 or > 12)
            return hour > 12 && isAfternoon ? new TimeOnly(hour, minute) : null;
        hour = HasHalf(token) ? (hour % 12) + (isAfternoon ? 12 : 0) : hour is >= 1 and <= 7 && parts[0].Length == 1 ? hour + 12 : hour;
        return new TimeOnly(hour, minute);
    }

    private static bool HasHalf(string token) => token.EndsWith('m') || token.EndsWith("m.", StringComparison.Ordinal);

    private static string? Peek(List<string> tokens, int at) => at < tokens.Count ? tokens[at] : null;
}
