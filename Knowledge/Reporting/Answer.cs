using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Reporting;

/// <summary>How a question was answered. Everything but the account may be skipped.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerKind>))]
public enum AnswerKind
{
    /// <summary>The person gave an answer.</summary>
    Given,

    /// <summary>The person does not know.</summary>
    NotSure,

    /// <summary>The person would rather not say, or passed over the question.</summary>
    Skipped,
}

/// <summary>One answer to one question: the person's words, and what was understood from them.</summary>
public sealed record Answer
{
    /// <summary>The id of the question, from <see cref="Reporting.Question"/>.</summary>
    public required string Question { get; init; }

    /// <summary>Given, not sure or skipped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required AnswerKind Kind { get; init; }

    /// <summary>The words as they were typed; null when only choices were pressed.</summary>
    public string? Words { get; init; }

    /// <summary>The values chosen, in the order they are offered; empty for a free answer.</summary>
    public ImmutableArray<string> Choices { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When it happened, where the question asks for it and it could be read.</summary>
    public IncidentTime? When { get; init; }

    /// <summary>Where it happened, in the person's words, where the question asks for it.</summary>
    public string? Place { get; init; }

    /// <summary>How the person can be reached, where the question asks for it.</summary>
    public ContactDetails? Contact { get; init; }

    /// <summary>True when this was read from the account and the person confirmed it.</summary>
    public bool FromAccount { get; init; }

    /// <summary>What was suggested beside the question, whether or not it was chosen: kept for staff.</summary>
    public ImmutableArray<Suggestion> Suggested { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When it was answered, UTC.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DateTimeOffset At { get; init; }
}

/// <summary>Something the assistant suggested, with the person's own words it went by. It never stands for their choice.</summary>
/// <param name="Value">The choice it suggests: a characteristic's label, or a behaviour's number.</param>
/// <param name="Evidence">The words of the account it rests on, as typed.</param>
/// <param name="Confidence">How sure the recogniser is, above 0 to 1.</param>
public sealed record Suggestion(string Value, ImmutableArray<string> Evidence, double Confidence)
{
    /// <summary>The words of the account it rests on, as typed.</summary>
    public ImmutableArray<string> Evidence { get; init => field = value.IsDefault ? [] : value; } = Evidence.IsDefault ? [] : Evidence;
}
