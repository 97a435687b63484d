using System.Collections.Frozen;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff;

public static partial class StaffWords
{
    private static readonly (string Question, string Words)[] Questions =
    [
        (Question.Safety, "Danger when they began"),
        (Question.Account, "What happened"),
        (Question.Role, "Who reports"),
        (Question.WhereAndWhen, "Where and when"),
        (Question.Where, "Where"),
        (Question.When, "When"),
        (Question.Perception, "What they think it was about"),
        (Question.Behaviours, "What was done"),
        (Question.Harm, "Anyone hurt"),
        (Question.Damage, "Anything damaged"),
        (Question.Effect, "What it has done to them"),
        (Question.WhoDidIt, "Who did it"),
        (Question.SuspectDetail, "More about who did it"),
        (Question.Witnesses, "Who else saw or heard it"),
        (Question.Children, "Children there or affected"),
        (Question.Evidence, "Evidence"),
        (Question.Before, "Happened before"),
        (Question.Ongoing, "Still going on"),
        (Question.ToldAnyone, "Who they have told"),
        (Question.PoliceReference, "Police reference"),
        (Question.Wants, "What they would like"),
        (Question.DoesNotWant, "What they do not want"),
        (Question.WhoMayBeTold, "Who may be told"),
        (Question.Contact, "How to reach them"),
        (Question.SafeChannels, "Safe ways to reach them"),
        (Question.SafeTimes, "Safe days and times"),
        (Question.Voicemail, "Voicemail"),
        (Question.CodeWord, "Code word"),
        (Question.TrustedPerson, "Someone they trust"),
        (Question.PreferredWorker, "Whom they would rather speak to"),
        (Question.Needs, "Language and access"),
        (Question.Address, "Where they live"),
        (Question.Age, "Person affected is under 18"),
        (Question.AffectedPerson, "Who was affected"),
        (Question.AffectedPersonKnows, "That person knows and agrees"),
        (Question.StaffDetails, "Name and team"),
    ];

    private static readonly FrozenDictionary<string, string> QuestionWords = Questions.ToFrozenDictionary(pair => pair.Question, pair => pair.Words);

    private static readonly FrozenDictionary<string, string> YesNo = new Dictionary<string, string>
    {
        [YesNoChoice.Yes] = "Yes", [YesNoChoice.No] = "No",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Choices = new Dictionary<string, FrozenDictionary<string, string>>
    {
        [Question.Safety] = Table((SafetyChoice.Safe, "Nobody in danger, safe to type"), (SafetyChoice.Danger, "Someone in danger"), (SafetyChoice.CannotType, "Not safe to type there")),
        [Question.Role] = Table(
            (RoleChoice.Me, "It happened to them"), (RoleChoice.Household, "It happened to someone they live with"), (RoleChoice.Witness, "They saw or heard it"),
            (RoleChoice.OnBehalf, "They report for someone else"), (RoleChoice.Staff, "They work for us or a contractor"), (RoleChoice.Partner, "They work for a partner organisation")),
        [Question.Perception] = Enum.GetValues<Characteristic>().ToFrozenDictionary(one => one.Label(), Of),
        [Question.Behaviours] = Table(
            (BehaviourChoice.VerbalAbuse, "Verbal abuse"), (BehaviourChoice.Harassment, "Harassment"), (BehaviourChoice.Intimidation, "Bullying or intimidation"),
            (BehaviourChoice.Threats, "Threats of violence"), (BehaviourChoice.AbusiveMessages, "Abusive calls or messages"), (BehaviourChoice.OnlineAbuse, "Abuse online"),
            (BehaviourChoice.Literature, "Posters or leaflets"), (BehaviourChoice.Damage, "Damage to home, vehicle, pet or things"), (BehaviourChoice.Rubbish, "Rubbish or other things thrown"),
            (BehaviourChoice.MaliciousComplaints, "Malicious complaints"), (BehaviourChoice.SomethingElse, "Something else")),
        [Question.Harm] = Table((HarmChoice.NotHurt, "Nobody was hurt"), (HarmChoice.Hurt, "Someone was hurt"), (HarmChoice.NeededHelp, "Someone needed medical help")),
        [Question.Damage] = Table(
            (DamageChoice.None, "Nothing"), (DamageChoice.Damaged, "Something was damaged or taken"), (DamageChoice.NeedsMakingSafe, "A lock, door or window needs making safe"),
            (DamageChoice.Graffiti, "Offensive words or signs need removing")),
        [Question.WhoDidIt] = Table(
            (WhoDidItChoice.Neighbour, "A neighbour"), (WhoDidItChoice.Known, "Someone else they know"), (WhoDidItChoice.Stranger, "Someone they do not know"),
            (WhoDidItChoice.Staff, "Someone who works for us"), (WhoDidItChoice.Contractor, "Someone who works for a contractor")),
        [Question.Witnesses] = YesNo,
        [Question.Children] = YesNo,
        [Question.Ongoing] = YesNo,
        [Question.Age] = YesNo,
        [Question.AffectedPersonKnows] = YesNo,
        [Question.Before] = Table((BeforeChoice.FirstTime, "The first time"), (BeforeChoice.Before, "Happened before"), (BeforeChoice.OftenOrWorse, "Often, or getting worse")),
        [Question.ToldAnyone] = Table(
            (ToldChoice.NoOne, "No one"), (ToldChoice.Police, "The police"), (ToldChoice.Us, "Us"), (ToldChoice.Council, "The council"), (ToldChoice.School, "A school"),
            (ToldChoice.Doctor, "A doctor or nurse"), (ToldChoice.Other, "Someone else")),
        [Question.WhoMayBeTold] = Table(
            (ToldOnwardChoice.Police, "Kent Police"), (ToldOnwardChoice.Council, "The council"), (ToldOnwardChoice.VictimSupport, "Victim Support"),
            (ToldOnwardChoice.Services, "A service that can support them"), (ToldOnwardChoice.NoOne, "No one outside")),
        [Question.SafeChannels] = Table(
            (ChannelChoice.Call, "Phone call"), (ChannelChoice.Text, "Text message"), (ChannelChoice.Email, "E-mail"), (ChannelChoice.Letter, "Letter"),
            (ChannelChoice.Visit, "Visit"), (ChannelChoice.ReturnCode, "Their return code")),
        [Question.Voicemail] = Table(
            (VoicemailChoice.Yes, "Voicemail is fine, say who we are"), (VoicemailChoice.NoName, "Voicemail without saying who we are"), (VoicemailChoice.No, "No voicemail")),
        [Question.Needs] = Table(
            (NeedChoice.Interpreter, "An interpreter"), (NeedChoice.SignLanguage, "British Sign Language"), (NeedChoice.LargePrint, "Large print"),
            (NeedChoice.EasyRead, "Easy read"), (NeedChoice.Other, "Something else")),
    }.ToFrozenDictionary();

    /// <summary>The ids of the questions, in the order a case shows them.</summary>
    public static IEnumerable<string> QuestionsInOrder => Questions.Select(pair => pair.Question);

    /// <summary>What a question asks, in two to six words.</summary>
    public static string QuestionOf(string question) => QuestionWords.GetValueOrDefault(question, question);

    /// <summary>A value chosen under a question.</summary>
    public static string Choice(string question, string value) =>
        Choices.TryGetValue(question, out var words) && words.TryGetValue(value, out var known) ? known : value;

    private static FrozenDictionary<string, string> Table(params ReadOnlySpan<(string Value, string Words)> pairs)
    {
        var table = new Dictionary<string, string>(pairs.Length);
        foreach (var (value, words) in pairs)
            table.Add(value, words);
        return table.ToFrozenDictionary();
    }
}
