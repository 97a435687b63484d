namespace ReportBot.Knowledge.Reporting;

// The values of choices are a stored format: never renamed, never reused. What is shown for them are phrases of the conversation.

/// <summary>The choices of the question about safety, in the order they are offered.</summary>
public static class SafetyChoice
{
    /// <summary>No one is in danger and it is safe to type.</summary>
    public const string Safe = "safe";

    /// <summary>Someone is in danger now.</summary>
    public const string Danger = "danger";

    /// <summary>It is not safe to type here.</summary>
    public const string CannotType = "cannot-type";

    /// <summary>Every value, in the order offered.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = [Safe, Danger, CannotType];
}

/// <summary>The choices of the question about the role, in the order they are offered.</summary>
public static class RoleChoice
{
    /// <summary>It happened to the person reporting.</summary>
    public const string Me = "me";

    /// <summary>It happened to someone they live with.</summary>
    public const string Household = "household";

    /// <summary>They saw or heard it happen to someone else.</summary>
    public const string Witness = "witness";

    /// <summary>They report for someone else.</summary>
    public const string OnBehalf = "on-behalf";

    /// <summary>They work for the association or for a contractor of it.</summary>
    public const string Staff = "staff";

    /// <summary>They work for a partner organisation.</summary>
    public const string Partner = "partner";

    /// <summary>Every value, in the order offered.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = [Me, Household, Witness, OnBehalf, Staff, Partner];
}

/// <summary>The choices of the question about behaviours: the bullets of policy 3.5 by number, in the order they are offered.</summary>
public static class BehaviourChoice
{
    /// <summary>Verbal abuse.</summary>
    public const string VerbalAbuse = "1";

    /// <summary>Harassment.</summary>
    public const string Harassment = "2";

    /// <summary>Bullying or intimidation.</summary>
    public const string Intimidation = "3";

    /// <summary>Threats of violence.</summary>
    public const string Threats = "4";

    /// <summary>Abusive calls, messages or e-mails.</summary>
    public const string AbusiveMessages = "5";

    /// <summary>Online abuse.</summary>
    public const string OnlineAbuse = "6";

    /// <summary>Discriminatory literature or posters.</summary>
    public const string Literature = "7";

    /// <summary>Damage to home, vehicle, pet or other property.</summary>
    public const string Damage = "8";

    /// <summary>Rubbish or other things thrown into a garden.</summary>
    public const string Rubbish = "9";

    /// <summary>Malicious complaints.</summary>
    public const string MaliciousComplaints = "10";

    /// <summary>The list is not exhaustive.</summary>
    public const string SomethingElse = "something-else";

    /// <summary>Every value, in the order offered.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = [VerbalAbuse, Harassment, Intimidation, Threats, AbusiveMessages, OnlineAbuse, Literature, Damage, Rubbish, MaliciousComplaints, SomethingElse];
}

/// <summary>The choices of the question about harm, in the order they are offered.</summary>
public static class HarmChoice
{
    /// <summary>No one was hurt.</summary>
    public const string NotHurt = "not-hurt";

    /// <summary>Someone was hurt.</summary>
    public const string Hurt = "hurt";

    /// <summary>Someone needed medical help.</summary>
    public const string NeededHelp = "needed-medical-help";

    /// <summary>Every value, in the order offered.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = [NotHurt, Hurt, NeededHelp];
}

/// <summary>The choices of the question about damage, in the order they are offered.</summary>
public static class DamageChoice
{
    /// <summary>Nothing was damaged.</summary>
    public const string None = "none";

    /// <summary>Something was damaged or taken.</summary>
    public const string Damaged = "damaged";

    /// <summary>A lock, door or window needs making safe.</summary>
    public const string NeedsMakingSafe = "needs-making-safe";

    /// <summary>Offensive words or signs need removing.</summary>
    public const string Graffiti = "graffiti";

    /// <summary>Every value, in the order offered.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = [None, Damaged, NeedsMakingSafe, Graffiti];
}

/// <summary>The choices of the question about who did it, in the order they are offered.</summary>
public static class WhoDidItChoice
{
    /// <summary>A neighbour.</summary>
    public const string Neighbour = "neighbour";

    /// <summary>Someone else they know.</summary>
    public const string Known = "known";

    /// <summary>Someone they do not know.</summary>
    public const string Stranger = "stranger";

    /// <summary>Someone who works for the association.</summary>
    public const string Staff = "staff";

    /// <summary>Someone who works for a contractor of the association.</summary>
    public const string Contractor = "contractor";

    /// <summary>Every value, in the order offered.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = [Neighbour, Known, Stranger, Staff, Contractor];
}

/// <summary>The choices of the questions answered yes or no, in the order they are offered.</summary>
public static class YesNoChoice
{
    /// <summary>Yes.</summary>
    public const string Yes = "yes";

    /// <summary>No.</summary>
    public const string No = "no";

    /// <summary>Every value, in the order offered.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = [Yes, No];
}

/// <summary>The choices of the question about earlier times, in the order they are offered.</summary>
public static class BeforeChoice
{
    /// <summary>It was the first time.</summary>
    public const string FirstTime = "first-time";

    /// <summary>It has happened before.</summary>
    public const string Before = "before";

    /// <summary>It happens often, or it is getting worse.</summary>
    public const string OftenOrWorse = "often-or-worse";

    /// <summary>Every value, in the order offered.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = [FirstTime, Before, OftenOrWorse];
}

/// <summary>The choices of the question about whom they have told, in the order they are offered.</summary>
public static class ToldChoice
{
    /// <summary>No one.</summary>
    public const string NoOne = "no-one";

    /// <summary>The police.</summary>
    public const string Police = "police";

    /// <summary>The association.</summary>
    public const string Us = "us";

    /// <summary>The council.</summary>
    public const string Council = "council";

    /// <summary>A school.</summary>
    public const string School = "school";

    /// <summary>A doctor or nurse.</summary>
    public const string Doctor = "doctor";

    /// <summary>Someone else.</summary>
    public const string Other = "other";

    /// <summary>Every value, in the order offered.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = [NoOne, Police, Us, Council, School, Doctor, Other];
}

/// <summary>The choices of the question about who may be told; default none, in the order they are offered.</summary>
public static class ToldOnwardChoice
{
    /// <summary>Kent Police.</summary>
    public const string Police = "police";

    /// <summary>The council.</summary>
    public const string Council = "council";

    /// <summary>Victim Support.</summary>
    public const string VictimSupport = "victim-support";

    /// <summary>A service that can support them.</summary>
    public const string Services = "services";

    /// <summary>No one outside the association.</summary>
    public const string NoOne = "no-one";

    /// <summary>Every value, in the order offered.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = [Police, Council, VictimSupport, Services, NoOne];
}

/// <summary>The choices of the question about safe ways to reach them, in the order they are offered.</summary>
public static class ChannelChoice
{
    /// <summary>A phone call.</summary>
    public const string Call = "call";

    /// <summary>A text message.</summary>
    public const string Text = "text";

    /// <summary>An e-mail.</summary>
    public const string Email = "email";

    /// <summary>A letter.</summary>
    public const string Letter = "letter";

    /// <summary>A visit.</summary>
    public const string Visit = "visit";

    /// <summary>Here, through the return code.</summary>
    public const string ReturnCode = "return-code";

    /// <summary>Every value, in the order offered.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = [Call, Text, Email, Letter, Visit, ReturnCode];
}

/// <summary>The choices of the question about voicemail, in the order they are offered.</summary>
public static class VoicemailChoice
{
    /// <summary>We may leave a message and say who we are.</summary>
    public const string Yes = "yes";

    /// <summary>We may leave a message without saying who we are.</summary>
    public const string NoName = "no-name";

    /// <summary>No voicemail.</summary>
    public const string No = "no";

    /// <summary>Every value, in the order offered.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = [Yes, NoName, No];
}

/// <summary>The choices of the question about needs, in the order they are offered.</summary>
public static class NeedChoice
{
    /// <summary>An interpreter.</summary>
    public const string Interpreter = "interpreter";

    /// <summary>British Sign Language.</summary>
    public const string SignLanguage = "sign-language";

    /// <summary>Large print.</summary>
    public const string LargePrint = "large-print";

    /// <summary>Easy read.</summary>
    public const string EasyRead = "easy-read";

    /// <summary>Something else.</summary>
    public const string Other = "other";

    /// <summary>Every value, in the order offered.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = [Interpreter, SignLanguage, LargePrint, EasyRead, Other];
}
