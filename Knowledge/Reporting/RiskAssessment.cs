using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Reporting;

/// <summary>One reason that raised the risk, and by how much.</summary>
/// <param name="Code">The rule's stable name, such as <c>weapon</c>.</param>
/// <param name="Points">The points it added, above 0.</param>
/// <param name="Words">The person's words that set it off, where it was words.</param>
public sealed record RiskReason(string Code, int Points, string? Words);

/// <summary>How much is at stake for the person, with every reason, for staff to accept or override.</summary>
/// <param name="Score">The sum of the reasons' points, 0 or more.</param>
/// <param name="Band">The band the score falls in.</param>
/// <param name="Reasons">What raised it, most points first.</param>
public sealed record RiskAssessment(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int Score,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] RiskBand Band,
    ImmutableArray<RiskReason> Reasons)
{
    /// <summary>What raised it, most points first.</summary>
    public ImmutableArray<RiskReason> Reasons { get; init => field = value.IsDefault ? [] : value; } = Reasons.IsDefault ? [] : Reasons;
}
