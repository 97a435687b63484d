using System.Collections.Frozen;

namespace ReportBot.Knowledge.Reporting;

/// <summary>The codes of the reasons that answers and readings set. Codes are a stored format; those found by words alone stand only in the data file.</summary>
internal static class RiskCode
{
    public const string DangerNow = "danger-now";
    public const string Weapon = "weapon";
    public const string ThreatToLife = "threat-to-life";
    public const string MedicalHelp = "medical-help";
    public const string Injury = "injury";
    public const string MakeSafe = "make-safe";
    public const string OffensiveGraffiti = "offensive-graffiti";
    public const string Damage = "damage";
    public const string Escalating = "escalating";
    public const string Repeat = "repeat";
    public const string Ongoing = "ongoing";
    public const string Neighbour = "neighbour";
    public const string PersonInAuthority = "person-in-authority";
    public const string SeveralPeople = "several-people";
    public const string Disability = "disability";
    public const string Under18 = "under-18";
    public const string Children = "children";
    public const string Violence = "violence";

    /// <summary>The reason each behaviour of policy 3.5 gives, by its choice.</summary>
    public static readonly FrozenDictionary<string, string> OfBehaviour = new Dictionary<string, string>
    {
        [BehaviourChoice.VerbalAbuse] = "verbal-abuse",
        [BehaviourChoice.Harassment] = "harassment",
        [BehaviourChoice.Intimidation] = "intimidation",
        [BehaviourChoice.Threats] = "threats",
        [BehaviourChoice.AbusiveMessages] = "abusive-messages",
        [BehaviourChoice.OnlineAbuse] = "online-abuse",
        [BehaviourChoice.Literature] = "literature",
        [BehaviourChoice.Damage] = Damage,
        [BehaviourChoice.Rubbish] = "rubbish",
        [BehaviourChoice.MaliciousComplaints] = "malicious-complaints",
    }.ToFrozenDictionary();

    /// <summary>Every code the rules in code may set.</summary>
    public static readonly FrozenSet<string> Set = OfBehaviour.Values.Concat(
    [
        DangerNow, Weapon, ThreatToLife, MedicalHelp, Injury, MakeSafe, OffensiveGraffiti, Damage, Escalating, Repeat, Ongoing, Neighbour,
        PersonInAuthority, SeveralPeople, Disability, Under18, Children, Violence,
    ]).ToFrozenSet();
}
