using System.Text.Json.Serialization;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Handoff;

/// <summary>Why somebody may be reached against what they said is safe. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OverrideReason>))]
public enum OverrideReason
{
    /// <summary>Somebody's life or safety is at serious risk.</summary>
    RiskToLife,

    /// <summary>The person has asked for it themselves since.</summary>
    TheyAsked,

    /// <summary>They said it in words of their own, which were read, and this keeps to them.</summary>
    KeepsToTheirWords,

    /// <summary>The law requires it.</summary>
    LawRequires,

    /// <summary>It happened by mistake, and the record has to say that it did. It excuses nothing that is still to come.</summary>
    ByMistake,
}

/// <summary>A named reason to reach somebody against what they said is safe.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Note">More about it; null for nothing.</param>
public sealed record ContactOverride(OverrideReason Reason, string? Note)
{
    /// <summary>The reasons that hold for what is still to come.</summary>
    public static IEnumerable<OverrideReason> Ahead => Enum.GetValues<OverrideReason>().Where(reason => reason is not OverrideReason.ByMistake);
}

/// <summary>Something by which a person is reached.</summary>
public interface IContactEvent
{
    /// <summary>Why it may go against what they said is safe; null where it does not.</summary>
    ContactOverride? Override { get; }
}

/// <summary>Staff planned to call, visit or write: a task with its time.</summary>
public sealed record ContactPlanned : CaseEvent, IContactEvent
{
    /// <summary>The report whose person it is.</summary>
    public required Guid Report { get; init; }

    /// <summary>How.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ContactWay Way { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset PlannedFor { get; init; }

    /// <summary>True when a message may be left if nobody answers.</summary>
    public bool MayLeaveMessage { get; init; }

    /// <inheritdoc />
    public ContactOverride? Override { get; init; }
}
