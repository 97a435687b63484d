using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>Somebody took the case.</summary>
public sealed record CaseClaimed : CaseEvent
{
    /// <summary>When it goes back to its queue unless the person is reached, UTC; null when they already were.</summary>
    public DateTimeOffset? ReturnAt { get; init; }
}

/// <summary>Whoever had the case, or somebody who oversees, gave it back to its queue.</summary>
public sealed record CaseReleased : CaseEvent
{
    /// <summary>What the next person should know; null when nothing was said.</summary>
    public string? Reason { get; init; }
}

/// <summary>The case went to somebody else, to another queue, or both.</summary>
public sealed record CaseTransferred : CaseEvent
{
    /// <summary>Who has it now; null when nobody has and it waits in the queue.</summary>
    public StaffRef? To { get; init; }

    /// <summary>The queue it is in now.</summary>
    public required Queue Queue { get; init; }

    /// <summary>Why.</summary>
    public required MoveCause Cause { get; init; }

    /// <summary>What the next person should know; null when it moved by itself.</summary>
    public string? Reason { get; init; }

    /// <summary>When it goes back to its queue unless the person is reached, UTC; null when they already were or nobody has it.</summary>
    public DateTimeOffset? ReturnAt { get; init; }
}

/// <summary>The case went back to its queue by itself.</summary>
public sealed record CaseReturned : CaseEvent
{
    /// <summary>Who had it.</summary>
    public required StaffRef From { get; init; }

    /// <summary>Why.</summary>
    public required MoveCause Cause { get; init; }

    /// <summary>When it goes to the managers unless the person is reached, UTC; null when it does not for this.</summary>
    public DateTimeOffset? EscalateAt { get; init; }
}

/// <summary>The case went up a level. Whoever has it keeps it.</summary>
public sealed record CaseEscalated : CaseEvent
{
    /// <summary>Who is asked now.</summary>
    public required CaseLevel Level { get; init; }

    /// <summary>Why.</summary>
    public required MoveCause Cause { get; init; }

    /// <summary>What whoever asked for it said; null when it went by itself.</summary>
    public string? Reason { get; init; }

    /// <summary>When it goes up again unless the person is reached, UTC; null when it does not.</summary>
    public DateTimeOffset? EscalateAt { get; init; }
}
