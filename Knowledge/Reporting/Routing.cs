using System.Collections.Immutable;

namespace ReportBot.Knowledge.Reporting;

/// <summary>Where a report goes.</summary>
/// <param name="Queue">The queue it goes to first.</param>
/// <param name="AlsoFor">The other queues it concerns, most pressing first: marks for staff, not copies.</param>
/// <param name="Reasons">The codes of the risk reasons that decided it; <c>person-in-authority</c> for a report about staff.</param>
public sealed record Route(Queue Queue, ImmutableArray<Queue> AlsoFor, ImmutableArray<string> Reasons);

/// <summary>
/// Which queue a report goes to. Staff conduct comes before all others, because those complained of must not see it, nor the team of a
/// colleague who reports; then danger or high risk, then safeguarding, then community safety. What does not decide stays as a mark.
/// </summary>
public sealed class Routing(RiskRules rules)
{
    /// <summary>The route of a draft with its assessment.</summary>
    public Route Of(ReportDraft draft, AccountReading reading, RiskAssessment risk)
    {
        var isAboutStaff = RiskFacts.IsAboutStaff(draft, reading.Extraction);
        var safeguarding = risk.Reasons.Where(reason => rules.IsSafeguarding(reason.Code)).Select(reason => reason.Code).ToImmutableArray();
        var queues = new List<Queue>();
        if (isAboutStaff || draft.Chose(Question.Role, RoleChoice.Staff))
            queues.Add(Queue.StaffConduct);
        if (risk.Band == RiskBand.High)
            queues.Add(Queue.Urgent);
        if (!safeguarding.IsEmpty)
            queues.Add(Queue.Safeguarding);
        if (queues.Count == 0)
            queues.Add(Queue.CommunitySafety);
        return new Route(queues[0], [.. queues.Skip(1)], Reasons(queues[0], isAboutStaff, risk, safeguarding));
    }

    private static ImmutableArray<string> Reasons(Queue queue, bool isAboutStaff, RiskAssessment risk, ImmutableArray<string> safeguarding) => queue switch
    {
        Queue.StaffConduct => isAboutStaff ? [RiskCode.PersonInAuthority] : [],
        Queue.Urgent => [.. risk.Reasons.Select(reason => reason.Code)],
        Queue.Safeguarding => safeguarding,
        _ => [],
    };
}
