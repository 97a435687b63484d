using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff.Pages;

public sealed partial class CaseModel
{
    /// <summary>What was filled in about the work on the case.</summary>
    [BindProperty]
    public WorkForm Work { get; set; } = new();

    /// <summary>Writes down something to be done.</summary>
    public Task<IActionResult> OnPostTaskAsync() => DoAsync("task-added", command => commands.AddTaskAsync(
        command, new NewTask(Work.What, StaffTime.ReadDay(Work.Due), Work.Owner), HttpContext.RequestAborted));

    /// <summary>Gives a task to somebody else, or another time.</summary>
    public Task<IActionResult> OnPostTaskMoveAsync() => DoAsync("task-moved", command => commands.MoveTaskAsync(
        command, new TaskMove(Work.Task, StaffTime.ReadDay(Work.Due), Work.Owner), HttpContext.RequestAborted));

    /// <summary>Notes that a task is done.</summary>
    public Task<IActionResult> OnPostTaskDoneAsync() => DoAsync("task-done", command => commands.FinishTaskAsync(command, Work.Task, HttpContext.RequestAborted));

    /// <summary>Notes that a task is no longer needed.</summary>
    public Task<IActionResult> OnPostTaskDropAsync() => DoAsync("task-dropped", command => commands.DropTaskAsync(command, Work.Task, Work.NotNeededBecause, HttpContext.RequestAborted));

    /// <summary>Records what was agreed with the person.</summary>
    public Task<IActionResult> OnPostPlanAsync() => DoAsync("plan-agreed", command => commands.AgreePlanAsync(
        command, new NewPlan(Work.Agreed, StaffTime.ReadDay(Work.NextUpdate)), HttpContext.RequestAborted));

    /// <summary>Records that the person was told how it stands.</summary>
    public Task<IActionResult> OnPostUpdateAsync() => DoAsync("update-given", command => commands.GiveUpdateAsync(
        command, new NewUpdate(Work.Way, Work.Told, StaffTime.ReadDay(Work.NextUpdate), Work.NoneBecause), HttpContext.RequestAborted));

    /// <summary>Proposes a service to the person.</summary>
    public Task<IActionResult> OnPostReferralAsync() => DoAsync("referral-proposed", command => commands.ProposeReferralAsync(command, Work.Service, Work.Why, HttpContext.RequestAborted));

    /// <summary>Records who agreed to a referral.</summary>
    public Task<IActionResult> OnPostConsentAsync() => DoAsync("referral-consented", command => commands.ConsentReferralAsync(
        command, new NewConsent(Work.Referral, Work.Giver, StaffTime.ReadDay(Work.On), Work.MayPassOn), HttpContext.RequestAborted));

    /// <summary>Records that the service was told.</summary>
    public Task<IActionResult> OnPostReferAsync() => DoAsync("referral-made", command => commands.MakeReferralAsync(command, Work.Referral, Work.PassedOn, HttpContext.RequestAborted));

    /// <summary>Records that a referral does not happen.</summary>
    public Task<IActionResult> OnPostDeclineAsync() => DoAsync("referral-declined", command => commands.DeclineReferralAsync(command, Work.Referral, Work.Decliner, HttpContext.RequestAborted));

    /// <summary>Records what a service answered.</summary>
    public Task<IActionResult> OnPostAnswerAsync() => DoAsync("referral-answered", command => commands.AnswerReferralAsync(command, Work.Referral, Work.Answer, HttpContext.RequestAborted));

    /// <summary>Records that the person no longer agrees to a referral.</summary>
    public Task<IActionResult> OnPostWithdrawAsync() => DoAsync("consent-withdrawn", command => commands.WithdrawConsentAsync(command, Work.Referral, HttpContext.RequestAborted));

    /// <summary>Records a number the police gave.</summary>
    public Task<IActionResult> OnPostPoliceAsync() => DoAsync("police-recorded", command => commands.RecordPoliceReferenceAsync(
        command, new NewPoliceReference(Work.Number, Work.Force, StaffTime.ReadDay(Work.On), Work.Reporter), HttpContext.RequestAborted));

    /// <summary>Records that somebody outside was told something.</summary>
    public Task<IActionResult> OnPostDiscloseAsync() => DoAsync("disclosed", command => commands.DiscloseAsync(
        command,
        new NewDisclosure(Work.Body, Work.Whom, Work.Told, StaffTime.ReadDay(Work.On), Work.Basis)
        {
            SafetyReason = Work.SafetyReason, HasSensitive = Work.HasSensitive is not "no", Condition = Work.Condition, Agreement = Work.Agreement, AgreedHow = Work.AgreedHow,
            Against = Work.Against, AgainstReason = Work.AgainstReason, ToldFirst = Work.ToldFirst,
        },
        HttpContext.RequestAborted));

    /// <summary>Records what is done about who did it.</summary>
    public Task<IActionResult> OnPostActionAsync() => DoAsync("action-recorded", command => commands.RecordActionAsync(
        command, new NewAction(Work.Safety, Work.SafetyReason, Work.Action, StaffTime.ReadDay(Work.On), Work.Wish, Work.WantedBecause), HttpContext.RequestAborted));

    /// <summary>Records what came of an action.</summary>
    public Task<IActionResult> OnPostActionEndAsync() => DoAsync("action-ended", command => commands.EndActionAsync(command, Work.Task, Work.Came, HttpContext.RequestAborted));

    /// <summary>Records that a repair was asked for.</summary>
    public Task<IActionResult> OnPostRepairAsync() => DoAsync("repair-requested", command => commands.RequestRepairAsync(
        command, new NewRepair(Work.Repair, Work.Where, Work.RepairNumber, StaffTime.ReadDay(Work.Due)), HttpContext.RequestAborted));

    /// <summary>Whose a task can be.</summary>
    public IEnumerable<(string Value, string Words)> Owners => _workers
        .Where(one => one.Actor.MaySee(Case))
        .Select(one => (one.Actor.Who.Id.ToString(), $"{one.Actor.Who.Name}, {StaffWords.Inside(StaffWords.Of(one.Actor.Role))}"));

    /// <summary>What was typed for a command that was not carried out; null for every other.</summary>
    public WorkForm? TypedFor(string handler) => Tried == handler ? Work : null;

    /// <summary>What is wrong with a field of a command that was not carried out.</summary>
    public string? WrongIn(string handler, string field) => Tried == handler ? Problems.GetValueOrDefault(field) : null;
}

/// <summary>What can be filled in about the work on a case, one form at a time. Days are as a date box holds them.</summary>
public sealed class WorkForm
{
    /// <summary>The task.</summary>
    public Guid Task { get; set; }

    /// <summary>What is to be done.</summary>
    public string? What { get; set; }

    /// <summary>By when.</summary>
    public string? Due { get; set; }

    /// <summary>Whose it is; null for whoever has the case.</summary>
    public Guid? Owner { get; set; }

    /// <summary>Why a task is no longer needed.</summary>
    public string? NotNeededBecause { get; set; }

    /// <summary>What was agreed with the person.</summary>
    public string? Agreed { get; set; }

    /// <summary>When the person hears next.</summary>
    public string? NextUpdate { get; set; }

    /// <summary>How the person was told.</summary>
    public ContactWay? Way { get; set; }

    /// <summary>What was told.</summary>
    public string? Told { get; set; }

    /// <summary>Why no further update is owed.</summary>
    public string? NoneBecause { get; set; }

    /// <summary>The referral.</summary>
    public Guid Referral { get; set; }

    /// <summary>The service, by its id.</summary>
    public string? Service { get; set; }

    /// <summary>What a referral is for.</summary>
    public string? Why { get; set; }

    /// <summary>Who agreed.</summary>
    public ConsentGiver? Giver { get; set; }

    /// <summary>The day it happened.</summary>
    public string? On { get; set; }

    /// <summary>What may be passed on.</summary>
    public string? MayPassOn { get; set; }

    /// <summary>What was passed on.</summary>
    public string? PassedOn { get; set; }

    /// <summary>Who did not want it.</summary>
    public ReferralDecliner? Decliner { get; set; }

    /// <summary>What a service answered.</summary>
    public string? Answer { get; set; }

    /// <summary>A number of the police.</summary>
    public string? Number { get; set; }

    /// <summary>The force.</summary>
    public string? Force { get; set; }

    /// <summary>Who told the police.</summary>
    public PoliceReporter? Reporter { get; set; }

    /// <summary>What kind of body was told.</summary>
    public OutsideBody? Body { get; set; }

    /// <summary>Who exactly was told.</summary>
    public string? Whom { get; set; }

    /// <summary>The lawful basis.</summary>
    public LawfulBasis? Basis { get; set; }

    /// <summary>Whether there was special category or criminal offence data in it: "no", or anything else for yes.</summary>
    public string? HasSensitive { get; set; }

    /// <summary>The condition for that.</summary>
    public DataCondition? Condition { get; set; }

    /// <summary>Whether the person agreed.</summary>
    public DisclosureAgreement? Agreement { get; set; }

    /// <summary>When and how they agreed.</summary>
    public string? AgreedHow { get; set; }

    /// <summary>What it goes against their choice for.</summary>
    public AgainstChoice? Against { get; set; }

    /// <summary>Why it goes against their choice.</summary>
    public string? AgainstReason { get; set; }

    /// <summary>Whether they were told first.</summary>
    public ToldFirst? ToldFirst { get; set; }

    /// <summary>Whether an action is safe for the person.</summary>
    public SafetyAnswer? Safety { get; set; }

    /// <summary>What that rests on.</summary>
    public string? SafetyReason { get; set; }

    /// <summary>What is done about who did it.</summary>
    public ActionKind? Action { get; set; }

    /// <summary>Whether the person wants it.</summary>
    public PersonWish? Wish { get; set; }

    /// <summary>When and how they said so.</summary>
    public string? WantedBecause { get; set; }

    /// <summary>What came of an action.</summary>
    public string? Came { get; set; }

    /// <summary>What has to be repaired.</summary>
    public RepairKind? Repair { get; set; }

    /// <summary>Where, and what is to be done.</summary>
    public string? Where { get; set; }

    /// <summary>The number the repairs team gave.</summary>
    public string? RepairNumber { get; set; }
}
