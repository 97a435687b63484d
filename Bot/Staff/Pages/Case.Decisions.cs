using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Pages;

public sealed partial class CaseModel
{
    /// <summary>What was filled in to decide something, to close the case, or to follow it up.</summary>
    [BindProperty]
    public DecisionForm Decision { get; set; } = new();

    /// <summary>What keeps the case from being closed.</summary>
    public ImmutableArray<ClosingBlock> Blocks => CaseRules.Blocks(Case, parts.Times);

    /// <summary>Judges what it is.</summary>
    public Task<IActionResult> OnPostJudgeAsync() => DoAsync("judged", command => commands.JudgeAsync(
        command, Decision.Judgement, Decision.Reason, Decision.Seen, HttpContext.RequestAborted));

    /// <summary>Sets the risk.</summary>
    public Task<IActionResult> OnPostRiskAsync() => DoAsync("risk", command => commands.SetRiskAsync(
        command, Decision.Band, Decision.Reason, Decision.Seen, HttpContext.RequestAborted));

    /// <summary>Records that somebody perceives it as hate.</summary>
    public Task<IActionResult> OnPostPerceiveAsync() => DoAsync("perceived", command => commands.PerceiveAsync(
        command, Decision.Perceiver, [.. Decision.About], Decision.Reason, HttpContext.RequestAborted));

    /// <summary>Records the person's own view.</summary>
    public Task<IActionResult> OnPostViewAsync() => DoAsync("view", command => commands.RecordViewAsync(
        command, Decision.View, Decision.Reason, HttpContext.RequestAborted));

    /// <summary>Closes the case, or asks a second person.</summary>
    public Task<IActionResult> OnPostCloseAsync() => DoAsync(
        changed => changed.Standing.Closed is null ? "proposed" : "closed",
        command => commands.CloseAsync(command, Decision.Outcome, Decision.Reason, HttpContext.RequestAborted));

    /// <summary>Agrees as the second person.</summary>
    public Task<IActionResult> OnPostConfirmAsync() => OverseeAsync("closed", command => commands.ConfirmNotHateAsync(command, Decision.Reason, HttpContext.RequestAborted));

    /// <summary>Does not agree as the second person.</summary>
    public Task<IActionResult> OnPostRefuseAsync() => OverseeAsync("refused", command => commands.RefuseNotHateAsync(command, Decision.Reason, HttpContext.RequestAborted));

    /// <summary>Opens the case again.</summary>
    public Task<IActionResult> OnPostReopenAsync() => DoAsync("reopened", command => commands.ReopenAsync(command, Decision.Reason, HttpContext.RequestAborted));

    /// <summary>Records the conversation after closing.</summary>
    public Task<IActionResult> OnPostFollowUpAsync() => DoAsync("followed-up", command => commands.FollowUpAsync(
        command, new FollowUpTalk(Form.Way, StaffTime.Read(Form.At), Decision.Reason, Because), HttpContext.RequestAborted));

    /// <summary>Records an attempt at it.</summary>
    public Task<IActionResult> OnPostTryFollowUpAsync() => DoAsync("follow-up-tried", command => commands.TryFollowUpAsync(
        command, new Attempt(Form.Way, Form.Attempt, StaffTime.Read(Form.At), Decision.Reason, Because), HttpContext.RequestAborted));

    private ContactOverride? Because => Decision.Because is { } because ? new ContactOverride(because, Note: null) : null;

    private Task<IActionResult> OverseeAsync(string done, Func<CaseCommand, Task<CaseOutcome>> command) =>
        User.Actor().Oversees ? DoAsync(done, command) : Task.FromResult<IActionResult>(Forbid());
}

/// <summary>What can be filled in to decide something about a case. Nothing in it is chosen before.</summary>
public sealed class DecisionForm
{
    /// <summary>What it is.</summary>
    public Judgement? Judgement { get; set; }

    /// <summary>The risk band.</summary>
    public RiskBand? Band { get; set; }

    /// <summary>Who perceives it as hate.</summary>
    public Perceiver Perceiver { get; set; }

    /// <summary>What they think it was about.</summary>
    public IReadOnlyList<Characteristic> About { get; set; } = [];

    /// <summary>The person's own view.</summary>
    public Satisfaction? View { get; set; }

    /// <summary>How the case ends.</summary>
    public ClosingOutcome? Outcome { get; set; }

    /// <summary>Why, or what was said.</summary>
    public string? Reason { get; set; }

    /// <summary>The command of the decision that stood in the page; null when none did.</summary>
    public Guid? Seen { get; set; }

    /// <summary>Why it may go against what the person said is safe; null to keep to that.</summary>
    public OverrideReason? Because { get; set; }
}
