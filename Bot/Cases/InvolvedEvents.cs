using System.Text.Json.Serialization;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>What somebody is in a case. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InvolvedRole>))]
public enum InvolvedRole
{
    /// <summary>They are said to have done it.</summary>
    Suspect,

    /// <summary>They saw or heard it.</summary>
    Witness,

    /// <summary>It happened to them.</summary>
    Affected,

    /// <summary>They have to do with it otherwise.</summary>
    Other,
}

/// <summary>Whether somebody works for the association. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorksForUs>))]
public enum WorksForUs
{
    /// <summary>Not that anybody knows.</summary>
    No,

    /// <summary>They are on staff.</summary>
    Staff,

    /// <summary>They work for a contractor.</summary>
    Contractor,
}

/// <summary>Somebody a case is about besides the person who reported, as staff know them.</summary>
public sealed record Involved
{
    /// <summary>Their id within the case.</summary>
    public required Guid Id { get; init; }

    /// <summary>What they are in it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required InvolvedRole Role { get; init; }

    /// <summary>True when the person who reported knows who they are.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Whether they work for the association.</summary>
    public WorksForUs Work { get; init; }

    /// <summary>Their name.</summary>
    public string? Name { get; init; }

    /// <summary>The number of their house and flat.</summary>
    public string? House { get; init; }

    /// <summary>The rest of their address without the postcode.</summary>
    public string? Street { get; init; }

    /// <summary>Their postcode.</summary>
    public Postcode? Postcode { get; init; }

    /// <summary>Their phone number.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>What they look like, or are known for.</summary>
    public string? Description { get; init; }

    /// <summary>What they are to the person who reported.</summary>
    public string? Relation { get; init; }

    /// <summary>True for a suspect who works for the association or a contractor: the case is then one of staff conduct.</summary>
    [JsonIgnore]
    public bool IsOurs => Role is InvolvedRole.Suspect && Work is not WorksForUs.No;
}

/// <summary>Staff recorded somebody.</summary>
public sealed record InvolvedAdded : CaseEvent
{
    /// <summary>Who.</summary>
    public required Involved Person { get; init; }
}

/// <summary>Staff changed what is recorded of somebody.</summary>
public sealed record InvolvedChanged : CaseEvent
{
    /// <summary>What stands of them from then on.</summary>
    public required Involved Person { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Staff took somebody out of the people involved. What was recorded of them stays in the history.</summary>
public sealed record InvolvedRemoved : CaseEvent
{
    /// <summary>Their id.</summary>
    public required Guid Person { get; init; }

    /// <summary>What they were in it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required InvolvedRole Role { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
