using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>What staff judge a report to be (policy 3.2). The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Judgement>))]
public enum Judgement
{
    /// <summary>A hate incident: hostility that breaks no law.</summary>
    Incident,

    /// <summary>A possible hate crime, of which the police are told where the person agrees or the law requires it.</summary>
    Crime,
}

/// <summary>Staff judged what it is. Only staff do; a later judgement takes its place and both stay in the history.</summary>
public sealed record JudgementMade : CaseEvent
{
    /// <summary>What it is.</summary>
    public required Judgement Judgement { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Staff put the case into another risk band than what was read from it.</summary>
public sealed record RiskOverridden : CaseEvent
{
    /// <summary>The band.</summary>
    public required RiskBand Band { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Who perceives something as hate. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Perceiver>))]
public enum Perceiver
{
    /// <summary>The member of staff who records it.</summary>
    Staff,

    /// <summary>The person it happened to.</summary>
    Person,

    /// <summary>Somebody who saw or heard it.</summary>
    Witness,

    /// <summary>Anybody else, such as a partner, a contractor or a relative.</summary>
    SomebodyElse,
}

/// <summary>Somebody perceives it as hate (policy 3.5: the victim or any other person). It is never taken back.</summary>
public sealed record PerceivedAsHate : CaseEvent
{
    /// <summary>Who perceives it so.</summary>
    public required Perceiver Perceiver { get; init; }

    /// <summary>What they think it was about; empty when they did not say.</summary>
    public ImmutableArray<Characteristic> About { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Anything to know of it; null for nothing.</summary>
    public string? Remark { get; init; }
}
