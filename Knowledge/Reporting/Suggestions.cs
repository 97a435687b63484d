using System.Collections.Immutable;
using System.Globalization;
using ReportBot.Knowledge.Recognition;

namespace ReportBot.Knowledge.Reporting;

/// <summary>What was recognised in an account, as suggestions with the person's own words.</summary>
public static class Suggestions
{
    /// <summary>The characteristics an account suggests.</summary>
    public static ImmutableArray<Suggestion> Characteristics(Recognition.Recognition recognition, string account) =>
        [.. recognition.Characteristics.Select(one => new Suggestion(one.Characteristic.Label(), Words(one.Evidence, account), one.Confidence))];

    /// <summary>The behaviours of policy 3.5 an account suggests.</summary>
    public static ImmutableArray<Suggestion> Behaviours(Recognition.Recognition recognition, string account) =>
        [.. recognition.Behaviours.Select(one => new Suggestion(one.Behaviour.ToString(CultureInfo.InvariantCulture), Words(one.Evidence, account), one.Confidence))];

    private static ImmutableArray<string> Words(ImmutableArray<Span> evidence, string account) =>
        [.. evidence.Select(span => RiskFacts.Words(span, account)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
}
