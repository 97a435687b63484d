using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>What a case counts as besides being there. The numbers are a stored format.</summary>
public enum CountScope
{
    /// <summary>Every case.</summary>
    All = -1,

    /// <summary>Nobody has it.</summary>
    Unheld = 0,

    /// <summary>It has gone up a level.</summary>
    Up = 1,

    /// <summary>A promise was missed.</summary>
    Missed = 2,

    /// <summary>The member of staff who asks has it.</summary>
    Mine = 3,
}

/// <summary>How many cases of one kind there are in a queue and state.</summary>
/// <param name="Scope">The kind.</param>
/// <param name="Queue">The queue.</param>
/// <param name="State">The state.</param>
/// <param name="Number">How many.</param>
public sealed record CaseCount(CountScope Scope, Queue Queue, CaseState State, long Number);

/// <summary>How many cases there are, kept as they change so that asking costs the same however many.</summary>
/// <param name="Counts">Each count that is not none.</param>
public sealed record CaseCounts(ImmutableArray<CaseCount> Counts)
{
    /// <summary>How many cases a list would show; null when that is not counted, for a list of one risk band.</summary>
    public long? Of(CaseFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var scope = filter switch
        {
            { Holder: not null } => CountScope.Mine,
            { Unheld: true } => CountScope.Unheld,
            { Levels.IsEmpty: false } => CountScope.Up,
            { Missed: true } => CountScope.Missed,
            _ => CountScope.All,
        };
        return filter.Risk is null
            ? Counts.Where(count => count.Scope == scope && filter.Queues.Contains(count.Queue) && filter.States.Contains(count.State)).Sum(count => count.Number)
            : null;
    }
}
