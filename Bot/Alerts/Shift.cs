using System.Collections.Immutable;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Alerts;

/// <summary>Somebody is on call for a while.</summary>
/// <param name="Id">The shift's id.</param>
/// <param name="Who">Their account.</param>
/// <param name="Begins">From when, UTC.</param>
/// <param name="Ends">Until when, UTC.</param>
/// <param name="Version">Which writing of it this is, from 1: what a change must have been read from.</param>
public sealed record Shift(Guid Id, Guid Who, DateTimeOffset Begins, DateTimeOffset Ends, long Version);

/// <summary>A time nobody is on call.</summary>
/// <param name="From">From when, UTC.</param>
/// <param name="Until">Until when, UTC.</param>
public readonly record struct RotaGap(DateTimeOffset From, DateTimeOffset Until);

/// <summary>What shifts and absences come to.</summary>
public static class Rota
{
    /// <summary>Who is on call at a moment, in the order in which they are told: whose shift began first comes first. Nobody twice.</summary>
    public static ImmutableArray<Guid> OnCall(IEnumerable<Shift> shifts, DateTimeOffset at) =>
        [.. shifts.Where(shift => shift.Begins <= at && at < shift.Ends).OrderBy(shift => shift.Begins).ThenBy(shift => shift.Id).Select(shift => shift.Who).Distinct()];

    /// <summary>The times between two moments at which nobody is on call who is there.</summary>
    public static ImmutableArray<RotaGap> Gaps(IEnumerable<Shift> shifts, IReadOnlyCollection<Absence> absences, DateTimeOffset from, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(shifts);
        ArgumentNullException.ThrowIfNull(absences);
        var gaps = ImmutableArray.CreateBuilder<RotaGap>();
        var covered = from;
        foreach (var (begins, ends) in shifts.SelectMany(shift => There(shift, absences)).OrderBy(part => part.From))
        {
            if (begins > covered && covered < until)
                gaps.Add(new RotaGap(covered, begins < until ? begins : until));
            if (ends > covered)
                covered = ends;
        }

        if (covered < until)
            gaps.Add(new RotaGap(covered, until));
        return gaps.ToImmutable();
    }

    // The parts of a shift in which its person is not away.
    private static List<RotaGap> There(Shift shift, IReadOnlyCollection<Absence> absences)
    {
        List<RotaGap> parts = [new(shift.Begins, shift.Ends)];
        foreach (var away in absences.Where(absence => absence.Who == shift.Who))
            parts = [.. parts.SelectMany(part => Without(part, away))];
        return parts;
    }

    private static IEnumerable<RotaGap> Without(RotaGap part, Absence away)
    {
        if (away.Ends <= part.From || away.Begins >= part.Until)
        {
            yield return part;
            yield break;
        }

        if (away.Begins > part.From)
            yield return part with { Until = away.Begins };
        if (away.Ends < part.Until)
            yield return part with { From = away.Ends };
    }
}
