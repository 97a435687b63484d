using System.Collections.Immutable;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Knowledge.Reporting;

/// <summary>Where and when a report was told.</summary>
/// <param name="Thread">The thread's id.</param>
/// <param name="Turns">The turns of the thread it was told in.</param>
/// <param name="Channel">The channel, as a Bot Framework channel id.</param>
/// <param name="SentAt">When it was sent, UTC.</param>
public sealed record ReportOrigin(string Thread, TurnRange Turns, string Channel, DateTimeOffset SentAt)
{
    /// <summary>How it reached staff who then entered it; null when the person told the assistant. It reached us then, so it was sent then.</summary>
    public Arrival? Arrival { get; init; }
}

/// <summary>Makes reports of drafts. The only place a report is made.</summary>
public sealed class Reports(ContactPromises promises, RiskRules rules)
{
    private readonly Routing _routing = new(rules);

    /// <summary>
    /// The report of a draft the person has checked and sent. Sending the same draft again makes a report with the same id and reference.
    /// Throws <see cref="InvalidOperationException"/> for a draft that lacks what <see cref="DraftReadiness"/> asks for.
    /// </summary>
    public Report Send(ReportDraft draft, ReportOrigin origin, AccountReading reading, ImmutableArray<string> servicesShown) =>
        DraftReadiness.IsReady(draft)
            ? Make(draft, origin, reading, servicesShown, isFinished: true)
            : throw new InvalidOperationException("A draft without an account cannot be sent.");

    /// <summary>The unfinished report of a draft that the person agreed to share because they asked for someone from staff. It may still be empty.</summary>
    public Report Share(ReportDraft draft, ReportOrigin origin, AccountReading reading) => Make(draft, origin, reading, [], isFinished: false);

    /// <summary>The promise that would be made if a draft were sent at that moment.</summary>
    public ContactPromise Promise(ReportDraft draft, DateTimeOffset sentAt)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft[Question.Contact]?.Contact is not { Anonymous: false })
            return promises.For(sentAt) with { Basis = PromiseBasis.Anonymous };
        return SafeContact.TryReadTimes(draft, out var safe) ? promises.ForSafeTimes(sentAt, safe) : promises.For(sentAt);
    }

    private Report Make(ReportDraft draft, ReportOrigin origin, AccountReading reading, ImmutableArray<string> servicesShown, bool isFinished)
    {
        var risk = rules.Assess(draft, reading);
        var route = _routing.Of(draft, reading, risk);
        return new Report
        {
            Id = draft.Id,
            Reference = ReferenceNumber.Of(draft.Id),
            Thread = origin.Thread,
            Turns = origin.Turns,
            Channel = origin.Channel,
            SentAt = origin.SentAt,
            Arrival = origin.Arrival,
            IsFinished = isFinished,
            Promise = Promise(draft, origin.SentAt),
            Told = draft,
            SuggestedCharacteristics = Suggestions.Characteristics(reading.Recognised, draft.AccountText),
            SuggestedBehaviours = Suggestions.Behaviours(reading.Recognised, draft.AccountText),
            Risk = risk,
            Queue = route.Queue,
            AlsoFor = route.AlsoFor,
            ServicesShown = servicesShown,
        };
    }

}
