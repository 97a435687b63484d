using System.Collections.Frozen;
using System.Globalization;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff;

/// <summary>The words the console uses for what is stored as values. A value it does not know is shown as it is stored, never left out.</summary>
public static partial class StaffWords
{
    private static readonly FrozenDictionary<string, string> Channels = new Dictionary<string, string>
    {
        ["website"] = "Website", ["webchat"] = "Website", ["directline"] = "Website of a partner", ["msteams"] = "Teams", ["sms"] = "Text message", ["email"] = "E-mail",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> WaysPressed = new Dictionary<string, string>
    {
        [Ways.Back] = "Back", [Ways.Skip] = "Skip this", [Ways.Change] = "Change an answer", [Ways.Help] = "Help", [Ways.Person] = "Talk to a person", [Ways.NoPerson] = "Carry on without a person",
        [Ways.Leave] = "Leave", [Ways.StartAgain] = "Start again", [Ways.CarryOn] = "Carry on", [Ways.Support] = "Find support",
        [Ways.Policy] = "Ask about the policy", [Ways.FollowUp] = "Check on my report", [Ways.Report] = "Report", [Ways.ReturnCode] = "Return code",
        [Ways.NewReport] = "Another report",
    }.ToFrozenDictionary();

    /// <summary>A role.</summary>
    public static string Of(StaffRole role) => role switch
    {
        StaffRole.Caseworker => "Caseworker",
        StaffRole.Manager => "Manager",
        StaffRole.Administrator => "Administrator",
        StaffRole.Safeguarding => "Safeguarding lead",
        StaffRole.CommunitySafetyManager => "Community safety manager",
        StaffRole.Auditor => "Auditor",
        _ => role.ToString(),
    };

    /// <summary>A queue.</summary>
    public static string Of(Queue queue) => queue switch
    {
        Queue.Urgent => "Urgent",
        Queue.Safeguarding => "Safeguarding",
        Queue.StaffConduct => "Staff conduct",
        Queue.CommunitySafety => "Community safety",
        _ => queue.ToString(),
    };

    /// <summary>A risk band, as a word that needs no colour.</summary>
    public static string Of(RiskBand band) => band switch
    {
        RiskBand.High => "High risk",
        RiskBand.Medium => "Medium risk",
        RiskBand.Standard => "Standard risk",
        _ => band.ToString(),
    };

    /// <summary>A way of reaching a person.</summary>
    public static string Of(ContactWay way) => way switch
    {
        ContactWay.Call => "Phone call",
        ContactWay.Visit => "In person",
        ContactWay.Text => "Text messages",
        ContactWay.Email => "E-mail",
        ContactWay.Chat => "Here, in the conversation",
        ContactWay.Letter => "Letter",
        _ => way.ToString(),
    };

    /// <summary>How an attempt ended.</summary>
    public static string Of(AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.NoAnswer => "No answer",
        AttemptOutcome.MessageLeft => "Message left",
        AttemptOutcome.DidNotWork => "Number or address did not work",
        AttemptOutcome.NotSafeThen => "Not safe for them to talk then",
        AttemptOutcome.SomeoneElse => "Somebody else answered; nothing was said of the report",
        _ => outcome.ToString(),
    };

    /// <summary>Why an original is opened.</summary>
    public static string Of(OriginalReason reason) => reason switch
    {
        OriginalReason.Evidence => "It is evidence for the police or a court",
        OriginalReason.CopyUnusable => "The copy cannot be used",
        OriginalReason.PersonAsked => "The person asked for it",
        _ => reason.ToString(),
    };

    /// <summary>A kind of file.</summary>
    public static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Photo => "Photo",
        EvidenceKind.Video => "Video",
        EvidenceKind.Audio => "Sound recording",
        EvidenceKind.Document => "PDF",
        _ => kind.ToString(),
    };

    /// <summary>The size of a file.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB"),
    };

    /// <summary>A characteristic.</summary>
    public static string Of(Characteristic characteristic) => characteristic switch
    {
        Characteristic.Race => "Race",
        Characteristic.Religion => "Religion or belief",
        Characteristic.Disability => "Disability",
        Characteristic.SexualOrientation => "Sexual orientation",
        Characteristic.Transgender => "Transgender identity",
        Characteristic.Sex => "Sex or gender",
        Characteristic.SomethingElse => "Something else",
        _ => characteristic.ToString(),
    };

    /// <summary>Words as they stand inside a sentence.</summary>
    public static string Inside(string words) => string.IsNullOrEmpty(words) ? "" : char.ToLowerInvariant(words[0]) + words[1..];

    /// <summary>A channel, by its Bot Framework id.</summary>
    public static string Channel(string id) => Channels.GetValueOrDefault(id, id);

    /// <summary>A way that was pressed in the conversation; null for a choice that is none.</summary>
    public static string? Way(string value) => WaysPressed.GetValueOrDefault(value);
}
