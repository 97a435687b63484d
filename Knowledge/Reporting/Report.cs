using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Reporting;

/// <summary>
/// A report as it was sent. The check-answers step makes one from a <see cref="ReportDraft"/>, or staff who enter what they were told; it never changes afterwards.
/// </summary>
public sealed record Report
{
    /// <summary>The id, the draft's own: sending a draft again makes the same report.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Guid Id { get; init; }

    /// <summary>The reference told to the person and used by staff.</summary>
    public required ReferenceNumber Reference { get; init; }

    /// <summary>The thread it was told in.</summary>
    public required string Thread { get; init; }

    /// <summary>The first and last turn of the thread it was told in: with them staff can read everything that was said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required TurnRange Turns { get; init; }

    /// <summary>
    /// False when the person asked for someone from staff before they had sent it, and agreed to share it so far.
    /// The finished report takes its place later under the same id.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool IsFinished { get; init; } = true;

    /// <summary>The channel it came by, or on which the person is answered when staff entered it, as a Bot Framework channel id.</summary>
    public required string Channel { get; init; }

    /// <summary>How it reached staff who then entered it; null when the person told the assistant.</summary>
    public Arrival? Arrival { get; init; }

    /// <summary>When it was sent, or reached staff, UTC.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The contact promise of policy 6.2, made at sending.</summary>
    public required ContactPromise Promise { get; init; }

    /// <summary>Everything told, as the person checked it.</summary>
    public required ReportDraft Told { get; init; }

    /// <summary>The characteristics suggested from the account, whatever was chosen: for staff, beside the person's choice.</summary>
    public ImmutableArray<Suggestion> SuggestedCharacteristics { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The behaviours of policy 3.5 suggested from the account.</summary>
    public ImmutableArray<Suggestion> SuggestedBehaviours { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How much is at stake, with the reasons.</summary>
    public required RiskAssessment Risk { get; init; }

    /// <summary>The queue it goes to first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Queue Queue { get; init; }

    /// <summary>The other queues it concerns, most pressing first: marks for staff, such as "urgent" on a report about staff conduct.</summary>
    public ImmutableArray<Queue> AlsoFor { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The ids of the services shown to the person after sending, with the list's version.</summary>
    public ImmutableArray<string> ServicesShown { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>A stretch of a thread's turns, both ends included.</summary>
/// <param name="First">The first turn's sequence, from 1.</param>
/// <param name="Last">The last turn's sequence.</param>
public readonly record struct TurnRange(int First, int Last);
