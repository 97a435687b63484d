using System.Text.RegularExpressions;

namespace ReportBot.Knowledge.Recognition.Finding;

/// <summary>
/// Finds police references: Kent crime numbers such as 46/12345/26, incident (CAD) numbers such as 123-201126, and a number
/// given after words such as "crime number" or "CAD".
/// </summary>
internal static partial class PoliceReferences
{
    /// <summary>The first reference, with its span; null when there is none.</summary>
    public static Found<string>? In(string text)
    {
        if (First(Introduced().Match(text)) is { } introduced)
            return introduced;
        return First(CrimeNumber().Match(text)) ?? First(IncidentNumber().Match(text));
    }

    /// <summary>Every reference, with its span, in no order; one may be found twice.</summary>
    public static IEnumerable<Found<string>> AllIn(string text)
    {
        foreach (var form in (Regex[])[Introduced(), CrimeNumber(), IncidentNumber()])
            for (var match = form.Match(text); match.Success; match = match.NextMatch())
                if (First(match) is { } found)
                    yield return found;
    }

    private static Found<string>? First(Match match)
    {
        if (!match.Success)
            return null;
        var number = match.Groups["number"];
        return new Found<string>(number.Value.ToUpperInvariant(), new Span(number.Index, number.Length));
    }

    [GeneratedRegex(@"(?<![0-9/])(?<number>[0-9]{2}/[0-9]{2,7}/[0-9]{2})(?![0-9/])", RegexOptions.CultureInvariant)]
    private static partial Regex CrimeNumber();

    [GeneratedRegex(@"(?<![0-9/-])(?<number>[0-9]{1,4}-[0-3][0-9][01][0-9][0-9]{2})(?![0-9-])", RegexOptions.CultureInvariant)]
    private static partial Regex IncidentNumber();

    [GeneratedRegex(@"\b(?:cad|urn|crime (?:ref|reference|number|no)|police (?:ref|reference|number)|incident (?:ref|reference|number|no)|(?:ref|reference) (?:number|no)|log number)\b(?: (?:number|no|ref|reference|is|was))?[.:# ]{0,3}(?<number>[a-z]{0,3}[0-9][a-z0-9/-]{2,18}[0-9])(?![a-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introduced();
}
