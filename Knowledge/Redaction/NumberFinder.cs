using System.Globalization;
using System.Text.RegularExpressions;
using ReportBot.Knowledge.Recognition.Finding;

namespace ReportBot.Knowledge.Redaction;

/// <summary>Finds dates of birth, numbers of banks, insurance, vehicles, police and cases, postcodes, and every other long number.</summary>
internal static partial class NumberFinder
{
    // A whole date of before this year is taken for a date of birth: what is reported happened lately.
    private const int LastYearOfBirth = 2014;

    /// <summary>Adds every one.</summary>
    public static void Find(string text, Masks masks)
    {
        Add(masks, MaskedKind.DateOfBirth, BirthDate().Matches(text));
        foreach (Match match in WholeDate().Matches(text))
            if (int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) is >= 1900 and <= LastYearOfBirth)
                masks.Add(MaskedKind.DateOfBirth, match.Index, match.Length);
        Add(masks, MaskedKind.Bank, Bank().Matches(text));
        Add(masks, MaskedKind.NationalInsurance, NationalInsurance().Matches(text));
        foreach (var reference in PoliceReferences.AllIn(text))
            masks.Add(MaskedKind.PoliceReference, reference.Where.Start, reference.Where.Length);
        foreach (var postcode in Postcodes.In(text))
            masks.Add(MaskedKind.Postcode, postcode.Where.Start, postcode.Where.Length);
        Add(masks, MaskedKind.Vehicle, Vehicle().Matches(text));
        Add(masks, MaskedKind.Vehicle, VehicleWithWord().Matches(text));
        Add(masks, MaskedKind.Number, Named().Matches(text));
        Add(masks, MaskedKind.Number, OwnReference().Matches(text));
        foreach (var match in LongNumber().EnumerateMatches(text))
            if (!DateAndTime().IsMatch(text.AsSpan(match.Index, match.Length)))
                masks.Add(IsCard(text.AsSpan(match.Index, match.Length)) ? MaskedKind.Bank : MaskedKind.Number, match.Index, match.Length);
    }

    private static void Add(Masks masks, MaskedKind kind, MatchCollection matches)
    {
        foreach (Match match in matches)
            if (match.Groups["it"] is { Success: true } it)
                masks.Add(kind, it.Index, it.Length);
            else
                masks.Add(kind, match.Index, match.Length);
    }

    // The check digit of payment cards (ISO/IEC 7812, the Luhn sum).
    private static bool IsCard(ReadOnlySpan<char> text)
    {
        var (sum, count) = (0, 0);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;
            var digit = (text[i] - '0') * (count++ % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return count is >= 13 and <= 19 && sum % 10 == 0;
    }

    private const string Month = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    [GeneratedRegex(@"(?<![a-z])(?:d\.?\s?o\.?\s?b\.?|date\sof\sbirth|birth\s?date|birthday|born)\W{0,3}(?:\s?(?:is|was|on|in|the|my|her|his|their)\b)*\W{0,3}(?<it>[0-9]{1,2}[./ -][0-9]{1,2}[./ -][0-9]{2,4}|[0-9]{1,2}(?:st|nd|rd|th)?(?:\sof)?[\s./-]" + Month + @"[\s,./-]{0,2}(?:[0-9]{4}|[0-9]{2})?|" + Month + @"\s[0-9]{1,2}(?:st|nd|rd|th)?(?:,?\s[0-9]{4})?|(?:19|20)[0-9]{2})(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BirthDate();

    [GeneratedRegex(@"(?<![0-9./-])(?:[0-9]{1,2}(?:st|nd|rd|th)?(?:\sof)?[\s./-]{1,2}(?:[0-9]{1,2}|" + Month + @")[\s,./-]{1,2}(?<year>(?:19|20)[0-9]{2})|(?<year>(?:19|20)[0-9]{2})-[0-9]{2}-[0-9]{2})(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WholeDate();

    [GeneratedRegex(@"(?<![a-z0-9])(?:sort\s?code[^0-9\n]{0,14}(?<it>[0-9]{2}[\s-]?[0-9]{2}[\s-]?[0-9]{2})(?![0-9])|(?:bank|account|acct|acc|a/c)\s?(?:account\s)?(?:number|no|num)?\.?[^0-9\n]{0,14}(?<it>[0-9](?:[\s-]?[0-9]){5,9})(?![0-9])|(?<it>[a-z]{2}[0-9]{2}\s?[a-z]{4}\s?(?:[0-9]{4}\s?){3}[0-9]{2})(?![0-9]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bank();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z]{2}[\s-]?[0-9]{2}[\s-]?[0-9]{2}[\s-]?[0-9]{2}[\s-]?[A-D](?![A-Za-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NationalInsurance();

    // The forms of registrations since 1963; with a space only in capitals, because "me10 the" is none.
    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:[A-Z]{2}[0-9]{2}\s?(?!THE|AND|FOR|BUT|WAS|HAS|WHO)[A-Z]{3}|[a-z]{2}[0-9]{2}[a-z]{3}|[A-Z][0-9]{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?[0-9]{1,3}[A-Z]|[A-Z]{3}\s[0-9]{3,4})(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Vehicle();

    [GeneratedRegex(@"(?<![a-z])(?:reg(?:istration)?(?:\splate|\snumber|\sno)?|number\s?plate|licen[cs]e\splate|plates?|vrm)\.?(?:\s(?:is|was|of|number|no|starts|starting|began|with|ending|ends|in)){0,3}\s?[:#]?\s?(?<it>(?=[a-z0-9 ]{0,8}[0-9])[a-z0-9]{2,4}\s?[a-z0-9]{2,4})(?![a-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VehicleWithWord();

    [GeneratedRegex(@"(?<![a-z])(?:tenancy|tenant|rent|customer|passport|licen[cs]e|visa|nhs|policy|reference|ref|case|claim|staff|badge|collar|shoulder|warrant|payroll|booking|repair|job|id|member(?:ship)?|complaint|ticket)\s?(?:account\s|card\s|id\s)?(?:reference|ref|number|no|num|id)?\.?\s?(?:is|was)?\s?[:#]?\s?(?<it>(?=[a-z0-9/-]{0,20}[0-9]{3})[a-z0-9][a-z0-9/-]{2,19})(?![a-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    // References of this service, and its return codes.
    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:HR-?[0-9A-Z]{4}-?[0-9A-Z]{4}|[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex OwnReference();

    [GeneratedRegex(@"(?<![\w/])\+?[0-9](?:[ .()\u00a0-]{0,2}[0-9]){6,30}(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"^(?:[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})(?:[ -]{1,2}[0-9]{1,2}(?:[.:-][0-9]{2})?|$)", RegexOptions.CultureInvariant)]
    private static partial Regex DateAndTime();
}
