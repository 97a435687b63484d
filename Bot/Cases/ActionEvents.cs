using System.Text.Json.Serialization;

namespace ReportBot.Bot.Cases;

/// <summary>What can be done about who did it (policy 8.2). The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActionKind>))]
public enum ActionKind
{
    /// <summary>A warning letter.</summary>
    WarningLetter,

    /// <summary>An acceptable behaviour agreement.</summary>
    BehaviourAgreement,

    /// <summary>Mediation, or another restorative way.</summary>
    Mediation,

    /// <summary>Action on a tenancy.</summary>
    TenancyAction,

    /// <summary>An injunction.</summary>
    Injunction,

    /// <summary>Support or education for who did it.</summary>
    SupportOrEducation,

    /// <summary>Evidence handed to the police.</summary>
    EvidenceToPolice,
}

/// <summary>Whether an action is safe for the person. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SafetyAnswer>))]
public enum SafetyAnswer
{
    /// <summary>It is.</summary>
    Safe,

    /// <summary>It is with what was arranged for them.</summary>
    SafeWithMeasures,

    /// <summary>It is not, or nobody knows.</summary>
    NotSafe,
}

/// <summary>Whether the person wants it. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonWish>))]
public enum PersonWish
{
    /// <summary>They have said that they want it.</summary>
    Wants,

    /// <summary>They have said that they do not.</summary>
    DoesNotWant,

    /// <summary>They were not asked.</summary>
    NotAsked,
}

/// <summary>Something is done, or going to be, about who did it.</summary>
public sealed record ActionRecorded : CaseEvent
{
    /// <summary>What.</summary>
    public required ActionKind Kind { get; init; }

    /// <summary>The day it is done.</summary>
    public required DateOnly TakenOn { get; init; }

    /// <summary>Whether it is safe for the person.</summary>
    public required SafetyAnswer Safety { get; init; }

    /// <summary>What that rests on, and what was arranged.</summary>
    public required string SafetyReason { get; init; }

    /// <summary>When and how the person said that they want it; null where that is not needed.</summary>
    public string? WantedBecause { get; init; }
}

/// <summary>What came of it.</summary>
public sealed record ActionEnded : CaseEvent
{
    /// <summary>The action.</summary>
    public required Guid Action { get; init; }

    /// <summary>What came of it.</summary>
    public required string Outcome { get; init; }
}
