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
    /// Makes the case for this report under an id derived from the report's, durably. Doing it again changes nothing.
    /// Throws <see cref="IOException"/> when it could not be stored: nothing was sent then.
    /// </summary>
    Task SubmitAsync(Report report, CancellationToken cancellationToken);

    /// <summary>What may be told about the report with this id; null when there is none.</summary>
    Task<ReportProgress?> ProgressAsync(Guid report, CancellationToken cancellationToken);
}
