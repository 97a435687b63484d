using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReportBot.Bot.Handoff;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>Staff recorded where the person lives, and with whom. The latest stands for all of it.</summary>
public sealed record HomeRecorded : CaseEvent
{
    /// <summary>What is recorded.</summary>
    public required Home Home { get; init; }
}

/// <summary>Staff recorded what every call, visit and letter has to heed. The latest stands for all of it.</summary>
public sealed record NeedsRecorded : CaseEvent
{
    /// <summary>What is recorded.</summary>
    public required Needs Needs { get; init; }
}

/// <summary>Staff set a marker: nobody visits without reading why.</summary>
public sealed record VisitMarked : CaseEvent
{
    /// <summary>Why, and what to do.</summary>
    public required string Reason { get; init; }

    /// <summary>The day it is looked at again, in London.</summary>
    public required DateOnly ReviewOn { get; init; }
}

/// <summary>Staff took the marker off.</summary>
public sealed record VisitMarkLifted : CaseEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Staff added what the person answered to a question that was open. What the person told themselves is never replaced.</summary>
public sealed record AnswerAdded : CaseEvent
{
    /// <summary>The report it belongs to.</summary>
    public required Guid Report { get; init; }

    /// <summary>The answer.</summary>
    public required Answer Answer { get; init; }
}

/// <summary>Staff spoke with the person once more, after first contact.</summary>
public sealed record SpokeAgain : CaseEvent, IContactEvent
{
    /// <summary>How they spoke.</summary>
    public required ContactWay Way { get; init; }

    /// <summary>When they spoke, UTC.</summary>
    public required DateTimeOffset SpokeAt { get; init; }

    /// <summary>What came of it.</summary>
    public required string Outcome { get; init; }

    /// <inheritdoc />
    public ContactOverride? Override { get; init; }
}

/// <summary>Where the person lives, and with whom, as staff know it.</summary>
public sealed record Home
{
    /// <summary>The property's reference in the housing system.</summary>
    public string? Property { get; init; }

    /// <summary>How they live there.</summary>
    public Tenure? Tenure { get; init; }

    /// <summary>Whose patch it is: the housing officer's, or the landlord's where it is not ours.</summary>
    public string? Patch { get; init; }

    /// <summary>How many adults live there, 0 to 30.</summary>
    public int? Adults { get; init; }

    /// <summary>How many children live there, 0 to 30.</summary>
    public int? Children { get; init; }
}

/// <summary>How somebody lives in a home. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Tenure>))]
public enum Tenure
{
    /// <summary>A social tenancy.</summary>
    SocialRent,

    /// <summary>A tenancy at affordable rent.</summary>
    AffordableRent,

    /// <summary>Shared ownership.</summary>
    SharedOwnership,

    /// <summary>A leasehold.</summary>
    Leasehold,

    /// <summary>Supported or sheltered housing.</summary>
    Supported,

    /// <summary>A licence, such as temporary accommodation.</summary>
    Licence,

    /// <summary>A home that is not ours.</summary>
    NotOurs,
}

/// <summary>What every call, visit and letter has to heed.</summary>
public sealed record Needs
{
    /// <summary>The language an interpreter is needed for, by its name; null when none is.</summary>
    public string? Interpreter { get; init; }

    /// <summary>What else is needed.</summary>
    public ImmutableArray<Adjustment> Adjustments { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>More about it, in the words of staff.</summary>
    public string? Note { get; init; }
}

/// <summary>Something that makes contact possible for somebody. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Adjustment>))]
public enum Adjustment
{
    /// <summary>A British Sign Language interpreter.</summary>
    SignLanguage,

    /// <summary>Large print.</summary>
    LargePrint,

    /// <summary>Easy read.</summary>
    EasyRead,

    /// <summary>Braille.</summary>
    Braille,

    /// <summary>Letters read out or recorded.</summary>
    Audio,

    /// <summary>Calls by Relay UK.</summary>
    TextRelay,

    /// <summary>A place without steps.</summary>
    StepFree,

    /// <summary>More time, or somebody with them.</summary>
    MoreTime,
}
