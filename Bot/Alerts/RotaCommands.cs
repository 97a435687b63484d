using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Bot.Alerts;

/// <summary>How often a shift comes again.</summary>
public enum ShiftRepeat
{
    /// <summary>It does not.</summary>
    Once,

    /// <summary>Every day at the same hours.</summary>
    EveryDay,

    /// <summary>Every week on the same day, at the same hours.</summary>
    EveryWeek,
}

/// <summary>A shift as it is filled in.</summary>
/// <param name="Command">The command's id: pressed twice, it is done once.</param>
/// <param name="Who">Who is on call.</param>
/// <param name="Begins">From when, UTC; required.</param>
/// <param name="Ends">Until when, UTC; required.</param>
public sealed record PlannedShift(Guid Command, Guid Who, DateTimeOffset? Begins, DateTimeOffset? Ends)
{
    /// <summary>How often it comes again.</summary>
    public ShiftRepeat Repeat { get; init; }

    /// <summary>How many times it comes in all, 1 to <see cref="RotaCommands.MostTimes"/>, where it repeats.</summary>
    public int Times { get; init; } = 1;
}

/// <summary>How a command on the rota ended.</summary>
public enum RotaOutcome
{
    /// <summary>It stands.</summary>
    Done,

    /// <summary>This person may not change the rota.</summary>
    NotTheirs,

    /// <summary>Something that was filled in is wrong.</summary>
    Incomplete,

    /// <summary>Somebody else has changed or removed the shift since it was read.</summary>
    Changed,
}

/// <summary>How a command on the rota ended, and what is wrong with what was filled in.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Problems">What is wrong, by field; empty unless the outcome is <see cref="RotaOutcome.Incomplete"/>.</param>
public sealed record RotaAnswer(RotaOutcome Outcome, ImmutableArray<FieldProblem> Problems)
{
    internal static RotaAnswer Of(RotaOutcome outcome) => new(outcome, []);
}

/// <summary>Changes who is on call, for whoever oversees. It knows no web.</summary>
public sealed class RotaCommands(AlertStore store, IStaffDirectory staff, IAuditLog audit, TimeProvider clock)
{
    /// <summary>How many times a shift may come.</summary>
    public const int MostTimes = 28;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Puts somebody on call, as often as it repeats, at the same hours in London whether the clocks change or not.</summary>
    public async Task<RotaAnswer> AddAsync(StaffActor actor, PlannedShift planned, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(planned);
        if (!actor.Oversees)
            return RotaAnswer.Of(RotaOutcome.NotTheirs);
        if (await ProblemsAsync(planned, cancellationToken) is { IsEmpty: false } problems)
            return new RotaAnswer(RotaOutcome.Incomplete, problems);
        if (await store.HasAsync(planned.Command, cancellationToken))
            return RotaAnswer.Of(RotaOutcome.Done);
        await RecordAsync(actor, AuditAction.ShiftAdded, planned.Who, cancellationToken);
        await store.AddAsync([.. Shifts(planned)], planned.Command);
        return RotaAnswer.Of(RotaOutcome.Done);
    }

    /// <summary>Changes who is on call in a shift, or when.</summary>
    /// <param name="actor">Who changes it.</param>
    /// <param name="shift">The shift.</param>
    /// <param name="version">Which writing of it was read.</param>
    /// <param name="planned">What it becomes.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public async Task<RotaAnswer> ChangeAsync(StaffActor actor, Guid shift, long version, PlannedShift planned, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(planned);
        if (!actor.Oversees)
            return RotaAnswer.Of(RotaOutcome.NotTheirs);
        if (await ProblemsAsync(planned, cancellationToken) is { IsEmpty: false } problems)
            return new RotaAnswer(RotaOutcome.Incomplete, problems);
        if (await store.HasAsync(planned.Command, cancellationToken))
            return RotaAnswer.Of(RotaOutcome.Done);
        if ((await store.FindAsync(shift, cancellationToken))?.Version != version)
            return RotaAnswer.Of(RotaOutcome.Changed);
        await RecordAsync(actor, AuditAction.ShiftChanged, planned.Who, cancellationToken);
        var changed = new Shift(shift, planned.Who, planned.Begins!.Value, planned.Ends!.Value, version); // What is missing is a problem.
        return RotaAnswer.Of(await store.ChangeAsync(changed, planned.Command) ? RotaOutcome.Done : RotaOutcome.Changed);
    }

    /// <summary>Takes a shift off the rota. One that is gone already stays so.</summary>
    public async Task<RotaAnswer> RemoveAsync(StaffActor actor, Guid shift, long version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Oversees)
            return RotaAnswer.Of(RotaOutcome.NotTheirs);
        if (await store.FindAsync(shift, cancellationToken) is not { } found)
            return RotaAnswer.Of(RotaOutcome.Done);
        if (found.Version != version)
            return RotaAnswer.Of(RotaOutcome.Changed);
        await RecordAsync(actor, AuditAction.ShiftRemoved, found.Who, cancellationToken);
        return RotaAnswer.Of(await store.RemoveAsync(shift, version) ? RotaOutcome.Done : RotaOutcome.Changed);
    }

    private async Task<ImmutableArray<FieldProblem>> ProblemsAsync(PlannedShift planned, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        if (await staff.FindAsync(planned.Who, cancellationToken) is not { Actor.Works: true })
            problems.Add(new FieldProblem(nameof(PlannedShift.Who), FieldProblemKind.NobodyThere));
        if (planned.Begins is null)
            problems.Add(new FieldProblem(nameof(PlannedShift.Begins), FieldProblemKind.Missing));
        if (planned.Ends is not { } ends)
            problems.Add(new FieldProblem(nameof(PlannedShift.Ends), FieldProblemKind.Missing));
        else if (ends <= planned.Begins || ends > planned.Begins + Longest)
            problems.Add(new FieldProblem(nameof(PlannedShift.Ends), FieldProblemKind.NotAfter));
        else if (ends <= clock.GetUtcNow())
            problems.Add(new FieldProblem(nameof(PlannedShift.Ends), FieldProblemKind.InPast));
        if (planned.Times is < 1 or > MostTimes)
            problems.Add(new FieldProblem(nameof(PlannedShift.Times), FieldProblemKind.Missing));
        return problems.ToImmutable();
    }

    private static IEnumerable<Shift> Shifts(PlannedShift planned)
    {
        var (days, times) = planned.Repeat switch
        {
            ShiftRepeat.EveryDay => (1, planned.Times),
            ShiftRepeat.EveryWeek => (7, planned.Times),
            _ => (0, 1),
        };
        for (var time = 0; time < times; time++)
            yield return new Shift(
                time == 0 ? planned.Command : Case.IdOf(FormattableString.Invariant($"{planned.Command:N}/shift/{time}")),
                planned.Who, Later(planned.Begins!.Value, days * time), Later(planned.Ends!.Value, days * time), 1); // What is missing is a problem.
    }

    private static DateTimeOffset Later(DateTimeOffset moment, int days) =>
        WallClock.London.Moment(WallClock.London.DateAt(moment).AddDays(days), WallClock.London.TimeAt(moment));

    // Before it is done: what cannot be recorded must not happen.
    private ValueTask RecordAsync(StaffActor actor, AuditAction action, Guid about, CancellationToken cancellationToken) =>
        audit.AppendAsync(new AuditEntry(clock.GetUtcNow(), actor.Who.Id, action, about), cancellationToken);
}
