using System.Text.Json.Serialization;

namespace ReportBot.Bot.Cases;

/// <summary>A body outside the association. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutsideBody>))]
public enum OutsideBody
{
    /// <summary>The police.</summary>
    Police,

    /// <summary>A council, but for its social care.</summary>
    Council,

    /// <summary>Adult or children’s social care.</summary>
    SocialCare,

    /// <summary>Victim Support.</summary>
    VictimSupport,

    /// <summary>Another service that supports people.</summary>
    SupportService,

    /// <summary>Another landlord.</summary>
    Landlord,

    /// <summary>A court, or those who act before it.</summary>
    Court,

    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>The lawful bases of UK GDPR article 6(1). The names are a stored format. General knowledge of November 2026, for the data protection officer to confirm.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LawfulBasis>))]
public enum LawfulBasis
{
    /// <summary>Point (a).</summary>
    Consent,

    /// <summary>Point (b).</summary>
    Contract,

    /// <summary>Point (c).</summary>
    LegalObligation,

    /// <summary>Point (d).</summary>
    VitalInterests,

    /// <summary>Point (e).</summary>
    PublicTask,

    /// <summary>Point (ea), from the Data (Use and Access) Act 2025.</summary>
    RecognisedLegitimateInterest,

    /// <summary>Point (f).</summary>
    LegitimateInterests,
}

/// <summary>
/// The conditions under which special category data (UK GDPR article 9) and data about alleged offences (article 10) may be passed on, as far as
/// they come up here. The paragraphs are those of the Data Protection Act 2018, schedule 1. The names are a stored format. General knowledge of
/// November 2026, for the data protection officer to confirm.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<DataCondition>))]
public enum DataCondition
{
    /// <summary>Article 9(2)(a), paragraph 29.</summary>
    ExplicitConsent,

    /// <summary>Article 9(2)(c), paragraph 30.</summary>
    VitalInterests,

    /// <summary>Article 9(2)(f), paragraph 33.</summary>
    LegalClaims,

    /// <summary>Paragraph 2.</summary>
    HealthOrSocialCare,

    /// <summary>Paragraph 6.</summary>
    StatutoryPurpose,

    /// <summary>Paragraph 10.</summary>
    UnlawfulActs,

    /// <summary>Paragraph 18.</summary>
    Safeguarding,
}

/// <summary>Whether the person agreed that somebody is told. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DisclosureAgreement>))]
public enum DisclosureAgreement
{
    /// <summary>They chose it in their report.</summary>
    InReport,

    /// <summary>They have agreed since.</summary>
    Since,

    /// <summary>They have not agreed, or have said no.</summary>
    No,
}

/// <summary>What alone may go against the person's choice. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgainstChoice>))]
public enum AgainstChoice
{
    /// <summary>Somebody is at serious risk.</summary>
    SeriousRisk,

    /// <summary>The law requires it.</summary>
    LegalDuty,
}

/// <summary>Whether the person was told before somebody else was. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ToldFirst>))]
public enum ToldFirst
{
    /// <summary>They were.</summary>
    Yes,

    /// <summary>It was not safe to.</summary>
    NotSafe,

    /// <summary>They could not be reached in time.</summary>
    NotReached,
}

/// <summary>Somebody outside the association was told something of the case.</summary>
public sealed record Disclosed : CaseEvent
{
    /// <summary>What kind of body.</summary>
    public required OutsideBody Body { get; init; }

    /// <summary>Who exactly.</summary>
    public required string Whom { get; init; }

    /// <summary>What they were told.</summary>
    public required string Told { get; init; }

    /// <summary>The day they were told.</summary>
    public required DateOnly ToldOn { get; init; }

    /// <summary>How the person's safety was weighed before (policy 7.1); null in records from before it was asked.</summary>
    public string? SafetyReason { get; init; }

    /// <summary>The lawful basis.</summary>
    public required LawfulBasis Basis { get; init; }

    /// <summary>The condition for special category and criminal offence data; null when there was none in it.</summary>
    public DataCondition? Condition { get; init; }

    /// <summary>Whether the person agreed.</summary>
    public required DisclosureAgreement Agreement { get; init; }

    /// <summary>When and how they agreed since; null where that is not so.</summary>
    public string? AgreedHow { get; init; }

    /// <summary>What it goes against their choice for; null when it does not.</summary>
    public AgainstChoice? Against { get; init; }

    /// <summary>Why it goes against their choice; null when it does not.</summary>
    public string? AgainstReason { get; init; }

    /// <summary>Whether they were told first; null when it is what they chose.</summary>
    public ToldFirst? ToldFirst { get; init; }
}
