namespace ReportBot.Knowledge.Reporting;

/// <summary>
/// The ids of the questions of a report. They are a stored format: never renamed, never reused.
/// What is asked follows what UK hate reporting forms ask; numbers are the fields of that list. The order lives with the conversation.
/// </summary>
public static class Question
{
    // The short path.
    /// <summary>Is anyone in danger, and is it safe to type (field list 1 and 2).</summary>
    public const string Safety = "safety";
    /// <summary>What happened, in their own words (19); the only question that cannot be skipped.</summary>
    public const string Account = "account";
    /// <summary>Did it happen to them, did they see it, or do they speak for someone (5).</summary>
    public const string Role = "role";
    /// <summary>Where and when, in one answer (27 to 31).</summary>
    public const string WhereAndWhen = "where-and-when";

    /// <summary>Where, when the answer about where and when did not say.</summary>
    public const string Where = "where";

    /// <summary>When, when the answer about where and when did not say.</summary>
    public const string When = "when";
    /// <summary>What they think it was about (32).</summary>
    public const string Perception = "perception";
    /// <summary>How to reach them safely, or that they stay anonymous (6, 11, 13, 14).</summary>
    public const string Contact = "contact";

    // Offered after the short path.
    /// <summary>Which behaviours of policy 3.5 occurred (20).</summary>
    public const string Behaviours = "behaviours";
    /// <summary>Was anyone hurt (23).</summary>
    public const string Harm = "harm";
    /// <summary>Was anything damaged, and does it need making safe (24).</summary>
    public const string Damage = "damage";
    /// <summary>What it has done to them and their household (26).</summary>
    public const string Effect = "effect";
    /// <summary>Who did it, as far as they know (37, 38).</summary>
    public const string WhoDidIt = "who-did-it";
    /// <summary>Anything that would help to know who did it (37).</summary>
    public const string SuspectDetail = "suspect-detail";
    /// <summary>Did anyone else see or hear it, and may we ask them (40).</summary>
    public const string Witnesses = "witnesses";
    /// <summary>Were children there (41).</summary>
    public const string Children = "children";
    /// <summary>Photos, video, messages or documents (42).</summary>
    public const string Evidence = "evidence";
    /// <summary>Has it happened before (29, 44).</summary>
    public const string Before = "happened-before";
    /// <summary>Does it still go on (28).</summary>
    public const string Ongoing = "still-going-on";
    /// <summary>Who they have told (45).</summary>
    public const string ToldAnyone = "told-anyone";
    /// <summary>The police crime or incident number (46).</summary>
    public const string PoliceReference = "police-reference";
    /// <summary>What they would like to happen (61).</summary>
    public const string Wants = "wants";
    /// <summary>What they do not want us to do (62).</summary>
    public const string DoesNotWant = "does-not-want";
    /// <summary>Which bodies may be told, by default none (65).</summary>
    public const string WhoMayBeTold = "who-may-be-told";
    /// <summary>Which ways of reaching them are safe (13).</summary>
    public const string SafeChannels = "safe-channels";
    /// <summary>Which days and times are safe (15).</summary>
    public const string SafeTimes = "safe-times";
    /// <summary>May we leave a voicemail or say who we are (16).</summary>
    public const string Voicemail = "voicemail";
    /// <summary>A word we use so they know it is us (16).</summary>
    public const string CodeWord = "code-word";
    /// <summary>Someone they trust whom we may speak to (17).</summary>
    public const string TrustedPerson = "trusted-person";
    /// <summary>Whom they would rather speak to, and where (18).</summary>
    public const string PreferredWorker = "preferred-worker";
    /// <summary>Interpreter, sign language, large print, easy read (4).</summary>
    public const string Needs = "needs";
    /// <summary>Where they live, and whether it is one of our homes (10).</summary>
    public const string Address = "address";
    /// <summary>Is the person affected under 18 (9).</summary>
    public const string Age = "under-18";
    /// <summary>Who the affected person is to them (7).</summary>
    public const string AffectedPerson = "affected-person";
    /// <summary>Does that person know of the report, and agree (8).</summary>
    public const string AffectedPersonKnows = "affected-person-knows";
    /// <summary>Name and team of staff or a partner who reports (12).</summary>
    public const string StaffDetails = "staff-details";
}
