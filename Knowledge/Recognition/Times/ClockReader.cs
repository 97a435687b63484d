using System.Globalization;

namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>Reads times of day: 18:45, 6.30pm, half past nine, twenty to five, about 6, midnight.</summary>
internal readonly ref struct ClockReader(TimeWords words)
{
    private static readonly string[] LeadIns = ["at", "about", "around", "round", "roughly", "approx", "approximately", "circa", "nearly", "gone", "before", "after", "by", "past", "till", "until", "til", "from"];

    // What may follow a bare hour; a noun there means a number of something.
    private static readonly string[] Followers =
    [
        "in", "on", "this", "last", "yesterday", "every", "when", "and", "he", "she", "they", "i", "we", "someone", "somebody", "my", "it", "but", "til", "till", "until", "so",
        "sharp", "ish", "tonight", "today", "or", "to", "which", "while", "as", "each", "most", "the", "that", "am", "pm",
    ];

    /// <summary>The time that begins at a word, or null.</summary>
    public Clock? At(int i)
    {
        var start = i;
        var approximate = false;
        var ledIn = false;
        while (words.IsAny(i, LeadIns))
        {
            approximate |= words[i] is not ("at" or "from" or "till" or "until" or "til" or "by");
            ledIn = true;
            i++;
        }

        return (Named(i) ?? Spoken(i) ?? Digital(i, ledIn)) is { } clock ? clock with { First = start, Approximate = clock.Approximate || approximate } : null;
    }

    private Clock? Named(int i) => words[i] switch
    {
        "noon" or "midday" => new Clock(i, i + 1, new TimeOnly(12, 0), false, false),
        "midnight" => new Clock(i, i + 1, new TimeOnly(0, 0), false, false),
        "lunchtime" => new Clock(i, i + 1, new TimeOnly(13, 0), false, true),
        "teatime" => new Clock(i, i + 1, new TimeOnly(17, 0), false, true),
        "bedtime" => new Clock(i, i + 1, new TimeOnly(22, 0), false, true),
        _ => null,
    };

    private Clock? Spoken(int i)
    {
        if (words.Is(i, "half"))
        {
            var hourAt = words.Is(i + 1, "past") ? i + 2 : i + 1;
            return Hour(hourAt) is { } half ? Half(i, hourAt + 1, half, 30) : null;
        }

        var at = words.Is(i, "a") && words.Is(i + 1, "quarter") ? i + 1 : i;
        var minutes = words.Is(at, "quarter") ? 15 : words.Number(at);
        if (words.Is(at, "twenty") && words.Is(at + 1, "five"))
            (minutes, at) = (25, at + 1);
        var link = words[at + 1] is "minutes" or "mins" ? at + 2 : at + 1;
        if (minutes is < 1 or > 29 || words[link] is not ("past" or "to") || Hour(link + 1) is not { } hour || words.EndsPhrase(link))
            return null;
        return words.Is(link, "past") ? Half(i, link + 2, hour, minutes) : Half(i, link + 2, (hour + 11) % 12, 60 - minutes);
    }

    // A spoken time, with am or pm after it when they are there.
    private Clock Half(int first, int end, int hour, int minutes)
    {
        var (halfEnd, afternoon) = Meridiem(end);
        var time = new TimeOnly(afternoon is true ? (hour % 12) + 12 : hour % 12 == 0 && afternoon is null ? 12 : hour % 12, minutes);
        return new Clock(first, halfEnd, time, afternoon is null, false);
    }

    private int? Hour(int i) => words.Number(i) is >= 1 and <= 12 and var hour ? hour : null;

    private Clock? Digital(int i, bool ledIn)
    {
        var letters = words[i];
        var digits = 0;
        while (digits < letters.Length && char.IsAsciiDigit(letters[digits]))
            digits++;
        if (digits == 0)
            return words.Number(i) is >= 1 and <= 12 and var spelt ? WithOclock(i, spelt, ledIn) : null;
        var number = digits > 4 ? -1 : int.Parse(letters[..digits], CultureInfo.InvariantCulture);
        if (digits <= 2 && digits == letters.Length && words.Joint(i) is '.' or ':' && Minutes(i + 1) is { } minutes)
            return WithMinutes(i, i + 2, number, minutes, words[i + 1][2..], ledIn || words.Joint(i) == ':');
        if (digits is 3 or 4)
            return (letters[digits..] is "hrs" or "hours" or "h" or "am" or "pm" || (digits == letters.Length && (words[i + 1] is "hrs" or "hours" || (ledIn && letters[0] is '0' or '1' or '2' && number % 100 < 60 && number < 1900))))
                ? WithMinutes(i, words[i + 1] is "hrs" or "hours" ? i + 2 : i + 1, number / 100, number % 100, letters[digits..], true) : null;
        return letters[digits..] switch
        {
            "am" or "pm" or "a" or "p" => WithMinutes(i, i + 1, number, 0, letters[digits..], true),
            "ish" => WithMinutes(i, i + 1, number, 0, "", true) is { } about ? about with { Approximate = true } : null,
            "" => WithOclock(i, number, ledIn),
            _ => null,
        };
    }

    private int? Minutes(int i) =>
        words[i] is { Length: >= 2 } letters && char.IsAsciiDigit(letters[0]) && char.IsAsciiDigit(letters[1]) && (letters.Length == 2 || letters[2..] is "am" or "pm" or "ish")
            && int.Parse(letters[..2], CultureInfo.InvariantCulture) is < 60 and var minutes ? minutes : null;

    private Clock? WithMinutes(int first, int end, int hour, int minutes, ReadOnlySpan<char> suffix, bool sure)
    {
        bool? afternoon = suffix is "am" or "a" ? false : suffix is "pm" or "p" ? true : null;
        if (afternoon is null)
            (end, afternoon) = Meridiem(end);
        if (hour > 23 || (afternoon is null && !sure && hour > 12) || minutes > 59)
            return null;
        if (afternoon is not null && hour is >= 1 and <= 12)
            hour = (hour % 12) + (afternoon.Value ? 12 : 0);
        var leadingZero = words[first] is ['0', _, ..];
        return new Clock(first, end, new TimeOnly(hour, minutes), afternoon is null && hour is >= 1 and <= 12 && !leadingZero, suffix is "ish");
    }

    private Clock? WithOclock(int i, int hour, bool ledIn)
    {
        if (hour is < 1 or > 12)
            return null;
        if (words[i + 1] is "oclock" or "ish" || words.Are(i + 1, "o", "clock"))
        {
            var end = words.Is(i + 1, "o") ? i + 3 : i + 2;
            return Half(i, end, hour, 0) with { Approximate = words.Is(i + 1, "ish") };
        }

        var (meridiemEnd, afternoon) = Meridiem(i + 1);
        if (afternoon is not null)
            return Half(i, i + 1, hour, 0) with { End = meridiemEnd };
        return ledIn && (words.EndsPhrase(i) || words.IsAny(i + 1, Followers)) ? Half(i, i + 1, hour, 0) : null;
    }

    // The words for the half of the day: "am", "p.m.", "in the morning".
    private (int End, bool? Afternoon) Meridiem(int i)
    {
        if (words[i] is "am" or "pm")
            return (i + 1, words.Is(i, "pm"));
        if (words[i] is "a" or "p" && words.Is(i + 1, "m"))
            return (i + 2, words.Is(i, "p"));
        var at = words.Are(i, "in", "the") ? i + 2 : words.Is(i, "at") ? i + 1 : i;
        return at == i ? (i, null) : words[at] switch
        {
            "morning" => (at + 1, false),
            "afternoon" or "evening" => (at + 1, true),
            _ => (i, null),
        };
    }
}
