using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Knowledge.Recognition.Times;

namespace ReportBot.Knowledge.Recognition.Finding;

/// <summary>Reads where it happened: "outside the shop on Mill Lane", "in the lift", "at the bus stop by the school".</summary>
internal static class Places
{
    private static readonly string[] Leads = ["in", "on", "at", "outside", "inside", "by", "near", "behind", "opposite", "along", "from", "beside", "round"];

    private static readonly string[] Nouns =
    [
        "lift", "stairs", "stairwell", "stairway", "landing", "hallway", "corridor", "lobby", "foyer", "entrance", "garden", "gardens", "courtyard", "carpark", "garage", "garages", "bins", "binstore", "laundry", "launderette", "lounge", "park", "playground", "shop", "shops", "co", "tesco", "sainsburys", "asda", "aldi",
        "lidl", "pub", "school", "gate", "gates", "station", "bus", "train", "street", "road", "lane", "close", "avenue", "drive", "way", "estate", "block", "flat", "flats", "house", "home", "doorstep", "door", "porch", "drive", "driveway", "path", "pathway", "alley", "alleyway", "underpass", "office", "reception",
        "surgery", "hospital", "pharmacy", "chemist", "library", "church", "mosque", "temple", "gurdwara", "synagogue", "community", "centre", "hub", "town", "precinct", "market", "pavement", "crossing", "roundabout", "facebook", "instagram", "whatsapp", "tiktok", "twitter", "snapchat", "nextdoor", "online", "work", "takeaway",
        "kitchen", "window", "balcony", "green", "field", "allotment", "allotments", "site", "hall", "square", "crescent", "court", "gardens", "terrace", "grove", "hill", "walk", "place", "row", "mews", "rise", "view",
    ];

    /// <summary>The words for the place, with their span; null when none stand there.</summary>
    public static Found<string>? In(string text, ReadText read)
    {
        var words = new TimeWords(text, read);
        for (var i = 0; i < read.Count; i++)
        {
            if (!words.IsAny(i, Leads) || End(words, i) is not (var end and > 0))
                continue;
            var where = read.Where(i, end);
            return new Found<string>(where.In(text), where);
        }

        return Street(text, read, words);
    }

    private static int End(TimeWords words, int lead)
    {
        for (var at = lead + 1; at < Math.Min(lead + 6, words.Count); at++)
        {
            if (words.Sentence(at) != words.Sentence(lead) || words[at] is "i" or "he" or "she" or "they" or "and" or "but" or "when" or "who" or "because" or "time" or "day")
                return 0;
            if (words.IsAny(at, Nouns))
                return Extended(words, at + 1);
            if (words.EndsPhrase(at) && at < lead + 5)
                return 0;
        }

        return 0;
    }

    // "the shop" goes on as "on Mill Lane", "car park" as "of the flats".
    private static int Extended(TimeWords words, int end)
    {
        while (end < words.Count && !words.EndsPhrase(end - 1) && (words.IsAny(end, Nouns) || words[end] is "park" or "stop" or "store" or "room" or "shelter" or "op"))
            end++;
        if (!words.EndsPhrase(end - 1) && words[end] is "on" or "in" or "at" or "by" or "of" or "near" or "outside" && End(words, end) is var further and > 0)
            return further;
        return end;
    }

    // "Mill Lane", "14 Orchard Close" with no word before them.
    private static Found<string>? Street(string text, ReadText read, TimeWords words)
    {
        for (var i = 1; i < read.Count; i++)
        {
            if (words[i] is not ("road" or "street" or "lane" or "close" or "avenue" or "drive" or "crescent" or "court" or "gardens" or "terrace" or "grove" or "square") || !words.IsCapital(i) || !words.IsCapital(i - 1))
                continue;
            var first = words.Digits(i - 2) > 0 ? i - 2 : words.IsCapital(i - 2) && words.Sentence(i - 2) == words.Sentence(i) ? i - 2 : i - 1;
            var where = read.Where(Math.Max(0, first), i + 1);
            return new Found<string>(where.In(text), where);
        }

        return null;
    }
}
