using System.Text.Json.Serialization;

namespace ReportBot.Bot.Cases;

/// <summary>What a member of staff has to do with a case besides working here. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConflictKind>))]
public enum ConflictKind
{
    /// <summary>They know somebody in it.</summary>
    Acquaintance,

    /// <summary>They live near somebody in it.</summary>
    Neighbour,

    /// <summary>They are related to somebody in it, or live with them.</summary>
    Relation,

    /// <summary>They reported it, or it happened to them.</summary>
    Reporter,

    /// <summary>They are said to have done it.</summary>
    Suspect,
}

/// <summary>A member of staff has a conflict of interest in the case: from then on it is walled off from them.</summary>
public sealed record ConflictDeclared : CaseEvent
{
    /// <summary>Who is walled off.</summary>
    public required StaffRef Who { get; init; }

    /// <summary>What they have to do with it.</summary>
    public required ConflictKind Kind { get; init; }

    /// <summary>Why, in the words of whoever declared it.</summary>
    public required string Reason { get; init; }
}

/// <summary>There is no conflict of interest any more, or there never was one.</summary>
public sealed record ConflictLifted : CaseEvent
{
    /// <summary>Who may see the case again.</summary>
    public required StaffRef Who { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
