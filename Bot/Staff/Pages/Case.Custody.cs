using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Pages;

public sealed partial class CaseModel
{
    /// <summary>What was filled in to hand the case on, to ask for help, or to say why a promise was missed.</summary>
    [BindProperty]
    public CustodyForm Custody { get; set; } = new();

    /// <summary>The name of the command that was not carried out, as the address has it; null when there was none.</summary>
    public string? Tried => Refusal is null ? null : Request.Query["handler"].ToString();

    /// <summary>Whom the case can be handed to, by name.</summary>
    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    private IReadOnlyList<Colleague> _workers = [];

    /// <summary>Hands the case to a colleague or another queue.</summary>
    public Task<IActionResult> OnPostTransferAsync() => DoAsync("transferred", command => commands.TransferAsync(
        command, new Transfer(Custody.To, Custody.Queue, Custody.Reason), HttpContext.RequestAborted));

    /// <summary>Asks the next level up.</summary>
    public Task<IActionResult> OnPostEscalateAsync() => DoAsync("escalated", command => commands.EscalateAsync(command, Custody.Reason, HttpContext.RequestAborted));

    /// <summary>Says why a promise was missed.</summary>
    public Task<IActionResult> OnPostExplainAsync() => DoAsync("explained", command => commands.ExplainMissAsync(
        command, DateTimeOffset.FromUnixTimeMilliseconds(Custody.Due), Custody.Reason, HttpContext.RequestAborted));

    // Whoever can do something with it: to hand a case to somebody who would not see it is refused all the same.
    private async Task FindColleaguesAsync()
    {
        var outside = (await staff.ListAsync(HttpContext.RequestAborted)).Where(one => !Case.Walls.KeepOut(one.Actor.Who.Id)).ToList();
        _workers = [.. outside.Where(one => one.Actor.Works && !one.IsAway)];
        Colleagues = [.. _workers.Where(one => one.Actor.Who.Id != Case.Standing.Holder?.Id)];
        NotWalled = [.. outside.Where(one => one.Actor.Who.Id != Actor.Who.Id)];
    }
}

/// <summary>What can be filled in to hand a case on.</summary>
public sealed class CustodyForm
{
    /// <summary>The colleague; null to leave it in the queue for anyone.</summary>
    public Guid? To { get; set; }

    /// <summary>The queue.</summary>
    public Queue? Queue { get; set; }

    /// <summary>Why, or what the next person should know.</summary>
    public string? Reason { get; set; }

    /// <summary>The missed promise, in milliseconds since 1970, UTC.</summary>
    [System.ComponentModel.DataAnnotations.Range(0, 253_402_300_799_999)]
    public long Due { get; set; }
}
