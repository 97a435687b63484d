using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Tests.Harness;

/// <summary>A desk that keeps what it is given, and can fail like a full disk.</summary>
public sealed class FakeDesk : IReportDesk
{
    public List<Report> Reports { get; } = [];

    public List<ReporterMessage> Messages { get; } = [];

    public Dictionary<string, ReturnCodeMatch> Codes { get; } = new(StringComparer.Ordinal);

    public ReportStage Stage { get; set; } = ReportStage.Received;

    public bool IsFull { get; set; }

    public Task SubmitAsync(Report report, CancellationToken cancellationToken)
    {
        Refuse();
        Reports.RemoveAll(known => known.Id == report.Id && !known.IsFinished);
        if (Reports.All(known => known.Id != report.Id))
            Reports.Add(report);
        return Task.CompletedTask;
    }

    public Task<ReportProgress?> ProgressAsync(Guid report, CancellationToken cancellationToken) => Task.FromResult(
        Reports.Find(known => known.Id == report) is { } found ? new ReportProgress(found.Reference, Stage, found.Promise) : null);

    public Task AddMessageAsync(Guid report, ReporterMessage message, CancellationToken cancellationToken)
    {
        Refuse();
        Messages.Add(message);
        return Task.CompletedTask;
    }

    /// <summary>The reports whose people went on without someone from staff.</summary>
    public List<Guid> Alone { get; } = [];

    public Task GoOnAloneAsync(Guid report, string id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Refuse();
        Alone.Add(report);
        return Task.CompletedTask;
    }

    public Task<ReturnCodeMatch?> FindAsync(ReturnCode code, CancellationToken cancellationToken) =>
        Task.FromResult(Codes.GetValueOrDefault(code.ToString()));

    private void Refuse()
    {
        if (IsFull)
            throw new IOException("The disk is full.");
    }
}
