using ReportBot.Knowledge.Services;

namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    /// <summary>Proposes a service of Appendix A to the person. Nothing is passed on by it.</summary>
    public static CaseOutcome ProposeReferral(Case current, CaseCommand command, DateTimeOffset at, string? service, string? why)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(command);
        var isOpen = current.Work.Referrals.Any(one => one.Proposed.Service == service && one.State is (ReferralState.Proposed or ReferralState.Made));
        return Wrong(
                ServiceDirectory.Embedded.Find(service ?? "") is null ? new FieldProblem("Service", FieldProblemKind.Missing) : null,
                isOpen ? new FieldProblem("Service", FieldProblemKind.AlreadyOpen) : null,
                Words("Why", why, required: true))
            ?? (CaseOutcome)new CaseDone(current.With(new ReferralProposed { Command = command.Id, At = at, By = command.Actor.Who, Service = service!, Why = why!.Trim() })); // Checked above.
    }

    /// <summary>Records who agreed to a referral, when, and to what.</summary>
    public static CaseOutcome ConsentReferral(Case current, CaseCommand command, DateTimeOffset at, NewConsent consent, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(consent);
        if (ReferralIn(current, consent.Referral) is not { State: ReferralState.Proposed, HasConsent: false } referral)
            return new ReferralElsewhere();
        return Wrong(
                consent.Giver is null ? new FieldProblem(nameof(consent.Giver), FieldProblemKind.Missing) : null,
                PastDay(nameof(consent.GivenOn), consent.GivenOn, at, times),
                Words(nameof(consent.MayPassOn), consent.MayPassOn, required: true))
            ?? (CaseOutcome)new CaseDone(current.With(new ReferralConsented
            {
                Command = command.Id, At = at, By = command.Actor.Who, Referral = referral.Id,
                Giver = consent.Giver!.Value, GivenOn = consent.GivenOn!.Value, MayPassOn = consent.MayPassOn!.Trim(), // Checked above.
            }));
    }

    /// <summary>Records that the service was told. Never without consent.</summary>
    public static CaseOutcome MakeReferral(Case current, CaseCommand command, DateTimeOffset at, Guid id, string? passedOn)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (ReferralIn(current, id) is not { State: ReferralState.Proposed } referral)
            return new ReferralElsewhere();
        if (!referral.HasConsent)
            return new ConsentNeeded();
        return Wrong(Words("PassedOn", passedOn, required: true))
            ?? (CaseOutcome)new CaseDone(current.With(new ReferralMade { Command = command.Id, At = at, By = command.Actor.Who, Referral = id, PassedOn = passedOn!.Trim() })); // Checked above.
    }

    /// <summary>Records that a referral does not happen.</summary>
    public static CaseOutcome DeclineReferral(Case current, CaseCommand command, DateTimeOffset at, Guid id, ReferralDecliner? decliner)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (ReferralIn(current, id) is not { State: ReferralState.Proposed or ReferralState.Made })
            return new ReferralElsewhere();
        return decliner is { } who
            ? new CaseDone(current.With(new ReferralDeclined { Command = command.Id, At = at, By = command.Actor.Who, Referral = id, Decliner = who }))
            : new CaseIncomplete([new FieldProblem("Decliner", FieldProblemKind.Missing)]);
    }

    /// <summary>Records what the service answered.</summary>
    public static CaseOutcome AnswerReferral(Case current, CaseCommand command, DateTimeOffset at, Guid id, string? answer)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (ReferralIn(current, id) is not { State: ReferralState.Made })
            return new ReferralElsewhere();
        return Wrong(Words("Answer", answer, required: true))
            ?? (CaseOutcome)new CaseDone(current.With(new ReferralAnswered { Command = command.Id, At = at, By = command.Actor.Who, Referral = id, Answer = answer!.Trim() })); // Checked above.
    }

    /// <summary>Records that the person no longer agrees: what was passed on already leaves a task to tell the service.</summary>
    public static CaseOutcome WithdrawConsent(Case current, CaseCommand command, DateTimeOffset at, Guid id, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(times);
        return ReferralIn(current, id) is { HasConsent: true } referral
            ? new CaseDone(current.With(new ConsentWithdrawn
            {
                Command = command.Id, At = at, By = command.Actor.Who, Referral = id, Service = referral.Proposed.Service,
                TellBy = referral.Made is null ? null : times.EndOf(times.NextWorkingDay(at)),
            }))
            : new ReferralElsewhere();
    }

    private static Referral? ReferralIn(Case current, Guid id)
    {
        ArgumentNullException.ThrowIfNull(current);
        return current.Work.Referrals.FirstOrDefault(one => one.Id == id);
    }

    // A day on which something was done.
    private static FieldProblem? PastDay(string field, DateOnly? day, DateTimeOffset now, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        if (day is not { } given)
            return new FieldProblem(field, FieldProblemKind.Missing);
        return given > times.DayOf(now) ? new FieldProblem(field, FieldProblemKind.InFuture) : null;
    }
}

/// <summary>Consent as it is filled in.</summary>
/// <param name="Referral">The referral.</param>
/// <param name="Giver">Who agreed; required.</param>
/// <param name="GivenOn">The day they agreed; required.</param>
/// <param name="MayPassOn">What may be passed on; required.</param>
public sealed record NewConsent(Guid Referral, ConsentGiver? Giver, DateOnly? GivenOn, string? MayPassOn);

/// <summary>The referral is not where this can be done to it; nothing was changed.</summary>
public sealed record ReferralElsewhere : CaseOutcome;

/// <summary>Nobody has agreed to the referral, or they took it back; nothing was changed.</summary>
public sealed record ConsentNeeded : CaseOutcome;
