namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    /// <summary>Records what is done about who did it. Whether it is safe for the person is answered before anything else (policy 8.2).</summary>
    public static CaseOutcome RecordAction(Case current, CaseCommand command, DateTimeOffset at, NewAction action, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(action);
        if (Wrong(
            action.Safety is null ? new FieldProblem(nameof(action.Safety), FieldProblemKind.Missing) : null,
            Words(nameof(action.SafetyReason), action.SafetyReason, required: true)) is { } unanswered)
            return unanswered;
        if (action.Safety is SafetyAnswer.NotSafe)
            return new ActionNotSafe();
        var isMediation = action.Kind is ActionKind.Mediation;
        if (isMediation && action.Wish is not PersonWish.Wants)
            return new PersonDoesNotWant();
        return Wrong(
                action.Kind is null ? new FieldProblem(nameof(action.Kind), FieldProblemKind.Missing) : null,
                action.Kind is ActionKind.EvidenceToPolice && !current.History.Any(happened => happened is Disclosed { Body: OutsideBody.Police })
                    ? new FieldProblem(nameof(action.Kind), FieldProblemKind.NotDisclosed)
                    : null,
                Words(nameof(action.WantedBecause), action.WantedBecause, required: isMediation),
                ActionDay(nameof(action.TakenOn), action.TakenOn, at, times))
            ?? (CaseOutcome)new CaseDone(current.With(new ActionRecorded
            {
                Command = command.Id, At = at, By = command.Actor.Who,
                Kind = action.Kind!.Value, TakenOn = action.TakenOn!.Value, Safety = action.Safety!.Value, SafetyReason = action.SafetyReason!.Trim(), // Checked above.
                WantedBecause = isMediation ? action.WantedBecause!.Trim() : null, // Checked above.
            }));
    }

    /// <summary>Records what came of an action, once.</summary>
    public static CaseOutcome EndAction(Case current, CaseCommand command, DateTimeOffset at, Guid action, string? outcome)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(command);
        if (current.Work.Actions.FirstOrDefault(one => one.Recorded.Command == action) is not { Ended: null })
            return new ActionNotOpen();
        return Wrong(Words("Came", outcome, required: true))
            ?? (CaseOutcome)new CaseDone(current.With(new ActionEnded { Command = command.Id, At = at, By = command.Actor.Who, Action = action, Outcome = outcome!.Trim() })); // Checked above.
    }

    // It may have been, or be going to be.
    private static FieldProblem? ActionDay(string field, DateOnly? day, DateTimeOffset now, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        if (day is not { } given)
            return new FieldProblem(field, FieldProblemKind.Missing);
        return given > times.DayOf(now).AddDays(MostDaysAhead) ? new FieldProblem(field, FieldProblemKind.TooFar) : null;
    }
}

/// <summary>An action as it is filled in.</summary>
/// <param name="Safety">Whether it is safe for the person; required, and answered first.</param>
/// <param name="SafetyReason">What that rests on; required.</param>
/// <param name="Kind">What; required.</param>
/// <param name="TakenOn">The day; required.</param>
/// <param name="Wish">Whether the person wants it; they must for mediation.</param>
/// <param name="WantedBecause">When and how they said so; required for mediation.</param>
public sealed record NewAction(SafetyAnswer? Safety, string? SafetyReason, ActionKind? Kind, DateOnly? TakenOn, PersonWish? Wish, string? WantedBecause);

/// <summary>It is not safe for the person, so it is not done; nothing was changed.</summary>
public sealed record ActionNotSafe : CaseOutcome;

/// <summary>Mediation is never proposed unless the person wants it; nothing was changed.</summary>
public sealed record PersonDoesNotWant : CaseOutcome;

/// <summary>There is no such action, or what came of it is on record; nothing was changed.</summary>
public sealed record ActionNotOpen : CaseOutcome;
