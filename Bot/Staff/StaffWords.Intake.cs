using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff;

public static partial class StaffWords
{
    /// <summary>How a report reached staff.</summary>
    public static string Of(ArrivalWay way) => way switch
    {
        ArrivalWay.Phone => "Phone",
        ArrivalWay.Visit => "Visit",
        ArrivalWay.Email => "E-mail",
        ArrivalWay.Letter => "Letter",
        ArrivalWay.Contractor => "Contractor",
        ArrivalWay.Partner => "Partner agency",
        _ => way.ToString(),
    };

    /// <summary>The contact promise as it is read out to the person, after they were told of their code.</summary>
    public static string ToldOf(ContactPromise promise)
    {
        ArgumentNullException.ThrowIfNull(promise);
        var by = Spoken.Promise(promise);
        return promise.Basis switch
        {
            PromiseBasis.Anonymous => $"We aim to reply there by {by}.",
            PromiseBasis.NoSafeTime => $"The times you said are safe are outside our working hours. We aim to reply there by {by}.",
            PromiseBasis.SafeTime => $"To keep to the times you said are safe, we aim to contact you by {by}.",
            _ => $"We aim to contact you by {by}.",
        };
    }

    /// <summary>How a report came: as staff were told it, or by the channel it was sent on.</summary>
    public static string Came(ArrivalWay? arrived, string channel) => arrived is { } way ? $"{Of(way)}, entered by staff" : Channel(channel);

    /// <summary>How somebody lives in a home.</summary>
    public static string Of(Tenure tenure) => tenure switch
    {
        Tenure.SocialRent => "Social rent",
        Tenure.AffordableRent => "Affordable rent",
        Tenure.SharedOwnership => "Shared ownership",
        Tenure.Leasehold => "Leasehold",
        Tenure.Supported => "Supported or sheltered housing",
        Tenure.Licence => "Licence or temporary accommodation",
        Tenure.NotOurs => "Not one of our homes",
        _ => tenure.ToString(),
    };

    /// <summary>Something that makes contact possible.</summary>
    public static string Of(Adjustment adjustment) => adjustment switch
    {
        Adjustment.SignLanguage => "British Sign Language",
        Adjustment.LargePrint => "Large print",
        Adjustment.EasyRead => "Easy read",
        Adjustment.Braille => "Braille",
        Adjustment.Audio => "Letters read out or recorded",
        Adjustment.TextRelay => "Calls by Relay UK",
        Adjustment.StepFree => "A place without steps",
        Adjustment.MoreTime => "More time, or somebody with them",
        _ => adjustment.ToString(),
    };

    /// <summary>How staff added a file.</summary>
    internal static string Of(AddedByStaff added) =>
        $"Added by {(added.Who is { } who ? $"{who.Name} of our staff" : "staff")}. It reached us {StaffTime.Full(added.ArrivedAt)}: {Inside(Of(added.Way))}{(added.From is { } from ? $", from {from}" : "")}.";

    /// <summary>Why a file was taken out of a case.</summary>
    public static string Of(TakenOutReason reason) => reason switch
    {
        TakenOutReason.OtherCase => "It belongs to another case",
        TakenOutReason.WrongFile => "It is not the file that was meant",
        TakenOutReason.Twice => "The case has it twice",
        TakenOutReason.NotForUs => "It should not have come to us",
        _ => reason.ToString(),
    };

    /// <summary>How many files.</summary>
    internal static string Files(int number) => number == 1 ? "a file" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number} files");

    /// <summary>How many people; null when it is not known.</summary>
    public static string? People(int? number, string one, string many) => number is { } known ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{known} {(known == 1 ? one : many)}") : null;

    /// <summary>What of this slice happened to a case; null for what is another's.</summary>
    internal static HistoryLine? OfIntake(CaseEvent happened, string who) => happened switch
    {
        ReportReceived { By: not null, ArrivedAt: { } arrived } => new(happened.At, $"{who} entered the report. It reached us {StaffTime.Full(arrived)}.", null),
        HomeRecorded => new(happened.At, $"{who} recorded home and household.", null),
        NeedsRecorded => new(happened.At, $"{who} recorded interpreter and adjustments.", null),
        VisitMarked marked => new(happened.At, $"{who} marked visits as not safe without care, to be looked at again by {StaffTime.Full(marked.ReviewOn)}.", marked.Reason),
        VisitMarkLifted lifted => new(happened.At, $"{who} took the marker for visits off.", lifted.Reason),
        AnswerAdded added => new(happened.At, $"{who} added an answer: {Inside(QuestionOf(added.Answer.Question))}.", null),
        EvidenceAdded added => new(
            happened.At, $"{who} added {Files(added.Files.Length)}. {(added.Files.Length == 1 ? "It" : "They")} reached us {StaffTime.Full(added.ArrivedAt)}: {Inside(Of(added.Way))}{(added.From is null ? "" : $", from {added.From}")}.", added.Note),
        EvidenceTakenOut taken => new(happened.At, $"{who} took a file out that staff had added {StaffTime.Full(taken.AddedAt)}: {Inside(Of(taken.Reason))}.", taken.Note),
        SpokeAgain spoke => new(happened.At, $"{who} spoke with them again. {Of(spoke.Way)}, {StaffTime.Full(spoke.SpokeAt)}.{TalkWords.Of(spoke.Override)}", spoke.Outcome),
        _ => null,
    };
}
