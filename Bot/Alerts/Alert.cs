using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Alerts;

/// <summary>Why a person is needed. The numbers are a stored format.</summary>
public enum AlertKind
{
    /// <summary>A new urgent or high-risk report that nobody has taken.</summary>
    UrgentReport = 0,

    /// <summary>A message that speaks of danger, which nobody has read.</summary>
    Danger = 1,

    /// <summary>Somebody waits for a person.</summary>
    WaitsForPerson = 2,

    /// <summary>A promise of contact falls due soon.</summary>
    PromiseWarned = 3,

    /// <summary>A promise of contact was missed.</summary>
    PromiseMissed = 4,

    /// <summary>A case went up a level.</summary>
    Escalated = 5,

    /// <summary>A case waits for a second person who oversees.</summary>
    SecondPerson = 6,
}

/// <summary>Something that needs a person. It stays open until the case no longer does.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Case">The case.</param>
/// <param name="Kind">Why a person is needed.</param>
/// <param name="Queue">The queue the case was in when somebody was last told, or when it was raised.</param>
/// <param name="Raised">Since when, UTC.</param>
/// <param name="Next">When the next people are told unless somebody comes, UTC; null once everybody was.</param>
/// <param name="Closed">When the case no longer needed a person for this, UTC; null while it does.</param>
public sealed record Alert(Guid Id, Guid Case, AlertKind Kind, Queue Queue, DateTimeOffset Raised, DateTimeOffset? Next, DateTimeOffset? Closed);

/// <summary>Whom a telling goes to. The numbers are a stored format.</summary>
public enum AlertStep
{
    /// <summary>Whoever is on call.</summary>
    OnCall = 0,

    /// <summary>The next who is on call.</summary>
    Next = 1,

    /// <summary>The managers.</summary>
    Managers = 2,
}

/// <summary>A way in which alerts go out. The numbers are a stored format.</summary>
public enum AlertWayKind
{
    /// <summary>A signed post to an address of the association's own.</summary>
    Webhook = 0,

    /// <summary>E-mail.</summary>
    Email = 1,

    /// <summary>A notification of a browser.</summary>
    Push = 2,
}

/// <summary>One telling by one way: an entry of the outbox of alerts.</summary>
/// <param name="Id">Its id, by which whoever gets it twice knows it.</param>
/// <param name="Alert">The alert.</param>
/// <param name="Way">The way.</param>
/// <param name="Step">Whom it goes to.</param>
/// <param name="Staff">The account it goes to; null where the way does not tell people apart.</param>
/// <param name="Made">Since when it waits, UTC.</param>
/// <param name="Attempts">How many attempts have failed.</param>
/// <param name="Due">When it is tried next, UTC; null when it is not.</param>
/// <param name="Sent">When it went, UTC; null when it did not.</param>
/// <param name="Failure">Why the last attempt failed, as a stable code; null when none did.</param>
public sealed record AlertSend(
    Guid Id, Guid Alert, AlertWayKind Way, AlertStep Step, Guid? Staff, DateTimeOffset Made, int Attempts, DateTimeOffset? Due, DateTimeOffset? Sent, string? Failure)
{
    /// <summary>The code of what was dropped because it is no longer for whom it was queued: a conflict of interest, another role, no account.</summary>
    public const string DroppedCode = "dropped";

    /// <summary>True when it was dropped before it went. That is no failure.</summary>
    public bool IsDropped => Failure is DroppedCode;

    /// <summary>True when it did not go and is not tried any more.</summary>
    public bool IsGivenUp => Sent is null && Due is null;
}

/// <summary>When a case needs a person, by its history alone.</summary>
public static class AlertRules
{
    /// <summary>What something on the audit record may make necessary.</summary>
    public static IReadOnlyList<AlertKind> Raises(AuditAction action) => action switch
    {
        AuditAction.ReportReceived or AuditAction.ReportEntered => [AlertKind.UrgentReport],
        AuditAction.MessageReceived => [AlertKind.Danger, AlertKind.WaitsForPerson],
        AuditAction.PromiseWarned => [AlertKind.PromiseWarned],
        AuditAction.PromiseMissed => [AlertKind.PromiseMissed],
        AuditAction.CaseEscalated => [AlertKind.Escalated],
        AuditAction.NotHateProposed => [AlertKind.SecondPerson],
        _ => [],
    };

    /// <summary>True while a case needs a person for this.</summary>
    public static bool Needs(Case full, AlertKind kind)
    {
        ArgumentNullException.ThrowIfNull(full);
        var standing = full.Standing;
        return kind switch
        {
            AlertKind.UrgentReport => standing.State is CaseState.New && (standing.Queue is Queue.Urgent || standing.Risk is RiskBand.High),
            AlertKind.Danger => standing.Unread.Any(message => message.IsUrgent),
            AlertKind.WaitsForPerson => !full.Talk.Waiting.IsEmpty || standing.Unread.Any(message => message.AsksForPerson),
            AlertKind.PromiseWarned => standing.Contact is null && !IsMissed(standing) && full.History.OfType<PromiseWarned>().Any(warned => warned.Due == standing.Due),
            AlertKind.PromiseMissed => standing.Contact is null && IsMissed(standing),
            AlertKind.Escalated => standing.Level is not CaseLevel.Team,
            AlertKind.SecondPerson => standing.Proposal is not null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    /// <summary>True when somebody may see to it: they work on its queue, the case is not kept from them, and where a second person is asked for they can be that.</summary>
    public static bool MaySeeTo(Case full, AlertKind kind, StaffActor actor)
    {
        ArgumentNullException.ThrowIfNull(full);
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Works && actor.MaySee(full)
            && (kind is not AlertKind.SecondPerson || (actor.Oversees && actor.Who.Id != full.Standing.Proposal?.By?.Id));
    }

    private static bool IsMissed(CaseStanding standing) => standing.Missed.Any(missed => missed.Due == standing.Due);
}
