using System.Text.Json.Serialization;

namespace ReportBot.Bot.Cases;

/// <summary>How a case ended. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClosingOutcome>))]
public enum ClosingOutcome
{
    /// <summary>It is resolved, and the person agrees.</summary>
    Resolved,

    /// <summary>Action was taken against those responsible (policy 8).</summary>
    ActionTaken,

    /// <summary>The police have it.</summary>
    PassedToPolice,

    /// <summary>The person wants no further contact.</summary>
    NoFurtherContact,

    /// <summary>The person could not be reached after the attempts that are set.</summary>
    NotReached,

    /// <summary>Another landlord has it.</summary>
    AnotherLandlord,

    /// <summary>It is not hate but plain nuisance. Only ever with a second person.</summary>
    NotHate,
}

/// <summary>How a person is about what was done. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Satisfaction>))]
public enum Satisfaction
{
    /// <summary>Satisfied.</summary>
    Satisfied,

    /// <summary>Satisfied in part.</summary>
    Partly,

    /// <summary>Not satisfied.</summary>
    Not,

    /// <summary>They did not say.</summary>
    DidNotSay,
}

/// <summary>The person's own view of what was done is on record.</summary>
public sealed record ViewRecorded : CaseEvent
{
    /// <summary>The view.</summary>
    public required Satisfaction View { get; init; }

    /// <summary>Their words; null only when they did not say.</summary>
    public string? Said { get; init; }
}

/// <summary>Somebody asks to close as plain nuisance what was reported as hate. Until a second person agrees it stays a case of hate.</summary>
public sealed record NotHateProposed : CaseEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The second person did not agree that it is plain nuisance.</summary>
public sealed record NotHateRefused : CaseEvent
{
    /// <summary>Why not.</summary>
    public required string Reason { get; init; }
}

/// <summary>Staff closed the case.</summary>
public sealed record CaseClosed : CaseEvent
{
    /// <summary>How it ended.</summary>
    public required ClosingOutcome Outcome { get; init; }

    /// <summary>What was done, or why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who asked for it, where a second person had to agree; null elsewhere.</summary>
    public StaffRef? ProposedBy { get; init; }

    /// <summary>When the person is to be spoken with again, UTC; null when they want no contact.</summary>
    public DateTimeOffset? FollowUpAt { get; init; }

    /// <summary>True for what opens a closed case again: the person writes, a report joins, or staff open it.</summary>
    public static bool IsEndedBy(CaseEvent happened) => happened is MessageReceived or ReportReceived or CaseReopened;
}

/// <summary>Staff opened a closed case again.</summary>
public sealed record CaseReopened : CaseEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
