using System.Collections.Immutable;

namespace ReportBot.Bot.Cases;

/// <summary>How far a referral is.</summary>
public enum ReferralState
{
    /// <summary>It was proposed to the person; nothing was passed on.</summary>
    Proposed,

    /// <summary>The service was told.</summary>
    Made,

    /// <summary>It does not happen.</summary>
    Declined,

    /// <summary>The service answered.</summary>
    Answered,
}

/// <summary>A referral as it stands: a pure function of the history.</summary>
/// <param name="Proposed">What was proposed.</param>
public sealed record Referral(ReferralProposed Proposed)
{
    /// <summary>Its id: the command that proposed it.</summary>
    public Guid Id => Proposed.Command;

    /// <summary>How far it is.</summary>
    public ReferralState State => this switch
    {
        { Declined: not null } => ReferralState.Declined,
        { Answered: not null } => ReferralState.Answered,
        { Made: not null } => ReferralState.Made,
        _ => ReferralState.Proposed,
    };

    /// <summary>Who agreed, when and to what, the last time; null when nobody has.</summary>
    public ReferralConsented? Consent { get; private init; }

    /// <summary>Set when they no longer agree.</summary>
    public ConsentWithdrawn? Withdrawn { get; private init; }

    /// <summary>Set when the service was told.</summary>
    public ReferralMade? Made { get; private init; }

    /// <summary>Set when it does not happen.</summary>
    public ReferralDeclined? Declined { get; private init; }

    /// <summary>Set when the service answered.</summary>
    public ReferralAnswered? Answered { get; private init; }

    /// <summary>True while somebody has agreed and has not taken it back.</summary>
    public bool HasConsent => Consent is not null && Withdrawn is null;

    /// <summary>The referrals of a history, first one first.</summary>
    public static ImmutableArray<Referral> AllIn(ImmutableArray<CaseEvent> history) =>
        [.. history.OfType<ReferralProposed>().Select(proposed => history.Aggregate(new Referral(proposed), (referral, happened) => referral.After(happened)))];

    private Referral After(CaseEvent happened) => happened switch
    {
        ReferralConsented consent when consent.Referral == Id => this with { Consent = consent, Withdrawn = null },
        ConsentWithdrawn withdrawn when withdrawn.Referral == Id => this with { Withdrawn = withdrawn },
        ReferralMade made when made.Referral == Id => this with { Made = made },
        ReferralDeclined declined when declined.Referral == Id => this with { Declined = declined },
        ReferralAnswered answered when answered.Referral == Id => this with { Answered = answered },
        _ => this,
    };
}
