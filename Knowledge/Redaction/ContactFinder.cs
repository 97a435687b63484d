using System.Text.RegularExpressions;
using ReportBot.Knowledge.Recognition.Finding;

namespace ReportBot.Knowledge.Redaction;

/// <summary>Finds links, e-mail addresses, names on social media and phone numbers, in figures and in words.</summary>
internal static partial class ContactFinder
{
    /// <summary>Adds every one.</summary>
    public static void Find(string text, Masks masks)
    {
        foreach (var match in Link().EnumerateMatches(text))
            masks.Add(MaskedKind.Link, match.Index, text.AsSpan(match.Index, match.Length).TrimEnd(".,;:!?)'\"”’").Length);
        foreach (var email in Emails.In(text))
            masks.Add(MaskedKind.Email, email.Where.Start, email.Where.Length);
        foreach (var match in SpeltEmail().EnumerateMatches(text))
            masks.Add(MaskedKind.Email, match.Index, match.Length);
        foreach (var match in AtHandle().EnumerateMatches(text))
            masks.Add(MaskedKind.Handle, match.Index, text.AsSpan(match.Index, match.Length).TrimEnd('.').Length);
        foreach (Match match in NamedHandle().Matches(text))
            if (match.Groups["sure"].Success || match.Groups["handle"].ValueSpan.ContainsAnyInRange('0', '9') || match.Groups["handle"].ValueSpan.Contains('_'))
                masks.Add(MaskedKind.Handle, match.Groups["handle"].Index, match.Groups["handle"].Length);
        foreach (var phone in Phones.In(text))
            masks.Add(MaskedKind.Phone, phone.Where.Start, phone.Where.Length);
        foreach (var match in SpeltPhone().EnumerateMatches(text))
            masks.Add(MaskedKind.Phone, match.Index, match.Length);
    }

    [GeneratedRegex(@"(?<![\w@.-])(?:(?:https?://|www\.)[^\s<>""]{1,2000}|[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:com|co\.uk|org\.uk|gov\.uk|ac\.uk|org|net|uk|info|biz|eu|link|xyz)(?![\w@])(?:/[^\s<>""]{0,2000})?|[a-z0-9][a-z0-9-]{0,62}\.(?:me|be|io|tv|gg|ly|gl|app|co|pl|ro|de)/[^\s<>""]{1,2000})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w])[\w-]{1,64}(?:\s(?:dot|\.)\s[\w-]{1,40}){0,3}\s?(?:\[at\]|\(at\)|\sat\s)\s?(?:gmail|hotmail|yahoo|outlook|icloud|live|aol|btinternet|sky|msn|protonmail|mail|googlemail)(?:\s?(?:\[dot\]|\(dot\)|\sdot\s|\.)\s?(?:com|co|uk|net|org))(?:\s?(?:\[dot\]|\(dot\)|\sdot\s|\.)\s?(?:com|co|uk|net|org))?(?![\w])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeltEmail();

    [GeneratedRegex(@"(?<![\w.@])@[A-Za-z0-9_][A-Za-z0-9_.]{1,30}(?!@)", RegexOptions.CultureInvariant)]
    private static partial Regex AtHandle();

    [GeneratedRegex(@"(?<![a-z])(?:insta(?:gram)?|snap(?:chat)?|tik\s?tok|twitter|facebook|fb|telegram|discord|xbox|psn|reddit|youtube|user\s?name|handle|profile|screen\s?name|gamertag|alias)(?:\s(?:account|name|username|handle|profile|page|id|user))?(?:(?<sure>\s(?:called|named)\s|\s?[:=]\s?)|\s(?:is|was|as|under)\s(?:called\s)?|\s)@?(?<handle>[\w.]{3,30})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamedHandle();

    [GeneratedRegex(@"(?<![a-z])(?:(?:double|treble|triple)\s)?(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine)(?:[\s,-]{1,3}(?:(?:double|treble|triple)[\s-])?(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|hundred)){5,16}(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeltPhone();
}
