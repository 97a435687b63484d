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

    /// <summary>Whose a task can be.</summary>
    public IEnumerable<(string Value, string Words)> Owners => _workers
        .Where(one => one.Actor.MaySee(Case.Standing.Queue))
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
}
