namespace ReportBot.Bot.Cases;

/// <summary>What is put on the audit record. The names are a stored format.</summary>
public enum AuditAction
{
    /// <summary>A report made or changed a case.</summary>
    ReportReceived,

    /// <summary>A case was taken.</summary>
    CaseClaimed,

    /// <summary>A case was given back.</summary>
    CaseReleased,

    /// <summary>A case was handed on.</summary>
    CaseTransferred,

    /// <summary>A case went back to its queue by itself.</summary>
    CaseReturned,

    /// <summary>A case went up a level.</summary>
    CaseEscalated,

    /// <summary>Staff were warned of a promise.</summary>
    PromiseWarned,

    /// <summary>A promise was missed.</summary>
    PromiseMissed,

    /// <summary>Somebody said why a promise was missed.</summary>
    MissExplained,

    /// <summary>An attempt to reach the person was recorded.</summary>
    ContactAttempted,

    /// <summary>First contact was recorded.</summary>
    FirstContactMade,

    /// <summary>A note was written.</summary>
    NoteAdded,

    /// <summary>A person wrote again after sending.</summary>
    MessageReceived,

    /// <summary>What a person wrote was read.</summary>
    MessagesSeen,

    /// <summary>Staff wrote to a person.</summary>
    ReplySent,

    /// <summary>A call, a visit or a letter was planned.</summary>
    ContactPlanned,

    /// <summary>A person was reached or written to, or a contact tried or planned, against what they said is safe. The detail is the named reason.</summary>
    UnsafeContactOverridden,

    /// <summary>Staff joined a conversation.</summary>
    TalkJoined,

    /// <summary>A conversation went back to the assistant.</summary>
    TalkLeft,

    /// <summary>Something staff told a person went to its channel, or did not.</summary>
    ReplyHandedOver,

    /// <summary>A case page was opened.</summary>
    CaseViewed,

    /// <summary>The exact words of a case were asked for.</summary>
    WordsShown,

    /// <summary>The safe copy of a file was opened.</summary>
    FileViewed,

    /// <summary>The original of a file was opened.</summary>
    OriginalFileViewed,

    /// <summary>A set-up link was made for an account.</summary>
    StaffInvited,

    /// <summary>A set-up link was used.</summary>
    StaffSetUp,

    /// <summary>The second step was set up.</summary>
    SecondStepSetUp,

    /// <summary>Somebody signed in.</summary>
    SignedIn,

    /// <summary>A sign-in was refused.</summary>
    SignInRefused,

    /// <summary>An account was locked after too many tries.</summary>
    LockedOut,

    /// <summary>Somebody signed out.</summary>
    SignedOut,

    /// <summary>Somebody ended all their sessions.</summary>
    SignedOutEverywhere,

    /// <summary>Cases were looked for. What was typed is not recorded.</summary>
    CasesSearched,

    /// <summary>Somebody looked for cases more often than anybody may. It stands there once until they may again.</summary>
    SearchRefused,

    /// <summary>The audit record was read.</summary>
    AuditViewed,

    /// <summary>Somebody is away, and their cases move.</summary>
    AbsenceRecorded,

    /// <summary>Somebody is back.</summary>
    AbsenceEnded,

    /// <summary>A report's copy to share was saved. The detail is the report's id.</summary>
    CopyToShareSaved,

    /// <summary>A case was walled off from somebody who has a conflict of interest in it.</summary>
    ConflictDeclared,

    /// <summary>A wall was taken down.</summary>
    ConflictLifted,

    /// <summary>Something to be done was written down.</summary>
    TaskAdded,

    /// <summary>A task went to somebody else or got another time.</summary>
    TaskMoved,

    /// <summary>A task was done.</summary>
    TaskDone,

    /// <summary>A task is no longer needed.</summary>
    TaskDropped,

    /// <summary>What is going to happen was agreed with the person.</summary>
    PlanAgreed,

    /// <summary>The person was told how it stands.</summary>
    UpdateGiven,

    /// <summary>Staff judged what a case is.</summary>
    JudgementMade,

    /// <summary>Staff set a case's risk.</summary>
    RiskOverridden,

    /// <summary>It was recorded that somebody perceives a case as hate.</summary>
    PerceivedAsHate,

    /// <summary>The person's own view of what was done was recorded.</summary>
    ViewRecorded,

    /// <summary>Somebody asked to close a case as plain nuisance.</summary>
    NotHateProposed,

    /// <summary>A second person refused that.</summary>
    NotHateRefused,

    /// <summary>A case was closed.</summary>
    CaseClosed,

    /// <summary>A closed case was opened again.</summary>
    CaseReopened,

    /// <summary>The conversation after closing fell due.</summary>
    FollowUpFellDue,

    /// <summary>The conversation after closing was had.</summary>
    FollowUpMade,

    /// <summary>Somebody tried to have the conversation after closing.</summary>
    FollowUpTried,

    /// <summary>Staff entered a report that reached them another way.</summary>
    ReportEntered,

    /// <summary>A return code was shown to whoever entered the report, to be told to the person.</summary>
    ReturnCodeShown,

    /// <summary>Home and household were recorded.</summary>
    HomeRecorded,

    /// <summary>Interpreter and adjustments were recorded.</summary>
    NeedsRecorded,

    /// <summary>A marker for safety at visits was set.</summary>
    VisitMarked,

    /// <summary>A marker for safety at visits was taken off.</summary>
    VisitMarkLifted,

    /// <summary>Staff added an answer to a question that was open, or what they said anew. The detail is the question.</summary>
    AnswerAdded,

    /// <summary>A further conversation with the person was recorded.</summary>
    SpokeAgain,

    /// <summary>A service was proposed to a person.</summary>
    ReferralProposed,

    /// <summary>Somebody agreed to a referral.</summary>
    ReferralConsented,

    /// <summary>A person no longer agrees to a referral.</summary>
    ConsentWithdrawn,

    /// <summary>A service was told of a person.</summary>
    ReferralMade,

    /// <summary>A referral does not happen.</summary>
    ReferralDeclined,

    /// <summary>A service answered.</summary>
    ReferralAnswered,

    /// <summary>A number the police gave was recorded.</summary>
    PoliceReferenceRecorded,

    /// <summary>A repair was asked for.</summary>
    RepairRequested,

    /// <summary>Somebody outside was told something, as the person chose or agreed.</summary>
    Disclosed,

    /// <summary>Something is done about who did it.</summary>
    ActionRecorded,

    /// <summary>What came of it was recorded.</summary>
    ActionEnded,

    /// <summary>Somebody outside was told something without the person having agreed, for serious risk or a legal duty.</summary>
    DisclosedAgainstChoice,

    /// <summary>Somebody was put on call. The subject is their account.</summary>
    ShiftAdded,

    /// <summary>Who is on call, or when, was changed. The subject is the account it then is.</summary>
    ShiftChanged,

    /// <summary>Somebody was taken off the rota.</summary>
    ShiftRemoved,

    /// <summary>Somebody changed how alerts reach them.</summary>
    AlertAddressChanged,

    /// <summary>Somebody was recorded among the people involved.</summary>
    InvolvedAdded,

    /// <summary>What is recorded of somebody involved was changed.</summary>
    InvolvedChanged,

    /// <summary>Somebody was taken out of the people involved.</summary>
    InvolvedRemoved,

    /// <summary>Two cases were found to be connected.</summary>
    ConnectionConfirmed,

    /// <summary>Two cases were found not to be connected.</summary>
    ConnectionDismissed,

    /// <summary>An account was made for somebody from the association's own provider. The detail is the role.</summary>
    AccountMade,

    /// <summary>Somebody's role changed. The detail is the new one, or None.</summary>
    RoleChanged,

    /// <summary>An account was ended.</summary>
    AccountEnded,

    /// <summary>An account that was ended was opened again.</summary>
    AccountReopened,

    /// <summary>Staff added files to a case. The detail is how and when they reached them.</summary>
    EvidenceAdded,

    /// <summary>Staff took a file out of a case that staff had added. The detail is the file's id and the named reason.</summary>
    EvidenceTakenOut,
}

/// <summary>One line of the audit record: who did what to what, when. It holds no words, names or numbers.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Who">The member of staff; null when it was the person who reported, the clock, or nobody known.</param>
/// <param name="Action">What.</param>
/// <param name="Subject">The id of the case or account it was done to; null when there was none.</param>
/// <param name="Detail">A stable code or the id of a part, such as a file; null for none. Never words.</param>
public sealed record AuditEntry(DateTimeOffset At, Guid? Who, AuditAction Action, Guid? Subject, string? Detail = null)
{
    /// <summary>What is on the record of something that happened to a case beside who, what and when; null for most.</summary>
    public static string? DetailOf(CaseEvent happened) => happened switch
    {
        EvidenceAdded added => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{added.Way} {added.ArrivedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}"),
        EvidenceTakenOut taken => $"{taken.File} {taken.Reason}",
        AnswerAdded added => added.Answer.Question,
        _ => null,
    };

    /// <summary>What something that happened to a case is on the record.</summary>
    public static AuditAction ActionOf(CaseEvent happened) => happened switch
    {
        ReportReceived { By: not null } => AuditAction.ReportEntered,
        ReportReceived => AuditAction.ReportReceived,
        CaseClaimed => AuditAction.CaseClaimed,
        CaseReleased => AuditAction.CaseReleased,
        CaseTransferred => AuditAction.CaseTransferred,
        CaseReturned => AuditAction.CaseReturned,
        CaseEscalated => AuditAction.CaseEscalated,
        PromiseWarned => AuditAction.PromiseWarned,
        PromiseMissed => AuditAction.PromiseMissed,
        MissExplained => AuditAction.MissExplained,
        ContactAttempted => AuditAction.ContactAttempted,
        FirstContactMade => AuditAction.FirstContactMade,
        NoteAdded => AuditAction.NoteAdded,
        MessageReceived => AuditAction.MessageReceived,
        MessagesSeen => AuditAction.MessagesSeen,
        ConflictDeclared => AuditAction.ConflictDeclared,
        ConflictLifted => AuditAction.ConflictLifted,
        TaskAdded => AuditAction.TaskAdded,
        TaskMoved => AuditAction.TaskMoved,
        TaskDone => AuditAction.TaskDone,
        TaskDropped => AuditAction.TaskDropped,
        PlanAgreed => AuditAction.PlanAgreed,
        UpdateGiven => AuditAction.UpdateGiven,
        JudgementMade => AuditAction.JudgementMade,
        RiskOverridden => AuditAction.RiskOverridden,
        PerceivedAsHate => AuditAction.PerceivedAsHate,
        ViewRecorded => AuditAction.ViewRecorded,
        NotHateProposed => AuditAction.NotHateProposed,
        NotHateRefused => AuditAction.NotHateRefused,
        CaseClosed => AuditAction.CaseClosed,
        CaseReopened => AuditAction.CaseReopened,
        FollowUpFellDue => AuditAction.FollowUpFellDue,
        FollowUpMade => AuditAction.FollowUpMade,
        FollowUpTried => AuditAction.FollowUpTried,
        HomeRecorded => AuditAction.HomeRecorded,
        NeedsRecorded => AuditAction.NeedsRecorded,
        VisitMarked => AuditAction.VisitMarked,
        VisitMarkLifted => AuditAction.VisitMarkLifted,
        AnswerAdded => AuditAction.AnswerAdded,
        SpokeAgain => AuditAction.SpokeAgain,
        ReferralProposed => AuditAction.ReferralProposed,
        ReferralConsented => AuditAction.ReferralConsented,
        ConsentWithdrawn => AuditAction.ConsentWithdrawn,
        ReferralMade => AuditAction.ReferralMade,
        ReferralDeclined => AuditAction.ReferralDeclined,
        ReferralAnswered => AuditAction.ReferralAnswered,
        PoliceReferenceRecorded => AuditAction.PoliceReferenceRecorded,
        RepairRequested => AuditAction.RepairRequested,
        Disclosed { Agreement: DisclosureAgreement.No } => AuditAction.DisclosedAgainstChoice,
        Disclosed => AuditAction.Disclosed,
        ActionRecorded => AuditAction.ActionRecorded,
        ActionEnded => AuditAction.ActionEnded,
        InvolvedAdded => AuditAction.InvolvedAdded,
        InvolvedChanged => AuditAction.InvolvedChanged,
        InvolvedRemoved => AuditAction.InvolvedRemoved,
        EvidenceAdded => AuditAction.EvidenceAdded,
        EvidenceTakenOut => AuditAction.EvidenceTakenOut,
        ConnectionJudged judged => judged.IsConnected ? AuditAction.ConnectionConfirmed : AuditAction.ConnectionDismissed,
        _ => throw new InvalidOperationException($"Nothing on the record stands for {happened.GetType().Name}."),
    };
}

/// <summary>A line as it stands on the record.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Entry">What it says.</param>
public sealed record AuditLine(long Number, AuditEntry Entry);

/// <summary>The audit record. It is only ever added to, each line chained to the one before, and the database refuses anything else.</summary>
public interface IAuditLog
{
    /// <summary>Adds a line durably. Throws <see cref="IOException"/> when it could not: what was to be recorded must then not happen.</summary>
    ValueTask AppendAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>The lines about a case or account, newest first.</summary>
    ValueTask<IReadOnlyList<AuditEntry>> ReadAsync(Guid subject, int lines, CancellationToken cancellationToken);

    /// <summary>
    /// Lines before a number, or the newest, newest first: about one case or account, by one member of staff, or all. Lines about cases that
    /// are walled off from whoever reads are left out.
    /// </summary>
    ValueTask<IReadOnlyList<AuditLine>> ListAsync(Guid reader, Guid? subject, Guid? who, long? before, int lines, CancellationToken cancellationToken);

    /// <summary>The lines after a number, oldest first. Whatever is added later has a higher one.</summary>
    ValueTask<IReadOnlyList<AuditLine>> AfterAsync(long number, int lines, CancellationToken cancellationToken);
}
