using System.Text.Json.Serialization;

namespace ReportBot.Bot.Cases;

/// <summary>What a task is for. The names and numbers are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaskKind>))]
public enum TaskKind
{
    /// <summary>Whatever staff wrote down.</summary>
    Other = 0,

    /// <summary>Give the person the next update that was agreed with them. Recording the update does it.</summary>
    NextUpdate = 1,

    /// <summary>See whether a repair was done.</summary>
    Repair = 2,

    /// <summary>Tell a service that the person no longer agrees to what was passed on to it.</summary>
    ConsentWithdrawn = 3,
}

/// <summary>How a task stands.</summary>
public enum TaskState
{
    /// <summary>It is to be done.</summary>
    Open,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It is no longer needed.</summary>
    NotNeeded,
}

/// <summary>Something to be done about a case.</summary>
/// <param name="Id">Its id: the command of what made it.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="What">What is to be done, as staff wrote it; null where the kind says it.</param>
/// <param name="Owner">Whose it is; null for whoever has the case.</param>
/// <param name="Due">By when, UTC.</param>
public sealed record CaseTask(Guid Id, TaskKind Kind, string? What, StaffRef? Owner, DateTimeOffset Due)
{
    /// <summary>How it stands.</summary>
    public TaskState State { get; init; }

    /// <summary>Whose it is now: its owner's, or whoever has the case; null when nobody has.</summary>
    public StaffRef? OwnerIn(Case full)
    {
        ArgumentNullException.ThrowIfNull(full);
        return Owner ?? full.Standing.Holder;
    }
}

/// <summary>Something that happened and leaves something to be done: the task is in step with it, because it is read from it.</summary>
public interface IMakesTask
{
    /// <summary>The task; null when it leaves none.</summary>
    CaseTask? Task { get; }
}

/// <summary>Staff wrote down something to be done.</summary>
public sealed record TaskAdded : CaseEvent, IMakesTask
{
    /// <summary>What it is for.</summary>
    public required TaskKind Kind { get; init; }

    /// <summary>What is to be done.</summary>
    public required string What { get; init; }

    /// <summary>Whose it is; null for whoever has the case.</summary>
    public StaffRef? Owner { get; init; }

    /// <summary>By when, UTC.</summary>
    public required DateTimeOffset Due { get; init; }

    CaseTask IMakesTask.Task => new(Command, Kind, What, Owner, Due);
}

/// <summary>A task went to somebody else, is due at another time, or both.</summary>
public sealed record TaskMoved : CaseEvent
{
    /// <summary>The task.</summary>
    public required Guid Task { get; init; }

    /// <summary>Whose it is now; null for whoever has the case.</summary>
    public StaffRef? Owner { get; init; }

    /// <summary>By when, UTC.</summary>
    public required DateTimeOffset Due { get; init; }
}

/// <summary>A task is done.</summary>
public sealed record TaskDone : CaseEvent
{
    /// <summary>The task.</summary>
    public required Guid Task { get; init; }
}

/// <summary>A task is no longer needed.</summary>
public sealed record TaskDropped : CaseEvent
{
    /// <summary>The task.</summary>
    public required Guid Task { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
