using System.Collections.Immutable;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>
/// Works out when a case's clock acts. What it answers is written into the history when something happens, so that a setting or a
/// holiday that changes later moves nothing that was already said.
/// </summary>
public sealed partial class CaseTimes(CaseClockOptions options, WorkingHours hours)
{
    /// <summary>The times with nothing set otherwise.</summary>
    public static CaseTimes Standard { get; } = new(new CaseClockOptions(), WorkingHours.Standard);

    /// <summary>When staff are warned of a promise, first to last; only what lies ahead.</summary>
    public ImmutableArray<DateTimeOffset> Warnings(ContactPromise promise, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return [.. new[] { options.FirstWarning, options.LastWarning }.Select(left => hours.Before(promise.Due, left)).Where(at => at > now)];
    }

    /// <summary>When a case somebody takes now goes back to its queue unless they reach the person; null once somebody has.</summary>
    public DateTimeOffset? ReturnAt(Case current, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(current);
        var standing = current.Standing;
        if (standing.Contact is not null)
            return null;
        var safe = current.Reports.Select(SafeFrom).Where(from => from is not null).Max();
        return hours.After(safe > now ? safe.Value : now, options.ReturnAfter);
    }

    /// <summary>When a case that went back to its queue now goes to the managers.</summary>
    public DateTimeOffset ManagerAt(DateTimeOffset now) => hours.After(now, options.ManagerAfter);

    /// <summary>When a case the managers have from now on goes to the community safety manager.</summary>
    public DateTimeOffset CommunitySafetyManagerAt(DateTimeOffset now) => hours.After(now, options.CommunitySafetyManagerAfter);

    // Nobody is hurried to call somebody who said it is only safe on another day, or later.
    private DateTimeOffset? SafeFrom(Report report) => report.Promise.Basis is PromiseBasis.SafeTime
        ? hours.Begin(report.Promise.Day, SafeContact.TryReadTimes(report.Told, out var safe) ? safe.From : null)
        : null;
}
