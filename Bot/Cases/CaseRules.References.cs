using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{

    /// <summary>Records a number the police gave.</summary>
    public static CaseOutcome RecordPolice(Case current, CaseCommand command, DateTimeOffset at, NewPoliceReference police, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(police);
        var isNumber = PoliceNumber.TryParse(police.Number, out var number);
        return Wrong(
                Words(nameof(police.Number), police.Number, required: true) ?? (isNumber ? null : new FieldProblem(nameof(police.Number), FieldProblemKind.NotAReference)),
                Name(nameof(police.Force), police.Force),
                PastDay(nameof(police.ReportedOn), police.ReportedOn, at, times),
                police.Reporter is null ? new FieldProblem(nameof(police.Reporter), FieldProblemKind.Missing) : null)
            ?? (CaseOutcome)new CaseDone(current.With(new PoliceReferenceRecorded
            {
                Command = command.Id, At = at, By = command.Actor.Who,
                Number = number!.ToString(), Force = police.Force!.Trim(), ReportedOn = police.ReportedOn!.Value, Reporter = police.Reporter!.Value, // Checked above.
            }));
    }

    /// <summary>Records that a repair was asked for, with the day to see whether it was done. It promises the person nothing.</summary>
    public static CaseOutcome RequestRepair(Case current, CaseCommand command, DateTimeOffset at, NewRepair repair, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(repair);
        return Wrong(
                repair.Kind is null ? new FieldProblem("Repair", FieldProblemKind.Missing) : null,
                Words(nameof(repair.Where), repair.Where, required: true),
                string.IsNullOrWhiteSpace(repair.RepairNumber) ? null : Name(nameof(repair.RepairNumber), repair.RepairNumber),
                Day(nameof(repair.FollowUp), repair.FollowUp, at, times))
            ?? (CaseOutcome)new CaseDone(current.With(new RepairRequested
            {
                Command = command.Id, At = at, By = command.Actor.Who,
                Kind = repair.Kind!.Value, Where = repair.Where!.Trim(), FollowUp = times.EndOf(repair.FollowUp!.Value), // Checked above.
                RepairNumber = string.IsNullOrWhiteSpace(repair.RepairNumber) ? null : repair.RepairNumber.Trim(),
            }));
    }

    private static FieldProblem? Name(string field, string? name) =>
        string.IsNullOrWhiteSpace(name) ? new FieldProblem(field, FieldProblemKind.Missing) : name.Length > LongestName ? new FieldProblem(field, FieldProblemKind.TooLong) : null;
}

/// <summary>A police reference as it is filled in; all of it is required.</summary>
/// <param name="Number">The number.</param>
/// <param name="Force">The force.</param>
/// <param name="ReportedOn">The day they were told.</param>
/// <param name="Reporter">Who told them.</param>
public sealed record NewPoliceReference(string? Number, string? Force, DateOnly? ReportedOn, PoliceReporter? Reporter);

/// <summary>A repair as it is filled in.</summary>
/// <param name="Kind">What has to be repaired; required.</param>
/// <param name="Where">Where, and what is to be done; required.</param>
/// <param name="RepairNumber">The number the repairs team gave.</param>
/// <param name="FollowUp">By the end of which day staff see whether it was done; required, a working day.</param>
public sealed record NewRepair(RepairKind? Kind, string? Where, string? RepairNumber, DateOnly? FollowUp);
