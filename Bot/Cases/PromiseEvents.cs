using System.Text.Json.Serialization;

namespace ReportBot.Bot.Cases;

/// <summary>Staff were warned that a promise of contact falls due.</summary>
public sealed record PromiseWarned : CaseEvent
{
    /// <summary>When the promise falls due, UTC.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>The warning's own time, UTC: those up to it are given.</summary>
    public required DateTimeOffset Planned { get; init; }
}

/// <summary>A promise of contact fell due and nobody had spoken with the person.</summary>
public sealed record PromiseMissed : CaseEvent
{
    /// <summary>When it fell due, UTC.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>How the case stood then.</summary>
    public required MissCause Cause { get; init; }

    /// <summary>Who had it then; null when nobody had.</summary>
    public StaffRef? Holder { get; init; }

    /// <summary>When it goes to the community safety manager unless the person is reached, UTC.</summary>
    public DateTimeOffset? EscalateAt { get; init; }
}

/// <summary>Somebody said why a promise was missed.</summary>
public sealed record MissExplained : CaseEvent
{
    /// <summary>The promise, by when it fell due, UTC.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>How a case stood when its promise was missed. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MissCause>))]
public enum MissCause
{
    /// <summary>Nobody had it.</summary>
    NobodyHadIt,

    /// <summary>Somebody had it and no attempt was recorded.</summary>
    NotTried,

    /// <summary>Attempts were recorded, none of which reached the person.</summary>
    NotReached,

    /// <summary>The report was entered after it had fallen due.</summary>
    EnteredLate,
}

/// <summary>A promise of contact that was not kept.</summary>
/// <param name="Due">When it fell due, UTC.</param>
/// <param name="Cause">How the case stood then.</param>
/// <param name="Holder">Who had it then; null when nobody had.</param>
/// <param name="Reason">Why, in the words of staff; null while nobody has said.</param>
public sealed record MissedPromise(DateTimeOffset Due, MissCause Cause, StaffRef? Holder, string? Reason);
