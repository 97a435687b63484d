using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ReportBot.Knowledge.Calendar;

/// <summary>
/// Reads safe times word by word. It gives up on any word it does not know, on a denial it cannot place, and on different hours for
/// different days: reading too little costs a phone call to ask, reading wrongly may put somebody in danger.
/// </summary>
internal sealed partial class SafeTimesReader
{
    private static readonly FrozenSet<string> Fillers = """
        only please just call calls calling ring phone text texts contact message me us on in the at a an is are am im i can could may talk speak chat
        safe safest time times day days and or for my of it its be would will you any hours hour during week if possible preferably prefer ideally
        oclock that this to from works reach
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly FrozenSet<string> Denials =
        new[] { "not", "never", "except", "excluding", "avoid", "unsafe", "isnt", "arent", "dont", "cant", "cannot", "wont", "no", "bad", "apart" }.ToFrozenSet();

    private static readonly FrozenSet<string> Welcomes =
        new[] { "fine", "ok", "okay", "good", "best", "better", "free", "available", "easier", "easiest" }.ToFrozenSet();

    private readonly HashSet<DayOfWeek> _included = [];
    private readonly HashSet<DayOfWeek> _excluded = [];
    private readonly SafeHours _hours = new();
    private readonly List<string> _tokens;
    private bool _denied;
    private bool _denialUsed;
    private bool _understood = true;
    private int _at;

    private SafeTimesReader(List<string> tokens) => _tokens = tokens;

    /// <summary>The times, or null when the words are not understood in full.</summary>
    public static SafeTimes? Read(string typed)
    {
        var text = typed.Trim().ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("\u2019", "", StringComparison.Ordinal)
            .Replace('\u2013', '-').Replace('\u2014', '-');
        return new SafeTimesReader([.. Token().Matches(text).Select(match => match.Value.Trim())]).Read();
    }

    private SafeTimes? Read()
    {
        for (; _at < _tokens.Count && _understood; _at++)
            _understood = Denial() || Days() || Hours() || IsFiller(_tokens[_at]);
        if (!_understood || (_denied && !_denialUsed))
            return null;
        var isDaysSaid = _included.Count + _excluded.Count > 0;
        return (isDaysSaid || _hours.IsSaid) && _hours.TryGet(isDaysSaid, out var from, out var until)
            ? new SafeTimes { Days = SafeDays(), From = from, Until = until }
            : null;
    }

    private IReadOnlySet<DayOfWeek> SafeDays()
    {
        var days = _included.Count == 0 ? [.. SafeTimes.EveryDay] : _included.ToHashSet();
        days.ExceptWith(_excluded);
        return days.Count == 7 ? SafeTimes.EveryDay : days;
    }

    // "Not Mondays, Thursdays are fine" and "any day but Friday": a denial reaches to the next sentence, "but" turns it round.
    private bool Denial()
    {
        var token = _tokens[_at];
        if (token is "." or ";")
            return _denied ? Turn(false) : true;
        if (token == "but")
            return But();
        if (Denials.Contains(token))
            return _denied && !_denialUsed ? true : Turn(true);
        // "Thursdays only", but "not Mondays, only Thursdays" begins anew.
        if (token == "only" && _denied && _denialUsed)
            return Turn(false);
        if (Welcomes.Contains(token))
            return !(_denied && _denialUsed);
        return false;
    }

    // After every day or any time it takes some away; after a denial it ends that. "Thursdays but mornings" could be either.
    private bool But()
    {
        if (Peek(1) is { } next && Denials.Contains(next))
            return true;
        var isAfterEverything = _included.Count == 7 || (_included.Count == 0 && _hours.IsAnyTime);
        return (_denied || isAfterEverything) && Turn(!_denied);
    }

    private bool Turn(bool denied)
    {
        if (_denied && !_denialUsed)
            return false;
        (_denied, _denialUsed) = (denied, false);
        return true;
    }

    private bool Days()
    {
        if (Weekdays(_tokens[_at]) is not { } days)
            return false;
        if (days.Length == 1 && Peek(1) is "to" or "-" or "till" or "until" or "through" && Peek(2) is { } end && Weekdays(end) is [var last])
        {
            days = Run(days[0], last);
            _at += 2;
        }

        (_denied ? _excluded : _included).UnionWith(days);
        _denialUsed = true;
        return true;
    }

    private bool Hours()
    {
        if (_hours.Read(_tokens, _at, _denied) is not (> 0 and var taken))
            return false;
        _at += taken - 1;
        _denialUsed = true;
        return true;
    }

    private static bool IsFiller(string token) => token is "," or "&" or "+" or "/" || Fillers.Contains(token);

    private string? Peek(int ahead) => _at + ahead < _tokens.Count ? _tokens[_at + ahead] : null;

    private static DayOfWeek[]? Weekdays(string token) => token switch
    {
        "monday" or "mondays" or "mon" or "mons" => [DayOfWeek.Monday],
        "tuesday" or "tuesdays" or "tue" or "tues" => [DayOfWeek.Tuesday],
        "wednesday" or "wednesdays" or "wed" or "weds" => [DayOfWeek.Wednesday],
        "thursday" or "thursdays" or "thu" or "thur" or "thurs" => [DayOfWeek.Thursday],
        "friday" or "fridays" or "fri" or "fris" => [DayOfWeek.Friday],
        "saturday" or "saturdays" or "sat" or "sats" => [DayOfWeek.Saturday],
        "sunday" or "sundays" or "sun" or "suns" => [DayOfWeek.Sunday],
        "weekday" or "weekdays" or "week days" => Run(DayOfWeek.Monday, DayOfWeek.Friday),
        "weekend" or "weekends" => [DayOfWeek.Saturday, DayOfWeek.Sunday],
        "any day" or "every day" or "everyday" or "all week" => Run(DayOfWeek.Monday, DayOfWeek.Sunday),
        _ => null,
    };

    private static DayOfWeek[] Run(DayOfWeek first, DayOfWeek last) =>
        [.. Enumerable.Range((int)first, (((int)last - (int)first + 7) % 7) + 1).Select(day => (DayOfWeek)(day % 7))];

    [GeneratedRegex(@"\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm|a\.m\.?|p\.m\.?)?(?![a-z0-9])|week days|(?:any|every) day\b|all week|any ?time|all day|(?:school|office|working) hours|lunch ?times?|[a-z]+|[^\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
