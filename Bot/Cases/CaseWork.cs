using System.Collections.Immutable;

namespace ReportBot.Bot.Cases;

/// <summary>What the work on a case comes to besides its tasks: a pure function of its history.</summary>
public sealed record CaseWork
{
    /// <summary>What was last agreed with the person; null when nothing was.</summary>
    public PlanAgreed? Plan { get; private init; }

    /// <summary>Works it out.</summary>
    public static CaseWork Of(ImmutableArray<CaseEvent> history) => new()
    {
        Plan = history.OfType<PlanAgreed>().LastOrDefault(),
    };
}
