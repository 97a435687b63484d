using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Reporting;

/// <summary>
/// What a person says of safe ways and times, wherever they say it: in the questions about it, or beside their name and number, where they are
/// asked for it first.
/// </summary>
public static partial class SafeContact
{
    /// <summary>The parts of the contact answer that speak of ways or times, in the person's words without number, address or name; empty when none does.</summary>
    public static ImmutableArray<string> Said(Answer? contact)
    {
        if (contact is not { Kind: AnswerKind.Given, Words: { } words } || contact.Contact is { Anonymous: true })
            return [];
        var plain = Reachable().Replace(words, " ");
        if (contact.Contact?.Name is { Length: > 0 } name)
            plain = plain.Replace(name, " ", StringComparison.OrdinalIgnoreCase);
        return [.. Parting().Split(plain).Select(part => Spaces().Replace(part, " ").Trim()).Where(part => Time().IsMatch(part) || Way().IsMatch(part))];
    }

    /// <summary>
    /// The safe times: those of their own question, or those beside the contact. False when neither can be read in full, because half an
    /// answer about safety is none: staff then go by the words.
    /// </summary>
    public static bool TryReadTimes(ReportDraft draft, [NotNullWhen(true)] out SafeTimes? safe)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft[Question.SafeTimes] is { Kind: AnswerKind.Given } asked
            ? SafeTimes.TryRead(asked.Words, out safe)
            : SafeTimes.TryRead(string.Join(' ', Said(draft[Question.Contact]).Where(part => Time().IsMatch(part))), out safe);
    }

    /// <summary>True when the contact answer speaks of times, readable or not.</summary>
    public static bool SpeaksOfTimes(Answer? contact) => Said(contact).Any(part => Time().IsMatch(part));

    /// <summary>True when the contact answer speaks of messages left for them.</summary>
    public static bool SpeaksOfMessages(Answer? contact) => Said(contact).Any(part => LeftMessage().IsMatch(part));

    // Telephone numbers and e-mail addresses.
    [GeneratedRegex(@"\S{1,64}@[^\s,;]{0,254}[^\s,;.]|\+?\d[\d ()-]{7,30}\d", RegexOptions.CultureInvariant)]
    private static partial Regex Reachable();

    // Not the point of "6.30pm".
    [GeneratedRegex(@"[,;\n]|\.(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Parting();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:days?)?|week(?:day|end)s?|mornings?|afternoons?|evenings?|nights?|midday|noon|midnight|lunch\w*|before|after|until|till|between|\d{1,2}(?:[.:]\d\d)?\s?[ap]m|\d{1,2}[.:]\d\d|o'?clock|times?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"\b(?:voice\s?mails?|messages?|answer(?:ing)?\s?(?:phone|machine))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeftMessage();

    [GeneratedRegex(@"\b(?:texts?|sms|whatsapp|calls?|calling|ring|phone|e-?mails?|letters?|post|visits?|door|voicemail|messages?|only|not|never|no|don[’']?t|safe|unsafe)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Way();
}
