using System.Collections.Immutable;

namespace ReportBot.Knowledge.Reporting;

/// <summary>What somebody has said already about a question that has no answer yet, so that nobody asks as if they had said nothing.</summary>
public static class SaidAlready
{
    private const int Most = 3;

    /// <summary>Their own words on the subject of a question, at most three: those that raised the risk, or that a suggestion rests on.</summary>
    public static ImmutableArray<string> On(string question, Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var codes = CodesOf(question);
        var suggested = question switch
        {
            Question.Perception => report.SuggestedCharacteristics,
            Question.Behaviours => report.SuggestedBehaviours,
            _ => [],
        };
        return
        [
            .. report.Risk.Reasons.Where(reason => codes.Contains(reason.Code)).Select(reason => reason.Words).OfType<string>()
                .Concat(suggested.SelectMany(suggestion => suggestion.Evidence)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most),
        ];
    }

    private static string[] CodesOf(string question) => question switch
    {
        Question.Harm => [RiskCode.Injury, RiskCode.MedicalHelp],
        Question.Damage => [RiskCode.Damage, RiskCode.MakeSafe, RiskCode.OffensiveGraffiti],
        Question.Before => [RiskCode.Repeat, RiskCode.Escalating],
        Question.Ongoing => [RiskCode.Ongoing],
        Question.WhoDidIt => [RiskCode.Neighbour, RiskCode.PersonInAuthority],
        Question.Children => [RiskCode.Children],
        Question.Age => [RiskCode.Under18],
        _ => [],
    };
}
