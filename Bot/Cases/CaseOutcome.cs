using System.Collections.Immutable;

namespace ReportBot.Bot.Cases;

/// <summary>How a command on a case ended, in facts; what is said of it is the console's.</summary>
public abstract record CaseOutcome;

/// <summary>It is done and durable, now or by the same command before.</summary>
/// <param name="Case">The case after it.</param>
public sealed record CaseDone(Case Case) : CaseOutcome;

/// <summary>There is no such case, or it is none this person may see: the answer is the same.</summary>
public sealed record CaseMissing : CaseOutcome;

/// <summary>This person may see cases and change none.</summary>
public sealed record CaseNotTheirs : CaseOutcome;

/// <summary>Somebody else has the case; nothing was changed.</summary>
/// <param name="Holder">Who has it.</param>
/// <param name="Since">When they took it, UTC.</param>
public sealed record CaseHeld(StaffRef Holder, DateTimeOffset Since) : CaseOutcome;

/// <summary>Nobody has the case, so there is nothing to give back.</summary>
public sealed record CaseNotHeld : CaseOutcome;

/// <summary>The case is with the community safety manager already; nothing was changed.</summary>
public sealed record CaseAtTop : CaseOutcome;

/// <summary>No promise was missed then, or somebody has said why already; nothing was changed.</summary>
public sealed record CaseNotMissed : CaseOutcome;

/// <summary>First contact is already on record; nothing was changed.</summary>
/// <param name="Contact">What is recorded.</param>
public sealed record CaseAlreadyContacted(FirstContactMade Contact) : CaseOutcome;

/// <summary>Something has to be filled in differently; nothing was changed.</summary>
/// <param name="Problems">What, one a field.</param>
public sealed record CaseIncomplete(ImmutableArray<FieldProblem> Problems) : CaseOutcome;

/// <summary>What is wrong with one thing that was filled in.</summary>
/// <param name="Field">The name of the field.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record FieldProblem(string Field, FieldProblemKind Problem);

/// <summary>What can be wrong with a field.</summary>
public enum FieldProblemKind
{
    /// <summary>It has to be filled in.</summary>
    Missing,

    /// <summary>It is longer than <see cref="CaseRules.LongestWords"/>.</summary>
    TooLong,

    /// <summary>The time lies ahead.</summary>
    InFuture,

    /// <summary>The time has passed.</summary>
    InPast,

    /// <summary>The time lies before the report.</summary>
    BeforeReport,

    /// <summary>A letter is an attempt, not a conversation.</summary>
    NotAConversation,

    /// <summary>Nobody who works on cases is meant.</summary>
    NobodyThere,

    /// <summary>The colleague is away.</summary>
    Away,

    /// <summary>The colleague may not see that queue.</summary>
    NotTheirQueue,

    /// <summary>The colleague has it already.</summary>
    HasIt,

    /// <summary>The end does not lie after the beginning, or lies more than a year after it.</summary>
    NotAfter,

    /// <summary>The case is walled off from that colleague.</summary>
    WalledOff,

    /// <summary>Nobody works on that day.</summary>
    NotAWorkingDay,

    /// <summary>The day lies too far ahead.</summary>
    TooFar,

    /// <summary>Too few attempts to reach the person lie on too few working days.</summary>
    NotTriedEnough,

    /// <summary>Nobody has spoken with the person, so nobody can say that.</summary>
    NotSpoken,

    /// <summary>The person wrote of danger, and nobody has read it.</summary>
    DangerUnread,

    /// <summary>The time lies before the case was closed.</summary>
    BeforeClosing,

    /// <summary>The time lies more than a year back.</summary>
    LongAgo,

    /// <summary>The number is none that a household has.</summary>
    NotSoMany,

    /// <summary>There is an open one already.</summary>
    AlreadyOpen,

    /// <summary>It has not the form of a police reference.</summary>
    NotAReference,

    /// <summary>Consent is only for support services the person agreed to.</summary>
    ConsentDoesNotFit,

    /// <summary>The person did not choose that in their report.</summary>
    NotInReport,

    /// <summary>What the police were told is not on record.</summary>
    NotDisclosed,

    /// <summary>It is no postcode of the UK.</summary>
    NotAPostcode,

    /// <summary>It is no telephone number of the UK.</summary>
    NotAPhoneNumber,

    /// <summary>Neither a telephone number of the UK nor an e-mail address can be read in it.</summary>
    NoNumberOrAddress,

    /// <summary>A suspect works for the association or a contractor, so the case stays in the staff conduct queue.</summary>
    StaysThere,
}
