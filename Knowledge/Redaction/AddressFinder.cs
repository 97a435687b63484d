using System.Text.RegularExpressions;

namespace ReportBot.Knowledge.Redaction;

/// <summary>Finds houses, flats and streets: "14 Orchard Close", "flat 3b", "number 12", "on mill lane", "lives at 17".</summary>
internal sealed partial class AddressFinder(AddressWords words)
{
    private const int MostWordsOfName = 3;

    /// <summary>Adds every address.</summary>
    public void Find(string text, List<PlainWord> read, Masks masks)
    {
        foreach (var match in Unit().EnumerateMatches(text))
            masks.Add(MaskedKind.Address, match.Index, match.Length);
        foreach (var match in LivesAt().EnumerateMatches(text))
            masks.Add(MaskedKind.Address, match.Index + match.Length - Figures(text, match.Index, match.Length), Figures(text, match.Index, match.Length));
        for (var i = 1; i < read.Count; i++)
            if ((words.IsStreet(read[i].Folded) || words.MayBeStreet(read[i].Folded)) && !read[i].AfterPause && FirstOf(read, i) is var first and >= 0)
                masks.Add(MaskedKind.Address, read[first].Start, read[i].End - read[first].Start);
    }

    // The first word of the address whose last is a kind of street; -1 when it is none.
    private int FirstOf(List<PlainWord> read, int last)
    {
        var first = last;
        var capitals = read[last].IsCapital;
        while (first > 0 && last - first < MostWordsOfName && !read[first].AfterPause && !read[first - 1].IsNumber && IsPartOfName(read[first - 1], capitals))
            first--;
        if (first == last && !read[first - 1].IsNumber)
            return -1;
        if (first > 0 && !HasPauseBut(read, first) && IsHouseNumber(read[first - 1]) && first < last)
            return first - 1;
        if (first == last)
            return -1;
        if (capitals)
            return read[first].IsCapital ? first : -1;
        return words.IsStreet(read[last].Folded) && first < last && !IsGeneral(read, first, last) ? first : -1;
    }

    private bool IsPartOfName(PlainWord word, bool capitals) =>
        !words.IsNone(word.Folded) && (!capitals || word.IsCapital) && word.Folded.Length > 1;

    // "in mill lane" is a street; "they blocked the narrow lane" is none.
    private static bool IsGeneral(List<PlainWord> read, int first, int last) =>
        last - first > 2 || first == 0 || read[first - 1].Folded is not ("in" or "on" or "at" or "of" or "from" or "near" or "down" or "live" or "lives" or "is");

    private static bool HasPauseBut(List<PlainWord> read, int first) => read[first].AfterPause && first > 0 && !read[first - 1].IsNumber;

    private static bool IsHouseNumber(PlainWord word) =>
        word.IsNumber && word.Folded.Length <= 5 && word.Folded.AsSpan().LastIndexOfAnyInRange('0', '9') is var digit && digit <= 3 && word.Folded.Length - digit <= 2;

    private static int Figures(string text, int start, int length)
    {
        var end = start + length;
        var at = end - 1;
        while (at > start && char.IsLetterOrDigit(text[at - 1]))
            at--;
        return end - at;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:(?:flat|apartment|apt|maisonette|room|unit|plot|bungalow|door|house|block|number|num)s?\.?|no\.?)\s{0,2}(?:number\s|no\.?\s?|num\s)?#?\s{0,2}(?:[0-9]{1,4}\s?[A-Z]?|[0-9]{1,4}(?:-|/)[0-9]{1,4})(?![A-Za-z0-9:./-]{0,30}[0-9A-Za-z])(?!\s{0,2}(?:%|times?|people|persons?|men|women|lads|boys|girls|kids|children|others?|days?|weeks?|months?|years?|hours?|hrs?|mins?|minutes?|am\b|pm\b|of\s|more|reasons?|priority|thing|issue|problem|rule))|(?<![A-Za-z0-9])(?:flat|apartment|block)\s[B-HJ-Z](?![A-Za-z0-9'’])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"(?<![A-Za-z])(?:lives?|living|lived|resides?|residing|address(?:\sis)?|moved\s(?:in)?to|over|up|down|along|opposite|next\sdoor|neighbours?|people|man|woman|lad|family|them|her|him|one)\s(?:at|in|is|from)\s[0-9]{1,3}[A-Z]?(?![A-Za-z0-9:./-]{0,30}[0-9A-Za-z])(?!\s{0,2}(?:%|am\b|pm\b|o['’]?clock|the\smorning|at\snight|in\sthe|minutes?|mins?|hours?|days?|weeks?|months?|years?|different|other|of\s))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LivesAt();
}
