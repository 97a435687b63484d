using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReportBot.Knowledge.Reporting;

/// <summary>What a report can be found by besides its reference. The names are a stored format: each is hashed with its value.</summary>
public enum FindableKind
{
    /// <summary>One word of a name, such as the surname.</summary>
    Name,

    /// <summary>A postcode.</summary>
    Postcode,

    /// <summary>A house or flat number.</summary>
    HouseNumber,

    /// <summary>A phone number.</summary>
    Phone,
}

/// <summary>A whole value a report is found by, in the one form it has however it was typed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The value, normalised.</param>
public sealed record Findable(FindableKind Kind, string Value);

/// <summary>Reads what a report can be found by, and what somebody looks for.</summary>
public static partial class Findables
{
    /// <summary>The most values one search may look for.</summary>
    public const int MostTerms = 6;

    private const int LongestSearch = 100;
    private static readonly ImmutableHashSet<string> NotNames =
        ["MR", "MRS", "MS", "MISS", "MX", "DR", "SIR", "FLAT", "APARTMENT", "APT", "UNIT", "ROOM", "NO", "NUMBER"];

    /// <summary>What a report is found by: each word of the name given, the phone number, and postcodes and house numbers of the home and the place.</summary>
    public static ImmutableHashSet<Findable> Of(ReportDraft told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var found = ImmutableHashSet.CreateBuilder<Findable>();
        if (told[Question.Contact]?.Contact is { } contact)
        {
            found.UnionWith(Words(contact.Name ?? "").Select(Name).OfType<Findable>());
            if (PhoneNumber.TryParse(contact.Phone, out var phone))
                found.Add(new Findable(FindableKind.Phone, phone.National));
        }

        foreach (var place in new[] { told[Question.Address]?.Words, told.Place })
            Add(found, place ?? "");
        return found.ToImmutable();
    }

    /// <summary>What somebody looks for, as typed into one box: all of it must be met. Empty when there is nothing to look for in it.</summary>
    public static ImmutableArray<Findable> Read(string? typed)
    {
        var rest = typed is null || typed.Length > LongestSearch ? "" : typed;
        var found = new List<Findable>();
        rest = Phones().Replace(rest, match => Take(found, PhoneNumber.TryParse(match.Value, out var phone) ? new Findable(FindableKind.Phone, phone.National) : null, match));
        rest = Postcodes().Replace(rest, match => Take(found, Postcode.TryParse(match.Value, out var code) ? new Findable(FindableKind.Postcode, code.ToString()) : null, match));
        found.AddRange(Words(rest).Select(word => House().IsMatch(word) ? Number(word) : Name(word)).OfType<Findable>());
        return [.. found.Distinct()];
    }

    private static void Add(ImmutableHashSet<Findable>.Builder found, string place)
    {
        foreach (Match match in Postcodes().Matches(place))
            if (Postcode.TryParse(match.Value, out var code))
                found.Add(new Findable(FindableKind.Postcode, code.ToString()));
        foreach (Match match in Houses().Matches(Postcodes().Replace(place, " ")))
            found.Add(Number(match.Groups["number"].Value));
    }

    private static string Take(List<Findable> found, Findable? one, Match match)
    {
        if (one is null)
            return match.Value;
        found.Add(one);
        return " ";
    }

    private static string[] Words(string text) => text.Split([' ', '\t', '\n', '\r', ',', ';'], StringSplitOptions.RemoveEmptyEntries);

    private static Findable Number(string typed) => new(FindableKind.HouseNumber, typed.ToUpperInvariant().TrimStart('0'));

    // One form for O'Brien, OBRIEN and o’brien, for Nowák and Nowak. One letter is no name to look for.
    private static Findable? Name(string word)
    {
        var letters = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormKD))
            if (char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                letters.Append(char.ToUpperInvariant(c));
        var name = letters.ToString();
        return name.Length < 2 || NotNames.Contains(name) ? null : new Findable(FindableKind.Name, name);
    }

    [GeneratedRegex(@"(?<![\d+])(?:\+44|0)[\d ().-]{8,18}\d(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phones();

    [GeneratedRegex(@"\b[A-Za-z]{1,2}\d[A-Za-z\d]?[ -]*\d[A-Za-z]{2}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Postcodes();

    [GeneratedRegex(@"^\d{1,4}[A-Za-z]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex House();

    // A number before a street's name, or after a word that says it is one.
    [GeneratedRegex(@"\b(?:(?:flat|apartment|apt|unit|room|no\.?|number)\s*(?<number>\d{1,4}[a-z]?)\b|(?<number>\d{1,4}[a-z]?)\b(?=[,\s]+[a-z]{3}))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Houses();
}
