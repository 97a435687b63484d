using ReportBot.Bot.Handoff;

namespace ReportBot.Bot.Cases;

/// <summary>The conversation some weeks after closing fell due.</summary>
public sealed record FollowUpFellDue : CaseEvent;

/// <summary>Staff spoke with the person again after closing.</summary>
public sealed record FollowUpMade : CaseEvent, IContactEvent
{
    /// <summary>How they spoke.</summary>
    public required ContactWay Way { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset SpokeAt { get; init; }

    /// <summary>What came of it.</summary>
    public required string Summary { get; init; }

    /// <inheritdoc />
    public ContactOverride? Override { get; init; }
}

/// <summary>Staff tried to speak with the person again after closing, and did not reach them.</summary>
public sealed record FollowUpTried : CaseEvent, IContactEvent
{
    /// <summary>How they tried.</summary>
    public required ContactWay Way { get; init; }

    /// <summary>How it ended.</summary>
    public required AttemptOutcome Outcome { get; init; }

    /// <summary>When they tried, UTC.</summary>
    public required DateTimeOffset TriedAt { get; init; }

    /// <summary>Anything the next person should know; required of the last attempt.</summary>
    public string? Note { get; init; }

    /// <summary>True when as many attempts as are set were made by then, so that nobody tries again.</summary>
    public bool IsLast { get; init; }

    /// <inheritdoc />
    public ContactOverride? Override { get; init; }
}
