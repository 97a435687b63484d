using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReportBot.Bot.Handoff;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>
/// Something that happened to a case. The history is only ever added to; what a case is now is read from it. Names and members are a stored format.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ReportReceived), "report-received")]
[JsonDerivedType(typeof(CaseClaimed), "claimed")]
[JsonDerivedType(typeof(CaseReleased), "released")]
[JsonDerivedType(typeof(ContactAttempted), "contact-attempted")]
[JsonDerivedType(typeof(FirstContactMade), "first-contact-made")]
[JsonDerivedType(typeof(NoteAdded), "note-added")]
[JsonDerivedType(typeof(MessageReceived), "message-received")]
[JsonDerivedType(typeof(MessagesSeen), "messages-seen")]
[JsonDerivedType(typeof(ReplySent), "reply-sent")]
[JsonDerivedType(typeof(ContactPlanned), "contact-planned")]
[JsonDerivedType(typeof(PersonJoined), "person-joined")]
[JsonDerivedType(typeof(PersonLeft), "person-left")]
[JsonDerivedType(typeof(WentOnAlone), "went-on-alone")]
[JsonDerivedType(typeof(SendStarted), "send-started")]
[JsonDerivedType(typeof(SendEnded), "send-ended")]
[JsonDerivedType(typeof(CaseTransferred), "transferred")]
[JsonDerivedType(typeof(CaseReturned), "returned")]
[JsonDerivedType(typeof(CaseEscalated), "escalated")]
[JsonDerivedType(typeof(PromiseWarned), "promise-warned")]
[JsonDerivedType(typeof(PromiseMissed), "promise-missed")]
[JsonDerivedType(typeof(MissExplained), "miss-explained")]
[JsonDerivedType(typeof(ConflictDeclared), "conflict-declared")]
[JsonDerivedType(typeof(ConflictLifted), "conflict-lifted")]
[JsonDerivedType(typeof(TaskAdded), "task-added")]
[JsonDerivedType(typeof(TaskMoved), "task-moved")]
[JsonDerivedType(typeof(TaskDone), "task-done")]
[JsonDerivedType(typeof(TaskDropped), "task-dropped")]
[JsonDerivedType(typeof(PlanAgreed), "plan-agreed")]
[JsonDerivedType(typeof(UpdateGiven), "update-given")]
[JsonDerivedType(typeof(JudgementMade), "judged")]
[JsonDerivedType(typeof(RiskOverridden), "risk-overridden")]
[JsonDerivedType(typeof(PerceivedAsHate), "perceived-as-hate")]
[JsonDerivedType(typeof(ViewRecorded), "view-recorded")]
[JsonDerivedType(typeof(NotHateProposed), "not-hate-proposed")]
[JsonDerivedType(typeof(NotHateRefused), "not-hate-refused")]
[JsonDerivedType(typeof(CaseClosed), "closed")]
[JsonDerivedType(typeof(CaseReopened), "reopened")]
[JsonDerivedType(typeof(FollowUpFellDue), "follow-up-due")]
[JsonDerivedType(typeof(FollowUpMade), "follow-up-made")]
[JsonDerivedType(typeof(FollowUpTried), "follow-up-tried")]
[JsonDerivedType(typeof(HomeRecorded), "home-recorded")]
[JsonDerivedType(typeof(NeedsRecorded), "needs-recorded")]
[JsonDerivedType(typeof(VisitMarked), "visit-marked")]
[JsonDerivedType(typeof(VisitMarkLifted), "visit-mark-lifted")]
[JsonDerivedType(typeof(AnswerAdded), "answer-added")]
[JsonDerivedType(typeof(SpokeAgain), "spoke-again")]
[JsonDerivedType(typeof(ReferralProposed), "referral-proposed")]
[JsonDerivedType(typeof(ReferralConsented), "referral-consented")]
[JsonDerivedType(typeof(ConsentWithdrawn), "consent-withdrawn")]
[JsonDerivedType(typeof(ReferralMade), "referral-made")]
[JsonDerivedType(typeof(ReferralDeclined), "referral-declined")]
[JsonDerivedType(typeof(ReferralAnswered), "referral-answered")]
[JsonDerivedType(typeof(PoliceReferenceRecorded), "police-reference-recorded")]
[JsonDerivedType(typeof(RepairRequested), "repair-requested")]
[JsonDerivedType(typeof(Disclosed), "disclosed")]
[JsonDerivedType(typeof(ActionRecorded), "action-recorded")]
[JsonDerivedType(typeof(ActionEnded), "action-ended")]
[JsonDerivedType(typeof(InvolvedAdded), "involved-added")]
[JsonDerivedType(typeof(InvolvedChanged), "involved-changed")]
[JsonDerivedType(typeof(InvolvedRemoved), "involved-removed")]
[JsonDerivedType(typeof(ConnectionJudged), "connection-judged")]
[JsonDerivedType(typeof(EvidenceAdded), "evidence-added")]
[JsonDerivedType(typeof(EvidenceTakenOut), "evidence-taken-out")]
public abstract record CaseEvent
{
    /// <summary>The id of the command that did it: the same command again changes nothing.</summary>
    public required Guid Command { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; null when it was the person who reported, or the clock.</summary>
    public StaffRef? By { get; init; }
}

/// <summary>A report came in, or one shared unfinished was finished.</summary>
public sealed record ReportReceived : CaseEvent
{
    /// <summary>The report's id.</summary>
    public required Guid Report { get; init; }

    /// <summary>False while the person had not sent it themselves.</summary>
    public required bool IsFinished { get; init; }

    /// <summary>When it reached staff who entered it later, UTC; null when the person sent it and it came at once.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>The queue it was routed to.</summary>
    public required Queue Queue { get; init; }

    /// <summary>The risk read from it.</summary>
    public required RiskBand Risk { get; init; }

    /// <summary>When contact was promised by, UTC.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When staff are warned of that promise, UTC, first to last.</summary>
    public ImmutableArray<DateTimeOffset> Warnings { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>A way of reaching a person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContactWay>))]
public enum ContactWay
{
    /// <summary>A phone call.</summary>
    Call,

    /// <summary>In person.</summary>
    Visit,

    /// <summary>Text messages.</summary>
    Text,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Here, in the conversation on the website.</summary>
    Chat,

    /// <summary>A letter: an attempt only, since nobody answers in it.</summary>
    Letter,
}

/// <summary>How an attempt ended that was no conversation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AttemptOutcome>))]
public enum AttemptOutcome
{
    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>A message was left or sent.</summary>
    MessageLeft,

    /// <summary>The number or address did not work.</summary>
    DidNotWork,

    /// <summary>They could not talk safely then.</summary>
    NotSafeThen,

    /// <summary>Somebody else answered; nothing was said of the report.</summary>
    SomeoneElse,
}

/// <summary>Staff tried to reach the person and did not. It stops no clock.</summary>
public sealed record ContactAttempted : CaseEvent, IContactEvent
{
    /// <summary>How they tried.</summary>
    public required ContactWay Way { get; init; }

    /// <summary>How it ended.</summary>
    public required AttemptOutcome Outcome { get; init; }

    /// <summary>When they tried, UTC.</summary>
    public required DateTimeOffset TriedAt { get; init; }

    /// <summary>Anything the next person should know.</summary>
    public string? Note { get; init; }

    /// <inheritdoc />
    public ContactOverride? Override { get; init; }
}

/// <summary>Staff had a conversation with the person: what policy 6.2 promises.</summary>
public sealed record FirstContactMade : CaseEvent, IContactEvent
{
    /// <summary>How they spoke.</summary>
    public required ContactWay Way { get; init; }

    /// <summary>When they spoke, UTC.</summary>
    public required DateTimeOffset SpokeAt { get; init; }

    /// <summary>What came of it.</summary>
    public required string Outcome { get; init; }

    /// <summary>What kept it past the promised time; null when it was in time.</summary>
    public string? LateReason { get; init; }

    /// <inheritdoc />
    public ContactOverride? Override { get; init; }
}

/// <summary>Staff wrote something down for each other.</summary>
public sealed record NoteAdded : CaseEvent
{
    /// <summary>What they wrote.</summary>
    public required string Words { get; init; }
}

/// <summary>The person wrote again after sending.</summary>
public sealed record MessageReceived : CaseEvent
{
    /// <summary>The report it belongs to.</summary>
    public required Guid Report { get; init; }

    /// <summary>The words, verbatim; empty when only files came.</summary>
    public required string Words { get; init; }

    /// <summary>Files that came with it.</summary>
    public ImmutableArray<EvidenceFile> Files { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>True when they asked for someone from staff.</summary>
    public bool AsksForPerson { get; init; }

    /// <summary>True when it speaks of danger.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Until when they wait for someone in the conversation, UTC; null when they do not.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }
}

/// <summary>Somebody on staff has read what the person wrote until then.</summary>
public sealed record MessagesSeen : CaseEvent;
