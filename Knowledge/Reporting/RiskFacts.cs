using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportBot.Knowledge.Recognition;

namespace ReportBot.Knowledge.Reporting;

/// <summary>A reason for risk that was met, with the person's words where it was words.</summary>
internal readonly record struct RiskFact(string Code, string? Words);

/// <summary>The reasons for risk that answers set, or that were read from the account where no answer says otherwise.</summary>
internal static partial class RiskFacts
{
    private const int SeveralPeople = 3;

    /// <summary>The reasons, in no order; the same may come twice.</summary>
    public static IEnumerable<RiskFact> Of(ReportDraft draft, AccountReading reading)
    {
        var account = draft.AccountText;
        var read = reading.Extraction;
        return
        [
            .. Danger(draft, reading, account),
            .. Hurt(draft, read, account),
            .. Damage(draft, read, account),
            .. History(draft, read, account),
            .. People(draft, read, account),
            .. Young(draft, read, account),
            .. Behaviours(draft, reading.Recognised, account),
            .. draft.Perceived.Contains(Characteristic.Disability) ? [new RiskFact(RiskCode.Disability, null)] : ImmutableArray<RiskFact>.Empty,
        ];
    }

    /// <summary>The words a span covers; null for one that lies outside the text.</summary>
    public static string? Words(Span span, string text) =>
        span.Start >= 0 && span.Length > 0 && span.Start <= text.Length - span.Length ? span.In(text) : null;

    /// <summary>True when the person complained of works for the association or a contractor, by the answer or, without one, by the account.</summary>
    public static bool IsAboutStaff(ReportDraft draft, Extraction read) => draft.HasAnswered(Question.WhoDidIt)
        ? draft.Chose(Question.WhoDidIt, WhoDidItChoice.Staff) || draft.Chose(Question.WhoDidIt, WhoDidItChoice.Contractor)
        : read.WhoDidIt is { Value: WhoDidItChoice.Staff or WhoDidItChoice.Contractor };

    private static IEnumerable<RiskFact> Danger(ReportDraft draft, AccountReading reading, string account)
    {
        if (reading.DangerSeen || draft.Chose(Question.Safety, SafetyChoice.Danger))
            yield return new(RiskCode.DangerNow, null);
        if (reading.Extraction.Weapon is { Value: true } weapon)
            yield return new(RiskCode.Weapon, Words(weapon.Where, account));
        if (reading.Extraction.ThreatToLife is { Value: true } threat)
            yield return new(RiskCode.ThreatToLife, Words(threat.Where, account));
    }

    private static IEnumerable<RiskFact> Hurt(ReportDraft draft, Extraction read, string account)
    {
        if (draft.Chose(Question.Harm, HarmChoice.NeededHelp))
            yield return new(RiskCode.MedicalHelp, null);
        if (draft.Chose(Question.Harm, HarmChoice.Hurt))
            yield return new(RiskCode.Injury, null);
        if (!draft.HasAnswered(Question.Harm) && read.Injury is { Value: true } injury)
            yield return new(RiskCode.Injury, Words(injury.Where, account));
    }

    private static IEnumerable<RiskFact> Damage(ReportDraft draft, Extraction read, string account)
    {
        if (draft.Chose(Question.Damage, DamageChoice.NeedsMakingSafe))
            yield return new(RiskCode.MakeSafe, null);
        if (draft.Chose(Question.Damage, DamageChoice.Graffiti))
            yield return new(RiskCode.OffensiveGraffiti, null);
        if (draft.Chose(Question.Damage, DamageChoice.Damaged))
            yield return new(RiskCode.Damage, null);
        if (!draft.HasAnswered(Question.Damage) && read.Damage is { Value: true } damage)
            yield return new(RiskCode.Damage, Words(damage.Where, account));
    }

    private static IEnumerable<RiskFact> History(ReportDraft draft, Extraction read, string account)
    {
        if (draft.Chose(Question.Before, BeforeChoice.OftenOrWorse))
            yield return new(RiskCode.Escalating, null);
        if (draft.Chose(Question.Before, BeforeChoice.Before))
            yield return new(RiskCode.Repeat, null);
        if (!draft.HasAnswered(Question.Before) && read.Repeat is { Value: true } repeat)
            yield return new(RiskCode.Repeat, Words(repeat.Where, account));
        if (!draft.HasAnswered(Question.Before) && read.When is { Value.Recurring: true } recurring)
            yield return new(RiskCode.Repeat, Words(recurring.Where, account));
        if (draft.Chose(Question.Ongoing, YesNoChoice.Yes))
            yield return new(RiskCode.Ongoing, null);
        if (!draft.HasAnswered(Question.Ongoing) && read.When is { Value.To: null } open)
            yield return new(RiskCode.Ongoing, Words(open.Where, account));
    }

    private static IEnumerable<RiskFact> People(ReportDraft draft, Extraction read, string account)
    {
        if (draft.Chose(Question.WhoDidIt, WhoDidItChoice.Neighbour))
            yield return new(RiskCode.Neighbour, null);
        if (!draft.HasAnswered(Question.WhoDidIt) && read.WhoDidIt is { Value: WhoDidItChoice.Neighbour } neighbour)
            yield return new(RiskCode.Neighbour, Words(neighbour.Where, account));
        if (IsAboutStaff(draft, read))
            yield return new(RiskCode.PersonInAuthority, draft.HasAnswered(Question.WhoDidIt) || read.WhoDidIt is not { } staff ? null : Words(staff.Where, account));
        if (read.PeopleInvolved is { Value: >= SeveralPeople } people)
            yield return new(RiskCode.SeveralPeople, Words(people.Where, account));
    }

    private static IEnumerable<RiskFact> Young(ReportDraft draft, Extraction read, string account)
    {
        if (draft.Chose(Question.Age, YesNoChoice.Yes))
            yield return new(RiskCode.Under18, null);
        if (!draft.HasAnswered(Question.Age) && AgeUnder18(account) is { } age)
            yield return new(RiskCode.Under18, age);
        if (draft.Chose(Question.Children, YesNoChoice.Yes))
            yield return new(RiskCode.Children, null);
        if (!draft.HasAnswered(Question.Children) && read.Children is { Value: true } children)
            yield return new(RiskCode.Children, Words(children.Where, account));
    }

    // What the person chose stands; without an answer, what the account suggests.
    private static IEnumerable<RiskFact> Behaviours(ReportDraft draft, Recognition.Recognition recognised, string account)
    {
        foreach (var choice in draft.Chosen(Question.Behaviours))
            if (RiskCode.OfBehaviour.TryGetValue(choice, out var code))
                yield return new(code, null);
        if (draft[Question.Behaviours] is { Kind: AnswerKind.Given })
            yield break;
        foreach (var suggested in recognised.Behaviours)
            if (RiskCode.OfBehaviour.TryGetValue(suggested.Behaviour.ToString(CultureInfo.InvariantCulture), out var code))
                yield return new(code, suggested.Evidence.IsDefaultOrEmpty ? null : Words(suggested.Evidence[0], account));
    }

    private static string? AgeUnder18(string account) =>
        OwnAge().Match(account) is { Success: true } own ? own.Value : ChildsAge().Match(account) is { Success: true } childs ? childs.Value : null;

    // "I'm 15", but not "I'm 15 minutes away".
    [GeneratedRegex(@"\b(?:i['’]?m|i am)\s+(?:only\s+|just\s+)?(?:[5-9]|1[0-7])(?=\s*(?:years?\s+old|yrs?\s+old|yo\b|[.,;!?]|and\b|but\b|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnAge();

    // "My 8 year old", or "my son is trans, he's 16". The age of somebody else's child says nothing: it may be the one who did it.
    [GeneratedRegex(@"\b(?:my|our)\s+(?:[1-9]|1[0-7])[\s-]*(?:year|yr)s?[\s-]*old|\b(?:my|our)\s+(?:little\s+|youngest\s+|eldest\s+)?(?:son|daughter|boy|girl|lad|child|kid|brother|sister|grandson|granddaughter|nephew|niece)\b[^.!?\n]{0,40}?\b(?:is|he['’]?s|she['’]?s|they['’]?re|aged|he is|she is)\s+(?:only\s+|just\s+)?(?:[1-9]|1[0-7])(?=\s*(?:years?\s+old|yrs?\s+old|[.,;!?)]|and\b|but\b|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChildsAge();
}
