using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Recognition.Finding;

/// <summary>Finds British phone numbers however they are spaced: 07700 900123, +44 7700 900 123, (01732) 555 0123.</summary>
internal static class Phones
{
    /// <summary>Every number, in national form without spaces, with its span.</summary>
    public static IEnumerable<Found<string>> In(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!(char.IsAsciiDigit(text[i]) || text[i] is '+' or '(') || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '/' or '-')))
                continue;
            if (At(text, i) is not { } found)
                continue;
            yield return found;
            i = found.Where.Start + found.Where.Length - 1;
        }
    }

    private static Found<string>? At(string text, int start)
    {
        var (count, end, gap) = (0, start, 0);
        for (var i = start; i < text.Length && count < 16; i++)
        {
            if (char.IsAsciiDigit(text[i]))
                (count, end, gap) = (count + 1, i + 1, 0);
            else if (i > start && (gap++ > 1 || text[i] is not (' ' or '-' or '.' or '(' or ')' or '\u00a0')))
                break;
            else if (i == start && text[i] is not ('+' or '('))
                return null;
        }

        if (count < 9 || (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '/')))
            return null;
        return PhoneNumber.TryParse(text[start..end], out var number) ? new Found<string>(number.National, new Span(start, end - start)) : null;
    }
}
