using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>How a write ended. A store never answers anything else.</summary>
public enum CaseWrite
{
    /// <summary>It is durable.</summary>
    Done,

    /// <summary>It was there already, or is another version by now: read again.</summary>
    Conflict,

    /// <summary>The answer was lost: read again to find out.</summary>
    Unknown,
}

/// <summary>One line of a queue, as much of a case as is needed to choose the next.</summary>
/// <param name="Id">The case's id.</param>
/// <param name="Risk">Its risk band.</param>
/// <param name="Due">When contact is due, UTC.</param>
/// <param name="State">How far it is.</param>
/// <param name="Queue">The queue it is in.</param>
/// <param name="Opened">When it came, UTC.</param>
/// <param name="Summary">The rest, which is encrypted at rest.</param>
public sealed record CaseLine(Guid Id, RiskBand Risk, DateTimeOffset Due, CaseState State, Queue Queue, DateTimeOffset Opened, CaseSummary Summary);

/// <summary>What a queue shows of a case beyond its clear columns.</summary>
public sealed record CaseSummary
{
    /// <summary>The first report's reference.</summary>
    public required ReferenceNumber Reference { get; init; }

    /// <summary>What the person thinks it was about, by their own choice.</summary>
    public ImmutableArray<Characteristic> Perceived { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The channel it came by, as a Bot Framework channel id.</summary>
    public required string Channel { get; init; }

    /// <summary>How it reached staff who entered it; null when the person told the assistant.</summary>
    public ArrivalWay? Arrived { get; init; }

    /// <summary>Who has it; null when nobody has.</summary>
    public StaffRef? Holder { get; init; }

    /// <summary>When first contact was made, UTC; null when it was not.</summary>
    public DateTimeOffset? ContactedAt { get; init; }

    /// <summary>False while the person has shared it without sending it.</summary>
    public bool IsFinished { get; init; } = true;

    /// <summary>How many messages of the person nobody on staff has read.</summary>
    public int Unread { get; init; }

    /// <summary>True when one of them asks for someone from staff, or the person waits for one in the conversation.</summary>
    public bool AsksForPerson { get; init; }

    /// <summary>How far up it has gone.</summary>
    public CaseLevel Level { get; init; }

    /// <summary>True when a promise of contact was missed.</summary>
    public bool IsMissed { get; init; }

    /// <summary>The risk read from what was told, where staff set another; null elsewhere.</summary>
    public RiskBand? ReadRisk { get; init; }

    /// <summary>The summary of a case.</summary>
    public static CaseSummary Of(Case full)
    {
        ArgumentNullException.ThrowIfNull(full);
        var standing = full.Standing;
        return new CaseSummary
        {
            Reference = full.First.Reference,
            Perceived = full.First.Told.Perceived,
            Channel = full.First.Channel,
            Arrived = full.First.Arrival?.Way,
            Holder = standing.Holder,
            ContactedAt = standing.Contact?.SpokeAt,
            IsFinished = full.Reports.All(report => report.IsFinished),
            Unread = standing.Unread.Length,
            Level = standing.Level,
            IsMissed = !standing.Missed.IsEmpty,
            ReadRisk = standing.RiskSet is null ? null : standing.ReadRisk,
            AsksForPerson = !full.Talk.Waiting.IsEmpty || standing.Unread.Any(message => message.AsksForPerson),
        };
    }
}

/// <summary>The place of a line in the order of a queue: risk, then what is due first, then the id.</summary>
/// <param name="Risk">The line's risk band.</param>
/// <param name="Due">When it is due, UTC, to the millisecond.</param>
/// <param name="Id">The case's id.</param>
public readonly record struct CasePlace(RiskBand Risk, DateTimeOffset Due, Guid Id);

/// <summary>What to list: what meets all of it. Nobody's and somebody's at once is nothing.</summary>
public sealed record CaseFilter
{
    /// <summary>The states of what is not closed.</summary>
    public static ImmutableArray<CaseState> Open { get; } = [CaseState.New, CaseState.Claimed, CaseState.WroteAgain, CaseState.Contacted, CaseState.AwaitsSecond];

    /// <summary>The states of what is closed.</summary>
    public static ImmutableArray<CaseState> Closed { get; } = [CaseState.Closed, CaseState.FollowUp];

    /// <summary>The queues; at least one.</summary>
    public required ImmutableArray<Queue> Queues { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How far they may be; at least one.</summary>
    public required ImmutableArray<CaseState> States { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Only cases of this risk band; null for all.</summary>
    public RiskBand? Risk { get; init; }

    /// <summary>Only cases this member of staff has; null for everyone's.</summary>
    public Guid? Holder { get; init; }

    /// <summary>Only cases nobody has.</summary>
    public bool Unheld { get; init; }

    /// <summary>Only cases that have all of this in common.</summary>
    public CaseMarkings Marks { get; init; }

    /// <summary>The account of whoever looks: cases walled off from them are left out. Null when nobody does, as for the clock.</summary>
    public Guid? Viewer { get; init; }
}

/// <summary>The place of a case among those found: newest first.</summary>
/// <param name="Opened">When it came, UTC, to the millisecond.</param>
/// <param name="Id">The case's id.</param>
public readonly record struct FoundPlace(DateTimeOffset Opened, Guid Id);

/// <summary>One page of what was found.</summary>
/// <param name="Lines">The lines, newest first.</param>
/// <param name="Next">The place to go on after; null when this was the last page.</param>
public sealed record FoundCases(ImmutableArray<CaseLine> Lines, FoundPlace? Next);

/// <summary>What came of looking for cases: one of the two.</summary>
/// <param name="Found">What was found; null when nothing was looked for.</param>
/// <param name="AgainAt">When whoever has looked too often may look again, UTC.</param>
public sealed record SearchOutcome(FoundCases? Found, DateTimeOffset? AgainAt);

/// <summary>A case that has a value in common with another.</summary>
/// <param name="Id">The case's id.</param>
/// <param name="Opened">When it came, UTC, to the millisecond.</param>
/// <param name="Queue">The queue it is in.</param>
public readonly record struct TiedCase(Guid Id, DateTimeOffset Opened, Queue Queue);

/// <summary>A case whose clock has something to do.</summary>
/// <param name="At">When, UTC, to the millisecond.</param>
/// <param name="Id">The case's id.</param>
public readonly record struct DueCase(DateTimeOffset At, Guid Id);

/// <summary>One page of a list.</summary>
/// <param name="Lines">The lines, in order.</param>
/// <param name="Next">The place to go on after; null when this was the last page.</param>
public sealed record CasePage(ImmutableArray<CaseLine> Lines, CasePlace? Next);

/// <summary>A case that somebody has to look at.</summary>
/// <param name="At">From when, UTC, to the millisecond.</param>
/// <param name="Case">The case's id.</param>
public readonly record struct WakeUp(DateTimeOffset At, Guid Case);

/// <summary>
/// Cases, encrypted at rest and durable when <see cref="CaseWrite.Done"/> is answered. Every list is read by key, so its cost does not
/// grow with the number of cases. A full disk or a busy database throws <see cref="IOException"/> and has stored nothing.
/// </summary>
public interface ICaseStore
{
    /// <summary>The case with this id; null when there is none.</summary>
    ValueTask<Case?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The id of the case that holds this report; null when there is none.</summary>
    ValueTask<Guid?> FindByReportAsync(Guid report, CancellationToken cancellationToken);

    /// <summary>The id of the case that holds the report with this reference; null when there is none.</summary>
    ValueTask<Guid?> FindByReferenceAsync(ReferenceNumber reference, CancellationToken cancellationToken);

    /// <summary>Adds a case, with its audit entry, in one step. <see cref="CaseWrite.Conflict"/> when there is one with this id.</summary>
    ValueTask<CaseWrite> TryAddAsync(Case added, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>
    /// Adds many new cases in one step, with the audit entry of every event in their histories. Throws <see cref="IOException"/> when it could
    /// not; none is then there.
    /// </summary>
    ValueTask AddManyAsync(IReadOnlyList<Case> added, CancellationToken cancellationToken);

    /// <summary>Replaces a case, with its audit entry, in one step, if it still is the version it was read at.</summary>
    ValueTask<CaseWrite> TryReplaceAsync(Case changed, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Replaces several cases, each with its audit entry, in one step, if all of them still are the versions they were read at.</summary>
    ValueTask<CaseWrite> TryReplaceAsync(ImmutableArray<(Case Changed, AuditEntry Audit)> together, CancellationToken cancellationToken);

    /// <summary>
    /// The other cases, not walled off from whoever looks, that any of these values leads to, newest first: of each value the newest, at most
    /// as many as asked for, which is 200 at most.
    /// </summary>
    ValueTask<ImmutableArray<TiedCase>> TiedAsync(Guid viewer, Guid with, ImmutableArray<Findable> values, int mostEach, CancellationToken cancellationToken);

    /// <summary>The cases somebody has to look at by that moment, in order, after a place or from the start; at most 500.</summary>
    ValueTask<IReadOnlyList<WakeUp>> ToWakeAsync(DateTimeOffset by, WakeUp? after, CancellationToken cancellationToken);

    /// <summary>The newest cases of those queues, and not walled off from whoever looks, that every term leads to, after a place or from the start; at most 200. None when there is no term.</summary>
    ValueTask<FoundCases> SearchAsync(Guid viewer, ImmutableArray<Findable> terms, ImmutableArray<Queue> queues, FoundPlace? after, int lines, CancellationToken cancellationToken);

    /// <summary>How many cases of a risk band, or of all, there are for one member of staff, with those they have and without those walled off from them.</summary>
    ValueTask<CaseCounts> CountAsync(Guid viewer, RiskBand? risk, CancellationToken cancellationToken);

    /// <summary>The cases whose clock has something due by then, what was due first first, after a place or from the start.</summary>
    ValueTask<IReadOnlyList<DueCase>> DueAsync(DateTimeOffset by, DueCase? after, int most, CancellationToken cancellationToken);

    /// <summary>Works out anew, from its history, what a case is listed and found by. It changes nothing of the case.</summary>
    ValueTask RefreshAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Open tasks in cases of those queues, what is due first first, after a place or from the start; at most 200.</summary>
    /// <param name="viewer">Who looks: tasks in cases walled off from them are left out.</param>
    /// <param name="owner">Whose; null for those that are nobody's.</param>
    /// <param name="queues">The queues.</param>
    /// <param name="after">The place to go on after; null for the start.</param>
    /// <param name="lines">How many at most.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    ValueTask<TaskPage> TasksAsync(Guid viewer, Guid? owner, ImmutableArray<Queue> queues, TaskPlace? after, int lines, CancellationToken cancellationToken);

    /// <summary>A page of a queue after a place, or from the start; at most 200 lines.</summary>
    ValueTask<CasePage> ListAsync(CaseFilter filter, CasePlace? after, int lines, CancellationToken cancellationToken);
}
