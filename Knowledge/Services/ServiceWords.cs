using System.Collections.Frozen;

namespace ReportBot.Knowledge.Services;

/// <summary>The labels of Appendix A, as it writes them.</summary>
public static class PartnerLabel
{
    /// <summary>An organisation we work with directly.</summary>
    public const string WestKentPartner = "West Kent Partner";

    /// <summary>A widely known national organisation.</summary>
    public const string NationalAffiliate = "National Affiliate";

    /// <summary>A known local service we often recommend.</summary>
    public const string LocalTrustedOrganisation = "Local Trusted Organisation";

    internal static readonly FrozenSet<string> All = new[] { WestKentPartner, NationalAffiliate, LocalTrustedOrganisation }.ToFrozenSet();
}

/// <summary>Groups within a strand that have a service of their own. The values are a stored format.</summary>
public static class ServiceGroup
{
    /// <summary>Hate against Jewish people.</summary>
    public const string Antisemitic = "antisemitic";

    /// <summary>Hate against Muslims.</summary>
    public const string AntiMuslim = "anti-muslim";

    /// <summary>Hate against Gypsy, Roma and Traveller people.</summary>
    public const string GypsyRomaTraveller = "gypsy-roma-traveller";

    /// <summary>Hate against people with a learning disability.</summary>
    public const string LearningDisability = "learning-disability";

    /// <summary>Hate against autistic people.</summary>
    public const string Autism = "autism";

    /// <summary>Hate against a faith that has no service of its own.</summary>
    public const string OtherFaith = "other-faith";

    internal static readonly FrozenSet<string> All =
        new[] { Antisemitic, AntiMuslim, GypsyRomaTraveller, LearningDisability, Autism, OtherFaith }.ToFrozenSet();
}

/// <summary>What services offer and people may need. The values are a stored format.</summary>
public static class ServiceOffer
{
    /// <summary>Advice.</summary>
    public const string Advice = "advice";

    /// <summary>Someone who speaks up for the person.</summary>
    public const string Advocacy = "advocacy";

    /// <summary>Counselling.</summary>
    public const string Counselling = "counselling";

    /// <summary>Groups of people in the same position.</summary>
    public const string PeerSupport = "peer-support";

    /// <summary>Help with abuse at home.</summary>
    public const string DomesticAbuse = "domestic-abuse";

    /// <summary>Help after sexual violence.</summary>
    public const string SexualViolence = "sexual-violence";

    /// <summary>Help for people who saw it.</summary>
    public const string Witness = "witness";

    /// <summary>Takes reports.</summary>
    public const string Reporting = "reporting";

    /// <summary>Advice on housing.</summary>
    public const string Housing = "housing";

    /// <summary>Advice on benefits.</summary>
    public const string Benefits = "benefits";

    /// <summary>Advice on legal rights.</summary>
    public const string Legal = "legal";

    internal static readonly FrozenSet<string> All = new[]
    {
        Advice, Advocacy, Counselling, PeerSupport, DomesticAbuse, SexualViolence, Witness, Reporting, Housing, Benefits, Legal,
    }.ToFrozenSet();
}
