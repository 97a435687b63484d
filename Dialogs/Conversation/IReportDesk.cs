using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Conversation;

/// <summary>How far staff are with a report, as it may be told to the reporter.</summary>
public enum ReportStage
{
    /// <summary>It is in the queue; nobody has taken it yet.</summary>
    Received,

    /// <summary>Someone from staff has taken it.</summary>
    PickedUp,

    /// <summary>Staff have spoken with the person.</summary>
    Contacted,

    /// <summary>It is closed.</summary>
    Closed,
}

/// <summary>What a reporter may know about their report: never the account.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Promise">The contact promise made at sending.</param>
public sealed record ReportProgress(ReferenceNumber Reference, ReportStage Stage, Knowledge.Calendar.ContactPromise Promise);

/// <summary>Where a finished report goes, and what comes back about it. The edge between the conversation and the cases.</summary>
public interface IReportDesk
{
    /// <summary>
    /// Makes the case for this report under an id derived from the report's, durably. Doing it again changes nothing; a
    /// finished report takes the place of the unfinished one of the same id.
    /// Throws <see cref="IOException"/> when it could not be stored: nothing was sent then.
    /// </summary>
    Task SubmitAsync(Report report, CancellationToken cancellationToken);

    /// <summary>What may be told about the report with this id; null when there is none.</summary>
    Task<ReportProgress?> ProgressAsync(Guid report, CancellationToken cancellationToken);

    /// <summary>Adds what the reporter wrote after sending, durably, under an id of its own: again changes nothing. Staff see it as new.</summary>
    Task AddMessageAsync(Guid report, ReporterMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Says that the person no longer waits for someone in the conversation, or goes on without the one who is there, durably, under an id
    /// of its own: again changes nothing.
    /// </summary>
    Task GoOnAloneAsync(Guid report, string id, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>What a return code opens; null when it opens nothing.</summary>
    Task<ReturnCodeMatch?> FindAsync(ReturnCode code, CancellationToken cancellationToken);
}

/// <summary>Something a reporter wrote after sending.</summary>
/// <param name="Id">Its id, made of thread and turn.</param>
/// <param name="Words">The words, verbatim; empty when only files came.</param>
/// <param name="Files">Files that came with it.</param>
/// <param name="At">When it came, UTC.</param>
/// <param name="AsksForPerson">True when they asked for someone from staff.</param>
/// <param name="IsUrgent">True when it speaks of danger.</param>
/// <param name="WaitsUntil">Until when they wait for someone in the conversation, UTC; null when they do not.</param>
public sealed record ReporterMessage(
    string Id, string Words, System.Collections.Immutable.ImmutableArray<EvidenceFile> Files, DateTimeOffset At, bool AsksForPerson, bool IsUrgent,
    DateTimeOffset? WaitsUntil = null);

/// <summary>What a return code opens: a draft that is not sent, or the progress of a report that is.</summary>
/// <param name="Progress">The progress; null while the report is not sent.</param>
public sealed record ReturnCodeMatch(ReportProgress? Progress);
