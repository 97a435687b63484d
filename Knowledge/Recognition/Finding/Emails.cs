namespace ReportBot.Knowledge.Recognition.Finding;

/// <summary>Finds e-mail addresses by looking outwards from each at-sign.</summary>
internal static class Emails
{
    /// <summary>Every address as typed, with its span.</summary>
    public static IEnumerable<Found<string>> In(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && at - start < 64 && IsLocal(text[start - 1]))
                start--;
            while (start < at && text[start] is '.' or '\'' or '-')
                start++;
            var end = at + 1;
            while (end < text.Length && end - at < 254 && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
                end++;
            while (end > at + 1 && text[end - 1] is '.' or '-')
                end--;
            if (start < at && HasDomain(text.AsSpan(at + 1, end - at - 1)))
                yield return new Found<string>(text[start..end], new Span(start, end - start));
        }
    }

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '\'';

    private static bool HasDomain(ReadOnlySpan<char> domain)
    {
        var dot = domain.LastIndexOf('.');
        return dot > 0 && domain.Length - dot > 2 && !domain.Contains("..", StringComparison.Ordinal) && !domain[(dot + 1)..].ContainsAnyInRange('0', '9');
    }
}
