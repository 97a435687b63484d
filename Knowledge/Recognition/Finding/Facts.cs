using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Finding;

/// <summary>What the rules of Rules/Facts found in an account.</summary>
internal readonly struct Facts(RuleBook book, ReadText read)
{
    /// <summary>True or false where the account says so, with the words; null where it is silent.</summary>
    public Found<bool>? Is(string fact)
    {
        var (denial, apart) = (First($"no.{fact}"), First($"not.{fact}"));
        var claim = First(fact, denial, apart);
        return claim is { } found ? new Found<bool>(true, found) : denial is { } denied ? new Found<bool>(false, denied) : null;
    }

    /// <summary>The first of the values, in their order, that the account tells, with the words.</summary>
    public Found<string>? FirstOf(string question, ReadOnlySpan<string> values)
    {
        foreach (var value in values)
            if (First($"{question}.{value}") is { } found)
                return new Found<string>(value, found);
        return null;
    }

    private Span? First(string heading, Span? outside = null, Span? alsoOutside = null)
    {
        foreach (ref readonly var hit in read.Hits)
            if (book.Headings[hit.Rule] == heading && Where(hit) is var where && !Meets(where, outside) && !Meets(where, alsoOutside))
                return where;
        return null;
    }

    private static bool Meets(Span one, Span? other) => other is { } span && one.Start < span.Start + span.Length && span.Start < one.Start + one.Length;

    private Span Where(in RuleHit hit) => hit.FocusFirst >= 0 && hit.FocusEnd > hit.FocusFirst ? read.Where(hit.FocusFirst, hit.FocusEnd) : read.Where(hit.First, hit.End);
}
