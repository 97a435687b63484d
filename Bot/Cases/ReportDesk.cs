using ReportBot.Bot.Conversations;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>Where the conversation hands in a report, and asks how it goes.</summary>
public sealed class ReportDesk(CaseCommands commands, ICaseStore store, ReturnCodes codes) : IReportDesk
{
    /// <inheritdoc />
    public Task SubmitAsync(Report report, CancellationToken cancellationToken) => commands.CreateAsync(report, cancellationToken);

    /// <inheritdoc />
    public async Task<ReportProgress?> ProgressAsync(Guid report, CancellationToken cancellationToken)
    {
        if (await store.FindByReportAsync(report, cancellationToken) is not { } id)
            return null;
        var found = await store.FindAsync(id, cancellationToken);
        var told = found?.Reports.FirstOrDefault(known => known.Id == report);
        return found is null || told is null ? null : new ReportProgress(told.Reference, Stage(found.Standing.State), told.Promise);
    }

    /// <inheritdoc />
    public Task AddMessageAsync(Guid report, ReporterMessage message, CancellationToken cancellationToken) =>
        commands.AddMessageAsync(report, message, cancellationToken);

    /// <inheritdoc />
    public Task GoOnAloneAsync(Guid report, string id, DateTimeOffset at, CancellationToken cancellationToken) =>
        commands.GoOnAloneAsync(report, id, at, cancellationToken);

    /// <inheritdoc />
    public async Task<ReturnCodeMatch?> FindAsync(ReturnCode code, CancellationToken cancellationToken)
    {
        if (await codes.FindAsync(code, cancellationToken) is not { } thread)
            return null;
        var sent = await codes.SentFromAsync(thread, cancellationToken);
        return new ReturnCodeMatch(sent is null ? null : await ProgressAsync(sent.Id, cancellationToken));
    }

    private static ReportStage Stage(CaseState state) => state switch
    {
        CaseState.New => ReportStage.Received,
        CaseState.Claimed => ReportStage.PickedUp,
        CaseState.Contacted or CaseState.WroteAgain or CaseState.AwaitsSecond => ReportStage.Contacted,
        CaseState.Closed or CaseState.FollowUp => ReportStage.Closed,
        _ => throw new InvalidOperationException("A case has no other state."),
    };
}
