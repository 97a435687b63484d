using System.Collections.Immutable;

namespace ReportBot.Bot.Cases;

/// <summary>What the work on a case comes to besides its tasks: a pure function of its history.</summary>
public sealed record CaseWork
{
    /// <summary>What was last agreed with the person; null when nothing was.</summary>
    public PlanAgreed? Plan { get; private init; }

    /// <summary>The referrals, first one first.</summary>
    public required ImmutableArray<Referral> Referrals { get; init; }

    /// <summary>The numbers the police gave, first one first.</summary>
    public required ImmutableArray<PoliceReferenceRecorded> Police { get; init; }

    /// <summary>Every time somebody outside was told something, referrals among them, first one first.</summary>
    public required ImmutableArray<OutsideTold> Told { get; init; }

    /// <summary>What is done about who did it, first one first.</summary>
    public required ImmutableArray<CaseAction> Actions { get; init; }

    /// <summary>The repairs that were asked for, first one first.</summary>
    public required ImmutableArray<RepairRequested> Repairs { get; init; }

    /// <summary>Works it out.</summary>
    public static CaseWork Of(ImmutableArray<CaseEvent> history)
    {
        var referrals = Referral.AllIn(history);
        return new CaseWork
        {
            Plan = history.OfType<PlanAgreed>().LastOrDefault(),
            Referrals = referrals,
            Police = [.. history.OfType<PoliceReferenceRecorded>()],
            Told = [.. history.Select(happened => OutsideTold.Of(happened, referrals)).OfType<OutsideTold>()],
            Actions = [.. history.OfType<ActionRecorded>().Select(action => new CaseAction(action, history.OfType<ActionEnded>().FirstOrDefault(end => end.Action == action.Command)))],
            Repairs = [.. history.OfType<RepairRequested>()],
        };
    }
}

/// <summary>An action about who did it, with what came of it.</summary>
/// <param name="Recorded">The action.</param>
/// <param name="Ended">What came of it; null while nobody has said.</param>
public sealed record CaseAction(ActionRecorded Recorded, ActionEnded? Ended);

/// <summary>Somebody outside was told something: by a disclosure, or by a referral, which rests on consent.</summary>
/// <param name="Disclosure">The disclosure; null when it was a referral.</param>
/// <param name="Referral">The referral; null when it was a disclosure.</param>
public sealed record OutsideTold(Disclosed? Disclosure, Referral? Referral)
{
    internal static OutsideTold? Of(CaseEvent happened, ImmutableArray<Referral> referrals) => happened switch
    {
        Disclosed told => new OutsideTold(told, null),
        ReferralMade made when referrals.FirstOrDefault(one => one.Id == made.Referral) is { } referral => new OutsideTold(null, referral),
        _ => null,
    };
}
