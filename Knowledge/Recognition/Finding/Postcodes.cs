using System.Text.RegularExpressions;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Recognition.Finding;

/// <summary>Finds full British postcodes and writes them in the form ME10 1AB (the forms of BS 7666).</summary>
internal static partial class Postcodes
{
    /// <summary>Every postcode, with its span.</summary>
    public static IEnumerable<Found<string>> In(string text)
    {
        for (var match = Form().Match(text); match.Success; match = match.NextMatch())
            if (Postcode.TryParse(match.Value, out var postcode))
                yield return new Found<string>(postcode.ToString(), new Span(match.Index, match.Length));
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:[A-PR-UWYZ][0-9][0-9A-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y][0-9][0-9ABEHMNPRVWXY]?|GIR) {0,2}[0-9][ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
