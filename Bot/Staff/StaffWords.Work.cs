using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Services;

namespace ReportBot.Bot.Staff;

public static partial class StaffWords
{
    /// <summary>What a task is for.</summary>
    public static string Of(TaskKind kind) => kind switch
    {
        TaskKind.Other => "Task",
        TaskKind.NextUpdate => "Give the next update",
        TaskKind.Repair => "See whether the repair was done",
        TaskKind.ConsentWithdrawn => "Tell the service that the person no longer agrees",
        _ => kind.ToString(),
    };

    /// <summary>A service of Appendix A, by its id.</summary>
    public static string Service(string id) => ServiceDirectory.Embedded.Find(id)?.Name ?? id;

    /// <summary>A body outside.</summary>
    public static string Of(OutsideBody body) => body switch
    {
        OutsideBody.Police => "The police",
        OutsideBody.Council => "A council",
        OutsideBody.SocialCare => "Adult or children’s social care",
        OutsideBody.VictimSupport => "Victim Support",
        OutsideBody.SupportService => "Another support service",
        OutsideBody.Landlord => "Another landlord",
        OutsideBody.Court => "A court or a solicitor",
        OutsideBody.Other => "Somebody else",
        _ => body.ToString(),
    };

    /// <summary>A lawful basis of UK GDPR article 6(1).</summary>
    public static string Of(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Consent => "(a) Consent: support services only",
        LawfulBasis.Contract => "(b) Contract",
        LawfulBasis.LegalObligation => "(c) Legal obligation",
        LawfulBasis.VitalInterests => "(d) Vital interests: somebody’s life",
        LawfulBasis.PublicTask => "(e) Public task",
        LawfulBasis.RecognisedLegitimateInterest => "(ea) Recognised legitimate interest, such as crime or safeguarding",
        LawfulBasis.LegitimateInterests => "(f) Legitimate interests",
        _ => basis.ToString(),
    };

    /// <summary>A condition for special category and criminal offence data.</summary>
    public static string Of(DataCondition condition) => condition switch
    {
        DataCondition.ExplicitConsent => "Explicit consent: article 9(2)(a), DPA 2018 schedule 1 paragraph 29",
        DataCondition.VitalInterests => "Somebody’s life, who cannot consent: article 9(2)(c), paragraph 30",
        DataCondition.LegalClaims => "Legal claims: article 9(2)(f), paragraph 33",
        DataCondition.HealthOrSocialCare => "Health or social care: paragraph 2",
        DataCondition.StatutoryPurpose => "A purpose set by law: paragraph 6",
        DataCondition.UnlawfulActs => "Preventing or detecting unlawful acts: paragraph 10",
        DataCondition.Safeguarding => "Safeguarding a child or an adult at risk: paragraph 18",
        _ => condition.ToString(),
    };

    /// <summary>Whether the person agreed.</summary>
    public static string Of(DisclosureAgreement agreement) => agreement switch
    {
        DisclosureAgreement.InReport => "Yes, they chose it in their report",
        DisclosureAgreement.Since => "Yes, they have agreed since",
        DisclosureAgreement.No => "No, or they were not asked",
        _ => agreement.ToString(),
    };

    /// <summary>What goes against the person's choice.</summary>
    public static string Of(AgainstChoice against) => against switch
    {
        AgainstChoice.SeriousRisk => "Somebody is at serious risk",
        AgainstChoice.LegalDuty => "The law requires it",
        _ => against.ToString(),
    };

    /// <summary>Whether the person was told first.</summary>
    public static string Of(ToldFirst told) => told switch
    {
        ToldFirst.Yes => "Yes",
        ToldFirst.NotSafe => "No, it was not safe to",
        ToldFirst.NotReached => "No, they could not be reached in time",
        _ => told.ToString(),
    };

    /// <summary>Who agreed.</summary>
    public static string Of(ConsentGiver giver) => giver switch
    {
        ConsentGiver.Person => "The person affected",
        ConsentGiver.Parent => "Their parent or guardian",
        ConsentGiver.Deputy => "Somebody who may decide for them by law",
        _ => giver.ToString(),
    };

    /// <summary>Who did not want a referral.</summary>
    public static string Of(ReferralDecliner decliner) => decliner switch
    {
        ReferralDecliner.Person => "The person",
        ReferralDecliner.Service => "The service",
        _ => decliner.ToString(),
    };

    /// <summary>Who told the police.</summary>
    public static string Of(PoliceReporter reporter) => reporter switch
    {
        PoliceReporter.Person => "The person",
        PoliceReporter.Us => "We did",
        PoliceReporter.SomeoneElse => "Somebody else",
        _ => reporter.ToString(),
    };

    /// <summary>What has to be repaired.</summary>
    public static string Of(RepairKind repair) => repair switch
    {
        RepairKind.Graffiti => "Words or signs to be removed",
        RepairKind.Lock => "A lock or a door",
        RepairKind.Window => "A window",
        RepairKind.Other => "Something else",
        _ => repair.ToString(),
    };

    /// <summary>What is done about who did it.</summary>
    public static string Of(ActionKind action) => action switch
    {
        ActionKind.WarningLetter => "Warning letter",
        ActionKind.BehaviourAgreement => "Acceptable behaviour agreement",
        ActionKind.Mediation => "Mediation or another restorative way",
        ActionKind.TenancyAction => "Tenancy action",
        ActionKind.Injunction => "Injunction",
        ActionKind.SupportOrEducation => "Support or education for who did it",
        ActionKind.EvidenceToPolice => "Evidence handed to the police",
        _ => action.ToString(),
    };

    /// <summary>Whether an action is safe for the person.</summary>
    public static string Of(SafetyAnswer safety) => safety switch
    {
        SafetyAnswer.Safe => "Yes",
        SafetyAnswer.SafeWithMeasures => "Yes, with what we have arranged for them",
        SafetyAnswer.NotSafe => "No, or we do not know",
        _ => safety.ToString(),
    };

    /// <summary>Whether the person wants it.</summary>
    public static string Of(PersonWish wish) => wish switch
    {
        PersonWish.Wants => "Yes, they have said so",
        PersonWish.DoesNotWant => "No",
        PersonWish.NotAsked => "They were not asked",
        _ => wish.ToString(),
    };

    /// <summary>By when, such as <c>Due today</c>, <c>Due tomorrow</c>, <c>Due Mon 30 Nov 2026</c>, <c>Overdue since Thu 26 Nov 2026</c>.</summary>
    public static string Due(DateTimeOffset due, DateTimeOffset now)
    {
        if (due < now)
            return $"Overdue since {StaffTime.DayOf(due)}";
        return (StaffTime.LondonDay(due).DayNumber - StaffTime.LondonDay(now).DayNumber) switch
        {
            0 => "Due today",
            1 => "Due tomorrow",
            _ => $"Due {StaffTime.DayOf(due)}",
        };
    }

    /// <summary>What is to be done.</summary>
    public static string Of(CaseTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return (task.Kind, task.What) switch
        {
            (TaskKind.Other, { } what) => what,
            (_, { } what) => $"{Of(task.Kind)}: {what}",
            _ => Of(task.Kind),
        };
    }
}
