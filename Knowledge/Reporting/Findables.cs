using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ReportBot.Knowledge.Reporting;

/// <summary>What a report can be found by besides its reference. The names are a stored format: each is hashed with its value.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindableKind>))]
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

    /// <summary>A whole address: postcode and every number in it. It connects cases; nobody types it to search.</summary>
    Address,

    /// <summary>A whole name of two words or more, in any order. It connects cases; nobody types it to search.</summary>
    Person,
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

    /// <summary>What a report is found by: what its reporter and the place are found by.</summary>
    public static ImmutableHashSet<Findable> Of(ReportDraft told) => OfReporter(told).Union(OfPlace(told));

    /// <summary>What the person who reports is found by: each word of the name given and the whole of it, the phone number, and the home.</summary>
    public static ImmutableHashSet<Findable> OfReporter(ReportDraft told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var found = ImmutableHashSet.CreateBuilder<Findable>();
        if (told[Question.Contact]?.Contact is { } contact)
            AddPerson(found, contact.Name, PhoneNumber.TryParse(contact.Phone, out var phone) ? phone : null);
        Add(found, told[Question.Address]?.Words ?? "");
        return found.ToImmutable();
    }

    /// <summary>What the place where it happened is found by.</summary>
    public static ImmutableHashSet<Findable> OfPlace(ReportDraft told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var found = ImmutableHashSet.CreateBuilder<Findable>();
        Add(found, told.Place ?? "");
        return found.ToImmutable();
    }

    /// <summary>What somebody else is found by, of whom each thing is known apart.</summary>
    /// <param name="name">Their name; null when it is not known.</param>
    /// <param name="phone">Their number; null when it is not known.</param>
    /// <param name="house">The number of their house and flat, as typed; null when it is not known.</param>
    /// <param name="postcode">Their postcode; null when it is not known.</param>
    public static ImmutableHashSet<Findable> OfPerson(string? name, PhoneNumber? phone, string? house, Postcode? postcode)
    {
        var found = ImmutableHashSet.CreateBuilder<Findable>();
        AddPerson(found, name, phone);
        AddPlace(found, postcode is null ? [] : [postcode], Words(house ?? "").Where(word => House().IsMatch(word)));
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

    private static void AddPerson(ImmutableHashSet<Findable>.Builder found, string? name, PhoneNumber? phone)
    {
        var words = Words(name ?? "").Select(Name).OfType<Findable>().ToList();
        found.UnionWith(words);
        found.UnionWith(Words(name ?? "").SelectMany(Parts).Select(Name).OfType<Findable>());
        if (phone is not null)
            found.Add(new Findable(FindableKind.Phone, phone.National));
        // A single word is no whole name: half a town is called that.
        if (words.Select(word => word.Value).Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 1 } whole)
            found.Add(new Findable(FindableKind.Person, string.Join(' ', whole)));
    }

    private static void Add(ImmutableHashSet<Findable>.Builder found, string place) => AddPlace(
        found,
        Postcodes().Matches(place).Select(match => Postcode.TryParse(match.Value, out var code) ? code : null).OfType<Postcode>(),
        Houses().Matches(Postcodes().Replace(place, " ")).Select(match => match.Groups["number"].Value));

    private static void AddPlace(ImmutableHashSet<Findable>.Builder found, IEnumerable<Postcode> postcodes, IEnumerable<string> houses)
    {
        var (codes, numbers) = (postcodes.Select(code => code.ToString()).Distinct().ToList(), houses.Select(Number).Distinct().ToList());
        found.UnionWith(codes.Select(code => new Findable(FindableKind.Postcode, code)));
        found.UnionWith(numbers);
        // With two postcodes nobody knows which number belongs to which.
        if (codes is [var only] && numbers.Count > 0)
            found.Add(new Findable(FindableKind.Address, $"{only} {string.Join(' ', numbers.Select(number => number.Value).Order(StringComparer.Ordinal))}"));
    }

    private static string Take(List<Findable> found, Findable? one, Match match)
    {
        if (one is null)
            return match.Value;
        found.Add(one);
        return " ";
    }

    // “O Neill” is O'Neill.
    private static string[] Words(string text) =>
        LoneO().Replace(text, "O'").Split([' ', '\t', '\n', '\r', ',', ';'], StringSplitOptions.RemoveEmptyEntries);

    // Somebody called Smith-Jones is looked for as Smith, as Jones and as both.
    private static string[] Parts(string word) => word.Split(['-', '\u2010', '\u2011', '\u2013'], StringSplitOptions.RemoveEmptyEntries);

    private static Findable Number(string typed) => new(FindableKind.HouseNumber, typed.ToUpperInvariant().TrimStart('0'));

    // One form for O'Brien, OBRIEN and o’brien, for Nowák and Nowak. One letter is no name to look for.
    private static Findable? Name(string word)
    {
        var letters = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormKD))
            if (char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                letters.Append(Plain(char.ToUpperInvariant(c)));
        var name = letters.ToString();
        return name.Length < 2 || NotNames.Contains(name) ? null : new Findable(FindableKind.Name, name);
    }

    // Letters that Unicode does not take apart, as an English keyboard types them: Łukasz is Lukasz, Strauß is Strauss.
    private static string Plain(char letter) => letter switch
    {
        'Ł' => "L",
        'Ø' => "O",
        'Đ' or 'Ð' => "D",
        'Þ' => "TH",
        'ß' or 'ẞ' => "SS",
        'Æ' => "AE",
        'Œ' => "OE",
        'ı' => "I",
        _ => letter.ToString(),
    };

    [GeneratedRegex(@"(?<!\w)O\s+(?=\p{L}{2})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LoneO();

    [GeneratedRegex(@"(?<![\d+])(?:\+44|0)[\d ().-]{8,18}\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Phones();

    [GeneratedRegex(@"\b[A-Za-z]{1,2}\d[A-Za-z\d]?[ -]{0,5}\d[A-Za-z]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Postcodes();

    [GeneratedRegex(@"^\d{1,4}[A-Za-z]?$", RegexOptions.CultureInvariant)]
    private static partial Regex House();

    // A number before a street's name, or after a word that says it is one.
    [GeneratedRegex(@"\b(?:(?:flat|apartment|apt|unit|room|no\.?|number)\s*(?<number>\d{1,4}[a-z]?)\b|(?<number>\d{1,4}[a-z]?)\b(?=[,\s]+[a-z]{3}))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Houses();
}
