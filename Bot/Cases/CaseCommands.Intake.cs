using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public sealed partial class CaseCommands
{
    /// <summary>
    /// Takes a report that reached staff another way, from whoever enters it. It may belong to a queue they do not see. Doing it again changes nothing.
    /// </summary>
    /// <param name="actor">Who enters it.</param>
    /// <param name="report">The report, with how and when it arrived.</param>
    /// <param name="spoke">What came of it when they spoke with the person as it was told; null when they did not. Only then it was first contact.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public async Task<CaseOutcome> EnterAsync(StaffActor actor, Report report, FirstContact? spoke, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(report);
        if (report.Arrival is not { } arrival)
            throw new ArgumentException("Only a report that says how it arrived is entered.", nameof(report));
        if (!actor.Works)
            return new CaseNotTheirs();
        if (CaseRules.Arrived(arrival, spoke, clock.GetUtcNow()) is { } incomplete)
            return incomplete;
        var id = await store.FindByReportAsync(report.Id, cancellationToken) ?? Case.IdOf(report.Id);
        var entered = await ReceiveAsync(
            id, actor.Who.Id, AuditAction.ReportEntered, (current, at) => CaseReception.Receive(current, id, report, at, times, actor.Who), cancellationToken);
        if (spoke is not null)
            entered = await ReceiveAsync(
                id, actor.Who.Id, AuditAction.FirstContactMade, (current, at) => CaseRules.SpokeAtArrival(current!, report, spoke, actor.Who, at), cancellationToken); // It was just received.
        return new CaseDone(entered);
    }

    /// <summary>Records where the person lives, and with whom.</summary>
    public Task<CaseOutcome> RecordHomeAsync(CaseCommand command, Home home, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditAction.HomeRecorded, (current, at) => CaseRules.RecordHome(
            current, new HomeRecorded { Command = command.Id, At = at, By = command.Actor.Who, Home = home }), cancellationToken);
    }

    /// <summary>Records what every call, visit and letter has to heed.</summary>
    public Task<CaseOutcome> RecordNeedsAsync(CaseCommand command, Needs needs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditAction.NeedsRecorded, (current, at) => CaseRules.RecordNeeds(
            current, new NeedsRecorded { Command = command.Id, At = at, By = command.Actor.Who, Needs = needs }), cancellationToken);
    }

    /// <summary>Sets the marker for safety at visits.</summary>
    /// <param name="command">Who, and where.</param>
    /// <param name="reason">Why, and what to do; required.</param>
    /// <param name="reviewOn">The day it is looked at again, in London: after today, within a year; required.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public Task<CaseOutcome> MarkVisitsAsync(CaseCommand command, string? reason, DateOnly? reviewOn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditAction.VisitMarked, (current, at) => CaseRules.MarkVisits(
            current, new VisitMarked { Command = command.Id, At = at, By = command.Actor.Who, Reason = reason ?? "", ReviewOn = reviewOn ?? default }), cancellationToken);
    }

    /// <summary>Takes the marker for safety at visits off.</summary>
    public Task<CaseOutcome> LiftVisitMarkAsync(CaseCommand command, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditAction.VisitMarkLifted, (current, at) => CaseRules.LiftVisitMark(
            current, new VisitMarkLifted { Command = command.Id, At = at, By = command.Actor.Who, Reason = reason ?? "" }), cancellationToken);
    }

    /// <summary>Adds what the person answered to a question that is open.</summary>
    public Task<CaseOutcome> AddAnswerAsync(CaseCommand command, Guid report, Answer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeAsync(command, AuditAction.AnswerAdded, (current, at) => CaseRules.AddAnswer(
            current, new AnswerAdded { Command = command.Id, At = at, By = command.Actor.Who, Report = report, Answer = answer with { At = at } }), cancellationToken);
    }

    /// <summary>Records a further conversation with the person, after the first.</summary>
    public Task<CaseOutcome> RecordSpokeAgainAsync(CaseCommand command, FirstContact spoke, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(spoke);
        return ChangeAsync(command, AuditAction.SpokeAgain, (current, at) => CaseRules.SpokeAgain(current, new SpokeAgain
        {
            Command = command.Id, At = at, By = command.Actor.Who, Way = spoke.Way, SpokeAt = spoke.At ?? at, Outcome = spoke.Outcome ?? "", Override = spoke.Reason,
        }), cancellationToken);
    }
}
