using System.Collections.Immutable;
using System.Globalization;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>What was recognised, as suggestions with the person's own words.</summary>
public static class Suggestions
{
    private const int LongestQuote = 60;

    /// <summary>The characteristics the account suggests.</summary>
    public static ImmutableArray<Suggestion> Characteristics(Recognition recognition, string account) =>
        [.. recognition.Characteristics.Select(s => new Suggestion(s.Characteristic.Label(), Words(s.Evidence, account), s.Confidence))];

    /// <summary>The behaviours of policy 3.5 the account suggests.</summary>
    public static ImmutableArray<Suggestion> Behaviours(Recognition recognition, string account) =>
        [.. recognition.Behaviours.Select(s => new Suggestion(s.Behaviour.ToString(CultureInfo.InvariantCulture), Words(s.Evidence, account), s.Confidence))];

    /// <summary>The words in quotation marks, at most three. They are the person's own: nothing is repeated that they did not write.</summary>
    public static string Quote(ImmutableArray<string> evidence, Phrases phrases) =>
        string.Join(phrases["ListSeparator"], evidence.Take(3).Select(words => $"“{words}”"));

    private static ImmutableArray<string> Words(ImmutableArray<Span> spans, string account) =>
        [.. spans.Select(span => Shorten(span.In(account))).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string Shorten(string words) => words.Length <= LongestQuote ? words : words[..LongestQuote] + "…";
}
