using System.Collections.Immutable;

namespace ReportBot.Bot.Cases;

/// <summary>Records who is away, for whoever oversees. It knows no web.</summary>
public sealed class AbsenceCommands(IStaffDirectory staff, IAbsences absences, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Records an absence; answers what is wrong, none when it is recorded, or null when this person may not.</summary>
    public async Task<ImmutableArray<FieldProblem>?> RecordAsync(StaffActor actor, PlannedAbsence planned, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(planned);
        if (!actor.Oversees)
            return null;
        var now = clock.GetUtcNow();
        var begins = planned.Begins is { } from && from > now ? from : now;
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        if (await staff.FindAsync(planned.Who, cancellationToken) is null)
            problems.Add(new FieldProblem(nameof(Absence.Who), FieldProblemKind.NobodyThere));
        if (planned.Ends is not { } ends)
            problems.Add(new FieldProblem(nameof(Absence.Ends), FieldProblemKind.Missing));
        else if (ends <= begins || ends > begins + Longest)
            problems.Add(new FieldProblem(nameof(Absence.Ends), FieldProblemKind.NotAfter));
        if (planned.Deputy is { } deputy && (deputy == planned.Who || await staff.FindAsync(deputy, cancellationToken) is not { Actor.Works: true }))
            problems.Add(new FieldProblem(nameof(Absence.Deputy), FieldProblemKind.NobodyThere));
        if (problems.Count == 0)
            await absences.RecordAsync(new Absence(planned.Command, planned.Who, begins, planned.Ends!.Value, planned.Deputy, actor.Who.Id), cancellationToken); // An end that is missing is a problem.
        return problems.ToImmutable();
    }

    /// <summary>Ends the absences of somebody who is back; false when this person may not.</summary>
    public async Task<bool> EndAsync(StaffActor actor, Guid who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Oversees)
            return false;
        await absences.EndAsync(who, actor.Who.Id, cancellationToken);
        return true;
    }
}

/// <summary>An absence as it is filled in.</summary>
/// <param name="Command">The command's id: pressed twice, it is recorded once.</param>
/// <param name="Who">Who is away.</param>
/// <param name="Begins">From when, UTC; null for now.</param>
/// <param name="Ends">Until when, UTC; required.</param>
/// <param name="Deputy">Who gets the cases; null for their queues.</param>
public sealed record PlannedAbsence(Guid Command, Guid Who, DateTimeOffset? Begins, DateTimeOffset? Ends, Guid? Deputy);
