using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>Whose cases are counted.</summary>
public enum CountedHolder
{
    /// <summary>Everybody's and nobody's.</summary>
    Any,

    /// <summary>Those nobody has.</summary>
    Nobody,

    /// <summary>Those of the member of staff who asks.</summary>
    Mine,
}

/// <summary>What cases have in common that are counted. A case counts for each set of marks it has all of. The numbers are a stored format.</summary>
[Flags]
public enum CaseMarkings
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>They went up a level.</summary>
    Up = 1,

    /// <summary>A promise was missed.</summary>
    Missed = 2,
}

/// <summary>How many cases of one kind there are in a queue and state.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Marks">What they have in common.</param>
/// <param name="Queue">The queue.</param>
/// <param name="State">The state.</param>
/// <param name="Number">How many.</param>
public sealed record CaseCount(CountedHolder Holder, CaseMarkings Marks, Queue Queue, CaseState State, long Number);

/// <summary>How many cases there are, kept as they change so that asking costs the same however many.</summary>
/// <param name="Risk">The risk band they were counted for; null for all.</param>
/// <param name="Counts">Each count that is not none.</param>
public sealed record CaseCounts(RiskBand? Risk, ImmutableArray<CaseCount> Counts)
{
    /// <summary>How many cases a list would show, of the risk band that was counted.</summary>
    public long Of(CaseFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter is { Unheld: true, Holder: not null })
            return 0;
        var holder = filter switch
        {
            { Holder: not null } => CountedHolder.Mine,
            { Unheld: true } => CountedHolder.Nobody,
            _ => CountedHolder.Any,
        };
        return Counts.Where(count => count.Holder == holder && count.Marks == filter.Marks && filter.Queues.Contains(count.Queue) && filter.States.Contains(count.State))
            .Sum(count => count.Number);
    }
}
