namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    /// <summary>Records what was agreed with the person, and when they hear next.</summary>
    public static CaseOutcome AgreePlan(Case current, CaseCommand command, DateTimeOffset at, NewPlan plan, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(plan);
        return Wrong(Words(nameof(plan.Agreed), plan.Agreed, required: true), Day(nameof(plan.NextUpdate), plan.NextUpdate, at, times))
            ?? (CaseOutcome)new CaseDone(current.With(new PlanAgreed
            {
                Command = command.Id, At = at, By = command.Actor.Who, Agreed = plan.Agreed!.Trim(), NextUpdate = times.EndOf(plan.NextUpdate!.Value), // Checked above.
            }));
    }

    /// <summary>Records that the person was told how it stands, and when they hear next, or why they do not.</summary>
    public static CaseOutcome GiveUpdate(Case current, CaseCommand command, DateTimeOffset at, NewUpdate update, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(update);
        var isLast = update.NextUpdate is null && !string.IsNullOrWhiteSpace(update.NoneBecause);
        return Wrong(
                update.Way is null ? new FieldProblem(nameof(update.Way), FieldProblemKind.Missing) : null,
                Words(nameof(update.Told), update.Told, required: true),
                isLast ? null : Day(nameof(update.NextUpdate), update.NextUpdate, at, times),
                Words(nameof(update.NoneBecause), update.NoneBecause, required: false))
            ?? (CaseOutcome)new CaseDone(current.With(new UpdateGiven
            {
                Command = command.Id, At = at, By = command.Actor.Who,
                Way = update.Way!.Value, Told = update.Told!.Trim(), // Checked above.
                NextUpdate = update.NextUpdate is { } day ? times.EndOf(day) : null,
                NoneBecause = isLast ? update.NoneBecause!.Trim() : null,
            }));
    }
}

/// <summary>An agreed plan as it is filled in.</summary>
/// <param name="Agreed">What was agreed; required.</param>
/// <param name="NextUpdate">By the end of which day they hear next; required, a working day.</param>
public sealed record NewPlan(string? Agreed, DateOnly? NextUpdate);

/// <summary>An update as it is filled in.</summary>
/// <param name="Way">How they were told; required.</param>
/// <param name="Told">What they were told; required.</param>
/// <param name="NextUpdate">By the end of which day they hear next, a working day; null only with a reason.</param>
/// <param name="NoneBecause">Why no further update is owed.</param>
public sealed record NewUpdate(ContactWay? Way, string? Told, DateOnly? NextUpdate, string? NoneBecause);
