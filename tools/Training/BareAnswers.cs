using System.Globalization;
using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Knowledge.Redaction;

namespace ReportBot.Training;

/// <summary>
/// Bare answers to the questions of the conversation: names, numbers, addresses, dates and codes, made from lists, the same every time. They are seldom words that were met
/// before, and so are words typed in panic: without them the danger watch takes the one for the other. They are only learned from.
/// </summary>
internal static class BareAnswers
{
    private const int OfEach = 320;
    private const string Digits = "0123456789", Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", OfCodes = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly string[] Given = [.. DataFile.File("Names", "given.txt").SelectMany(line => line.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    private static readonly string[] Surnames = [.. WordLists.Of("names.txt")["surname"]];
    private static readonly string[] Streets = ["Road", "Street", "Close", "Avenue", "Lane", "Court", "Way", "House", "Gardens", "Drive", "Walk", "Rd", "St", "Terrace", "Place"];
    private static readonly string[] Towns =
    [
        "Gillingham", "Chatham", "Rochester", "Strood", "Maidstone", "Ashford", "Dover", "Deal", "Folkestone", "Hythe", "Canterbury", "Whitstable", "Herne Bay", "Margate", "Ramsgate", "Broadstairs", "Sandwich",
        "Faversham", "Sittingbourne", "Sheerness", "Gravesend", "Dartford", "Swanley", "Sevenoaks", "Tonbridge", "Tunbridge Wells", "Snodland", "Aylesford", "Rainham", "New Romney",
    ];

    private static readonly string[] Months = ["Jan", "February", "march", "April", "May", "June", "july", "Aug", "September", "Oct", "nov", "December"];
    private static readonly string[] Days = ["Monday", "tuesday", "Wednesday", "thurs", "Friday", "sat", "Sunday"];
    private static readonly string[] Mails = ["gmail.com", "hotmail.co.uk", "outlook.com", "yahoo.co.uk", "btinternet.com", "icloud.com"];

    /// <summary>All of them.</summary>
    public static IEnumerable<LabelledMessage> All
    {
        get
        {
            Func<Maker, string>[] kinds = [Name, Name, FullName, FullName, Date, Date, Time, Phone, Email, Postcode, Address, Address, Town, Reference, Code, Code, Number];
            var maker = new Maker();
            return [.. Enumerable.Range(0, OfEach).SelectMany(round => kinds.Select((kind, i) => new LabelledMessage($"bare-{round}-{i}", "answer", maker.Cased(kind(maker)), IsEmergency: false, IsLowMood: false)))];
        }
    }

    private static string Name(Maker make) => Capital(make.Of(Given));

    private static string FullName(Maker make) => $"{make.Of(["", "", "", "my name is ", "im ", "Mrs "])}{Capital(make.Of(Given))} {Capital(make.Of(Surnames))}";

    private static string Date(Maker make) => make.Up(6) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{make.Up(28) + 1}/{make.Up(12) + 1}/{make.Of(["26", "2026", "25"])}"),
        1 => string.Create(CultureInfo.InvariantCulture, $"{make.Up(28) + 1} {make.Of(Months)}"),
        2 => string.Create(CultureInfo.InvariantCulture, $"{make.Of(["the ", ""])}{make.Up(28) + 1}th {make.Of(Months)} 2026"),
        3 => $"{make.Of(["last ", "on ", "", "this "])}{make.Of(Days)}",
        4 => $"{make.Of(Days)} {make.Of(["morning", "night", "evening", "afternoon"])}",
        _ => $"{make.Of(Days)} {Time(make)}",
    };

    private static string Time(Maker make) => string.Create(CultureInfo.InvariantCulture, $"{make.Of(["", "about ", "around ", "at "])}{make.Up(12) + 1}{make.Of(["", ".30", ":15", ".45"])}{make.Of(["pm", " am", "", " oclock", " at night"])}");

    private static string Phone(Maker make) => make.Up(3) switch
    {
        0 => $"07{make.Some(Digits, 9)}",
        1 => $"07{make.Some(Digits, 3)} {make.Some(Digits, 6)}",
        _ => $"+44 7{make.Some(Digits, 3)} {make.Some(Digits, 3)} {make.Some(Digits, 3)}",
    };

    private static string Email(Maker make) => $"{make.Of(Given)}{make.Of([".", "", "_"])}{make.Of(Surnames)}{make.Some(Digits, make.Up(3))}@{make.Of(Mails)}";

    private static string Postcode(Maker make) => string.Create(CultureInfo.InvariantCulture, $"{make.Of(["ME", "CT", "TN", "DA", "BR"])}{make.Up(20) + 1} {make.Up(9) + 1}{make.Some(Letters, 2)}");

    private static string Address(Maker make) => string.Create(CultureInfo.InvariantCulture,
        $"{make.Of(["", "", "flat 3, ", "Flat 12b "])}{make.Up(200) + 1} {Capital(make.Of(Surnames))} {make.Of(Streets)}{make.Of(["", $", {make.Of(Towns)}", $" {make.Of(Towns)}"])}");

    private static string Town(Maker make) => make.Of(["", "", "in ", "near "]) + make.Of(Towns);

    private static string Reference(Maker make) => make.Up(3) switch
    {
        0 => $"46/{make.Some(Digits, 5)}/26",
        1 => $"RB-{make.Some(OfCodes, 4)}-{make.Some(Digits, 4)}",
        _ => $"{make.Some(Digits, 2)}-{make.Some(Digits, 4)}",
    };

    private static string Code(Maker make) => string.Join(make.Of(["-", "-", " ", ""]), Enumerable.Range(0, 4).Select(_ => make.Some(OfCodes, 4)));

    private static string Number(Maker make) => string.Create(CultureInfo.InvariantCulture, $"{make.Up(30)}{make.Of(["", " of them", " times", " people", " years"])}");

    private static string Capital(string word) => word.Length == 0 ? word : string.Concat(word[..1].ToUpperInvariant(), word.AsSpan(1));

    private sealed class Maker
    {
        private Chance _chance = new(4711);

        public int Up(int most) => Math.Min(most - 1, (int)(_chance.Next() * most));

        public string Of(string[] from) => from[Up(from.Length)];

        public string Some(string from, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => from[Up(from.Length)]));

        // As people type them.
        public string Cased(string text) => Up(3) == 0 ? text.ToLowerInvariant() : text;
    }
}
