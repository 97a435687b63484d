using System.Text.Json.Serialization;
using ReportBot.Bot.Cases;
using ReportBot.Dialogs.Person;

namespace ReportBot.Bot.Handoff;

/// <summary>
/// Something that has to be told in a report's conversation: an entry of the outbox. It waits in the history until a
/// <see cref="SendEnded"/> says what became of it, and entries are told in the order of the history.
/// </summary>
public abstract record ToldEvent : CaseEvent
{
    /// <summary>The report in whose conversation it is told.</summary>
    public required Guid Report { get; init; }
}

/// <summary>Staff wrote to the person.</summary>
public sealed record ReplySent : ToldEvent, IContactEvent
{
    /// <summary>The words, verbatim.</summary>
    public required string Words { get; init; }

    /// <inheritdoc />
    public ContactOverride? Override { get; init; }
}

/// <summary>Someone from staff takes the conversation over.</summary>
public sealed record PersonJoined : ToldEvent
{
    /// <summary>After how long without a word of theirs the assistant takes it back, as it was set on the day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required TimeSpan IdleAfter { get; init; }
}

/// <summary>Someone from staff is no longer in the conversation, or nobody came while the person waited.</summary>
public sealed record PersonLeft : ToldEvent
{
    /// <summary>Why.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required TalkEnd Why { get; init; }
}

/// <summary>The person waits for nobody any more, or goes on without the one who was there. They know it already.</summary>
public sealed record WentOnAlone : CaseEvent
{
    /// <summary>The report.</summary>
    public required Guid Report { get; init; }
}

/// <summary>
/// An attempt to hand something to a channel that cannot tell a repeat began. If nothing follows it, as after a crash, nobody knows
/// whether it went.
/// </summary>
public sealed record SendStarted : CaseEvent
{
    /// <summary>The command of the <see cref="ToldEvent"/>.</summary>
    public required Guid Told { get; init; }
}

/// <summary>What became of something that had to be told.</summary>
public sealed record SendEnded : CaseEvent
{
    /// <summary>The command of the <see cref="ToldEvent"/>.</summary>
    public required Guid Told { get; init; }

    /// <summary>What became of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required SendOutcome Outcome { get; init; }
}

/// <summary>What became of an attempt to hand something to a channel. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SendOutcome>))]
public enum SendOutcome
{
    /// <summary>The channel has it.</summary>
    Delivered,

    /// <summary>It surely did not go; it is tried again.</summary>
    NotYet,

    /// <summary>It surely did not go, and will not.</summary>
    Failed,

    /// <summary>Nobody knows whether it went. It is never repeated by itself.</summary>
    Unknown,

    /// <summary>It waits for a time that is safe for the person.</summary>
    NotSafeNow,

    /// <summary>There was nothing to tell any more.</summary>
    Dropped,
}
