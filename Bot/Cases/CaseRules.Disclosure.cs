using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    /// <summary>
    /// Records that somebody outside was told something. What the person chose in their report holds; only serious risk or a legal duty goes
    /// against it, with the reason in writing.
    /// </summary>
    public static CaseOutcome Disclose(Case current, CaseCommand command, DateTimeOffset at, NewDisclosure told, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(told);
        var isAgainst = told.Agreement is DisclosureAgreement.No;
        return Wrong(
                told.Body is null ? new FieldProblem(nameof(told.Body), FieldProblemKind.Missing) : null,
                Name(nameof(told.Whom), told.Whom),
                Words(nameof(told.Told), told.Told, required: true),
                PastDay(nameof(told.ToldOn), told.ToldOn, at, times),
                Words(nameof(told.SafetyReason), told.SafetyReason, required: true),
                BasisProblem(told),
                ConditionProblem(told),
                AgreementProblem(current, told),
                Words(nameof(told.AgreedHow), told.AgreedHow, required: told.Agreement is DisclosureAgreement.Since),
                isAgainst && told.Against is null ? new FieldProblem(nameof(told.Against), FieldProblemKind.Missing) : null,
                Words(nameof(told.AgainstReason), told.AgainstReason, required: isAgainst),
                isAgainst && told.ToldFirst is null ? new FieldProblem(nameof(told.ToldFirst), FieldProblemKind.Missing) : null)
            ?? (CaseOutcome)new CaseDone(current.With(new Disclosed
            {
                Command = command.Id, At = at, By = command.Actor.Who,
                Body = told.Body!.Value, Whom = told.Whom!.Trim(), Told = told.Told!.Trim(), ToldOn = told.ToldOn!.Value, // Checked above.
                SafetyReason = told.SafetyReason!.Trim(), // Checked above.
                Basis = told.Basis!.Value, Condition = told.HasSensitive ? told.Condition : null, Agreement = told.Agreement!.Value, // Checked above.
                AgreedHow = told.Agreement is DisclosureAgreement.Since ? told.AgreedHow!.Trim() : null, // Checked above.
                Against = isAgainst ? told.Against : null,
                AgainstReason = isAgainst ? told.AgainstReason!.Trim() : null, // Checked above.
                ToldFirst = isAgainst ? told.ToldFirst : null,
            }));
    }

    /// <summary>True when whoever told each report of the case chose, and last said, that this body may be told.</summary>
    public static bool IsChosen(Case current, OutsideBody body)
    {
        ArgumentNullException.ThrowIfNull(current);
        return ChoiceFor(body) is { } choice && current.Reports.Select(current.Circumstances.With).All(report => report.Told.Chosen(Question.WhoMayBeTold).Contains(choice));
    }

    // Consent is no basis for what would be told anyway: it is for services the person can take or leave.
    private static FieldProblem? BasisProblem(NewDisclosure told)
    {
        const string Field = nameof(NewDisclosure.Basis);
        if (told.Basis is null)
            return new FieldProblem(Field, FieldProblemKind.Missing);
        var isService = told.Body is OutsideBody.VictimSupport or OutsideBody.SupportService;
        return told.Basis is LawfulBasis.Consent && (!isService || told.Agreement is DisclosureAgreement.No) ? new FieldProblem(Field, FieldProblemKind.ConsentDoesNotFit) : null;
    }

    private static FieldProblem? ConditionProblem(NewDisclosure told)
    {
        const string Field = nameof(NewDisclosure.Condition);
        if (!told.HasSensitive)
            return null;
        if (told.Condition is null)
            return new FieldProblem(Field, FieldProblemKind.Missing);
        return told.Condition is DataCondition.ExplicitConsent && told.Agreement is DisclosureAgreement.No ? new FieldProblem(Field, FieldProblemKind.ConsentDoesNotFit) : null;
    }

    private static FieldProblem? AgreementProblem(Case current, NewDisclosure told)
    {
        const string Field = nameof(NewDisclosure.Agreement);
        if (told.Agreement is null)
            return new FieldProblem(Field, FieldProblemKind.Missing);
        return told.Agreement is DisclosureAgreement.InReport && told.Body is { } body && !IsChosen(current, body) ? new FieldProblem(Field, FieldProblemKind.NotInReport) : null;
    }

    private static string? ChoiceFor(OutsideBody body) => body switch
    {
        OutsideBody.Police => ToldOnwardChoice.Police,
        OutsideBody.Council => ToldOnwardChoice.Council,
        OutsideBody.VictimSupport => ToldOnwardChoice.VictimSupport,
        OutsideBody.SupportService => ToldOnwardChoice.Services,
        _ => null,
    };
}

/// <summary>A disclosure as it is filled in.</summary>
/// <param name="Body">What kind of body; required.</param>
/// <param name="Whom">Who exactly; required.</param>
/// <param name="Told">What they were told; required.</param>
/// <param name="ToldOn">The day they were told; required.</param>
/// <param name="Basis">The lawful basis; required.</param>
public sealed record NewDisclosure(OutsideBody? Body, string? Whom, string? Told, DateOnly? ToldOn, LawfulBasis? Basis)
{
    /// <summary>How the person's safety was weighed before (policy 7.1); required.</summary>
    public string? SafetyReason { get; init; }

    /// <summary>True when race, religion, health, sex life or orientation, or an alleged offence is in it.</summary>
    public bool HasSensitive { get; init; } = true;

    /// <summary>The condition for that; required when there is.</summary>
    public DataCondition? Condition { get; init; }

    /// <summary>Whether the person agreed; required.</summary>
    public DisclosureAgreement? Agreement { get; init; }

    /// <summary>When and how they agreed since; required when they have.</summary>
    public string? AgreedHow { get; init; }

    /// <summary>What it goes against their choice for; required when they have not agreed.</summary>
    public AgainstChoice? Against { get; init; }

    /// <summary>Why; required when they have not agreed.</summary>
    public string? AgainstReason { get; init; }

    /// <summary>Whether they were told first; required when they have not agreed.</summary>
    public ToldFirst? ToldFirst { get; init; }
}
