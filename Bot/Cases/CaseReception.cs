using ReportBot.Bot.Handoff;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>What a report does to the case it belongs to, as a pure function.</summary>
public static class CaseReception
{
    /// <summary>The case with the report in it; null when it is in there already and nothing changes.</summary>
    /// <param name="current">The case; null when there is none yet.</param>
    /// <param name="id">The case's id.</param>
    /// <param name="report">The report.</param>
    /// <param name="at">When it is received, UTC.</param>
    /// <param name="times">Works out when staff are warned of its promise.</param>
    /// <param name="by">Who entered it; null when the person sent it.</param>
    public static Case? Receive(Case? current, Guid id, Report report, DateTimeOffset at, CaseTimes times, StaffRef? by = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(times);
        var received = new ReportReceived
        {
            // Each report is received at most twice, shared and finished, and each has an id of its own.
            Command = report.IsFinished ? report.Id : Case.IdOf(report.Id),
            At = at,
            By = by,
            ArrivedAt = report.Arrival?.At,
            Report = report.Id,
            IsFinished = report.IsFinished,
            Queue = report.Queue,
            Risk = report.Risk.Band,
            Due = report.Promise.Due,
            Warnings = times.Warnings(report.Promise, at),
        };
        if (current is null)
            return new Case { Id = id, Reports = [report], History = [received] };
        var earlier = current.Reports.FirstOrDefault(known => known.Id == report.Id);
        if (earlier is null)
            return (current with { Reports = current.Reports.Add(report) }).With(received);
        if (earlier.IsFinished || !report.IsFinished)
            return null;
        return (current with { Reports = current.Reports.Replace(earlier, report) }).With(received);
    }

    /// <summary>The case with what the person wrote in it; null when it is in there already.</summary>
    public static Case? Receive(Case? current, Guid report, ReporterMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (current is null)
            throw new InvalidOperationException("There is no such case.");
        var command = Case.IdOf(message.Id);
        return current.HasDone(command) ? null : current.With(new MessageReceived
        {
            Command = command,
            At = message.At,
            Report = report,
            Words = message.Words,
            Files = message.Files,
            AsksForPerson = message.AsksForPerson,
            IsUrgent = message.IsUrgent,
            WaitsUntil = message.WaitsUntil,
        });
    }

    /// <summary>The case once the person waits for nobody any more; null when that is in there already.</summary>
    public static Case? GoOnAlone(Case? current, Guid report, string id, DateTimeOffset at)
    {
        if (current is null)
            throw new InvalidOperationException("There is no such case.");
        var command = Case.IdOf(id);
        return current.HasDone(command) ? null : current.With(new WentOnAlone { Command = command, At = at, Report = report });
    }
}
