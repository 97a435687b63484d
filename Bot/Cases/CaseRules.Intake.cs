using ReportBot.Bot.Handoff;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    private const int LongestName = 200;
    private const int MostPeople = 30;

    // A letter may have lain for months; a year is more likely a slip of the pen.
    private static readonly TimeSpan LongestAgo = TimeSpan.FromDays(366);

    /// <summary>What is wrong with how a report is said to have arrived; null when nothing is.</summary>
    public static CaseIncomplete? Arrived(Arrival arrival, FirstContact? spoke, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        FieldProblem?[] problems =
        [
            ArrivedAt(nameof(Arrival.At), arrival.At, now),
            arrival.ToldBy is { Length: > LongestName } ? new FieldProblem(nameof(Arrival.ToldBy), FieldProblemKind.TooLong) : null,
            spoke is not null && WayOf(arrival.Way) is null ? new FieldProblem(nameof(FirstContactMade.Way), FieldProblemKind.NotAConversation) : null,
            spoke is null ? null : Words(nameof(FirstContactMade.Outcome), spoke.Outcome, required: true),
        ];
        return problems.OfType<FieldProblem>().ToList() is { Count: > 0 } found ? new CaseIncomplete([.. found]) : null;
    }

    /// <summary>How staff spoke with the person when a report arrived that way; null where nobody speaks with anybody.</summary>
    public static ContactWay? WayOf(ArrivalWay way) => way switch
    {
        ArrivalWay.Phone => ContactWay.Call,
        ArrivalWay.Visit => ContactWay.Visit,
        _ => null,
    };

    /// <summary>The case with the conversation in it in which the report was told; null when first contact is on record already.</summary>
    internal static Case? SpokeAtArrival(Case current, Report report, FirstContact spoke, StaffRef by, DateTimeOffset at) =>
        current.Standing.Contact is not null || report.Arrival is not { } arrival || WayOf(arrival.Way) is not { } way ? null : current.With(new FirstContactMade
        {
            Command = Case.IdOf($"spoke:{report.Id:N}"), At = at, By = by, Way = way, SpokeAt = arrival.At, Outcome = spoke.Outcome ?? "",
        });

    /// <summary>Records where the person lives, and with whom.</summary>
    public static CaseOutcome RecordHome(Case current, HomeRecorded home)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(home);
        return Checked(
            current, home,
            Short(nameof(Home.Property), home.Home.Property), Short(nameof(Home.Patch), home.Home.Patch),
            People(nameof(Home.Adults), home.Home.Adults), People(nameof(Home.Children), home.Home.Children));
    }

    /// <summary>Records what contact has to heed.</summary>
    public static CaseOutcome RecordNeeds(Case current, NeedsRecorded needs)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(needs);
        return Checked(current, needs, Short(nameof(Needs.Interpreter), needs.Needs.Interpreter), Words(nameof(Needs.Note), needs.Needs.Note, required: false));
    }

    /// <summary>Sets the marker for safety at visits, in place of an earlier one.</summary>
    public static CaseOutcome MarkVisits(Case current, VisitMarked marked)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(marked);
        return Checked(current, marked, Words(nameof(VisitMarked.Reason), marked.Reason, required: true), Ahead(nameof(VisitMarked.ReviewOn), marked.ReviewOn, marked.At, 1));
    }

    /// <summary>Takes the marker off.</summary>
    public static CaseOutcome LiftVisitMark(Case current, VisitMarkLifted lifted)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(lifted);
        return current.Circumstances.Visits is null
            ? new VisitsNotMarked()
            : Checked(current, lifted, Words(nameof(VisitMarkLifted.Reason), lifted.Reason, required: true));
    }

    /// <summary>Adds an answer to a question that is open, or what they say anew of what is safe. Any other answer, by the person or by staff, stands.</summary>
    public static CaseOutcome AddAnswer(Case current, AnswerAdded added)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(added);
        if (current.ReportOf(added.Report) is not { } report)
            return new CaseMissing();
        var isAnew = report.Told.HasAnswered(added.Answer.Question);
        if (isAnew && !CaseCircumstances.IsSaidAnew(added.Answer.Question))
            return new AnsweredAlready();
        // Not saying anew what is safe takes nothing back.
        if (isAnew && added.Answer.Kind is not AnswerKind.Given)
            return Missing("Answer");
        // A number or an address that cannot be read must not take the place of one that can.
        if (isAnew && added.Answer is { Question: Question.Contact } and not { Contact: { Anonymous: true } or { Phone: not null } or { Email: not null } })
            return new CaseIncomplete([new FieldProblem(nameof(Answer.Words), FieldProblemKind.NoNumberOrAddress)]);
        var isEmpty = string.IsNullOrWhiteSpace(added.Answer.Words) && added.Answer.Choices.IsEmpty;
        return Checked(current, added, Words(nameof(Answer.Words), added.Answer.Words, required: isEmpty && added.Answer.Kind is AnswerKind.Given));
    }

    /// <summary>Records a conversation after first contact.</summary>
    public static CaseOutcome SpokeAgain(Case current, SpokeAgain spoke)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(spoke);
        return ContactRules.Reached(current, new Reach(spoke.Way, spoke.SpokeAt, LeavesMessage: false), spoke.Override, reason => Checked(
            current, spoke with { Override = reason },
            spoke.Way is ContactWay.Letter ? new FieldProblem(nameof(Cases.SpokeAgain.Way), FieldProblemKind.NotAConversation) : null,
            When(nameof(Cases.SpokeAgain.SpokeAt), spoke.SpokeAt, current, spoke.At),
            Words(nameof(Cases.SpokeAgain.Outcome), spoke.Outcome, required: true),
            Words(nameof(ContactOverride.Note), spoke.Override?.Note, required: false)));
    }

    private static FieldProblem? Short(string field, string? words) =>
        words is { Length: > LongestName } ? new FieldProblem(field, FieldProblemKind.TooLong) : null;

    private static FieldProblem? People(string field, int? number) =>
        number is < 0 or > MostPeople ? new FieldProblem(field, FieldProblemKind.NotSoMany) : null;

    private static FieldProblem? Ahead(string field, DateOnly day, DateTimeOffset now, int atLeast)
    {
        if (day == default)
            return new FieldProblem(field, FieldProblemKind.Missing);
        var today = WallClock.London.DateAt(now);
        return day < today.AddDays(atLeast) ? new FieldProblem(field, FieldProblemKind.InPast)
            : day > today.AddYears(1) ? new FieldProblem(field, FieldProblemKind.TooFar) : null;
    }
}

/// <summary>There is no marker for safety at visits to take off; nothing was changed.</summary>
public sealed record VisitsNotMarked : CaseOutcome;

/// <summary>The question has an answer by now, which stands; nothing was changed.</summary>
public sealed record AnsweredAlready : CaseOutcome;
