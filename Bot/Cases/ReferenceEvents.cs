using System.Text.Json.Serialization;

namespace ReportBot.Bot.Cases;

/// <summary>Who told the police. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PoliceReporter>))]
public enum PoliceReporter
{
    /// <summary>The person.</summary>
    Person,

    /// <summary>We did.</summary>
    Us,

    /// <summary>Somebody else.</summary>
    SomeoneElse,
}

/// <summary>The police gave a number for what happened.</summary>
public sealed record PoliceReferenceRecorded : CaseEvent
{
    /// <summary>The number.</summary>
    public required string Number { get; init; }

    /// <summary>The force.</summary>
    public required string Force { get; init; }

    /// <summary>The day they were told.</summary>
    public required DateOnly ReportedOn { get; init; }

    /// <summary>Who told them.</summary>
    public required PoliceReporter Reporter { get; init; }
}

/// <summary>What has to be repaired. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RepairKind>))]
public enum RepairKind
{
    /// <summary>Words or signs to be removed.</summary>
    Graffiti,

    /// <summary>A lock or a door.</summary>
    Lock,

    /// <summary>A window.</summary>
    Window,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>Staff asked for a repair, and will see whether it was done.</summary>
public sealed record RepairRequested : CaseEvent, IMakesTask
{
    /// <summary>What has to be repaired.</summary>
    public required RepairKind Kind { get; init; }

    /// <summary>Where, and what is to be done.</summary>
    public required string Where { get; init; }

    /// <summary>The number the repairs team gave; null when none.</summary>
    public string? RepairNumber { get; init; }

    /// <summary>By when staff see whether it was done, UTC.</summary>
    public required DateTimeOffset FollowUp { get; init; }

    CaseTask IMakesTask.Task => new(Command, TaskKind.Repair, Where, null, FollowUp);
}
