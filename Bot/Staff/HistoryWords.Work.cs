using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff;

public static partial class HistoryWords
{
    private static HistoryLine? Work(CaseEvent happened, string who) => happened switch
    {
        TaskAdded task => new(happened.At, $"{who} wrote down a task{(task.Owner is { } owner ? $" for {owner.Name}" : "")}, due {StaffTime.DayOf(task.Due)}.", task.What),
        TaskMoved moved => new(happened.At, $"{who} changed a task: {(moved.Owner is { } owner ? $"{owner.Name}’s" : "for whoever has the case")}, due {StaffTime.DayOf(moved.Due)}.", null),
        TaskDone => new(happened.At, $"{who} did a task.", null),
        TaskDropped dropped => new(happened.At, $"{who} closed a task that is no longer needed.", dropped.Reason),
        PlanAgreed plan => new(happened.At, $"{who} agreed with the person what happens next. The next update is due {StaffTime.DayOf(plan.NextUpdate)}.", plan.Agreed),
        UpdateGiven update => new(happened.At, $"{who} told the person how it stands. {StaffWords.Of(update.Way)}. {NextUpdate(update)}", update.Told),
        ReferralProposed proposed => new(happened.At, $"{who} proposed {StaffWords.Service(proposed.Service)} to the person.", proposed.Why),
        ReferralConsented consent => new(happened.At, $"{StaffWords.Of(consent.Giver)} agreed to a referral on {StaffTime.Of(consent.GivenOn)}; {who} recorded it. What may be passed on:", consent.MayPassOn),
        ConsentWithdrawn withdrawn => new(happened.At, $"The person no longer agrees to the referral to {StaffWords.Service(withdrawn.Service)}; {who} recorded it.{(withdrawn.TellBy is null ? " Nothing had been passed on." : "")}", null),
        ReferralMade made => new(happened.At, $"{who} made a referral, with the person’s consent. Passed on:", made.PassedOn),
        ReferralDeclined declined => new(happened.At, $"A referral does not happen: {StaffWords.Inside(StaffWords.Of(declined.Decliner))} did not want it. {who} recorded it.", null),
        ReferralAnswered answered => new(happened.At, $"A service answered a referral; {who} recorded it.", answered.Answer),
        PoliceReferenceRecorded police => new(happened.At, $"{who} recorded a police reference of {police.Force}, told on {StaffTime.Of(police.ReportedOn)}.", null),
        RepairRequested repair => new(happened.At, $"{who} asked for a repair: {StaffWords.Inside(StaffWords.Of(repair.Kind))}.", repair.Where),
        Disclosed told => new(happened.At, Told(told, who), NoteOf(told)),
        ActionRecorded action => new(happened.At, $"{who} recorded an action about who did it: {StaffWords.Inside(StaffWords.Of(action.Kind))}, {StaffTime.Of(action.TakenOn)}. Safe for the person: {StaffWords.Inside(StaffWords.Of(action.Safety))}.", action.SafetyReason),
        ActionEnded ended => new(happened.At, $"{who} recorded what came of an action.", ended.Outcome),
        _ => null,
    };

    private static string NoteOf(Disclosed told)
    {
        string?[] parts =
        [
            told.Told,
            told.SafetyReason is { } safety ? $"Their safety: {safety}" : null,
            told.AgainstReason is { } why ? $"Why against their choice: {why}" : null,
        ];
        return string.Join('\n', parts.Where(part => part is not null));
    }

    private static string Told(Disclosed told, string who)
    {
        var against = told is { Against: { } ground, ToldFirst: { } first }
            ? $" The person had not agreed: {StaffWords.Inside(StaffWords.Of(ground))}. Told first: {StaffWords.Inside(StaffWords.Of(first))}."
            : " The person agreed.";
        return $"{who} recorded that {told.Whom} was told something on {StaffTime.Of(told.ToldOn)}. Basis {StaffWords.Of(told.Basis)}.{against}";
    }

    private static string NextUpdate(UpdateGiven update) =>
        update.NextUpdate is { } next ? $"The next update is due {StaffTime.DayOf(next)}." : $"No further update is owed: {update.NoneBecause}";
}
