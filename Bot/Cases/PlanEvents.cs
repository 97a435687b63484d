namespace ReportBot.Bot.Cases;

/// <summary>What is going to happen was agreed with the person, and when they hear from us next.</summary>
public sealed record PlanAgreed : CaseEvent, IMakesTask
{
    /// <summary>What was agreed.</summary>
    public required string Agreed { get; init; }

    /// <summary>By when they get the next update, UTC.</summary>
    public required DateTimeOffset NextUpdate { get; init; }

    CaseTask IMakesTask.Task => new(Command, TaskKind.NextUpdate, null, null, NextUpdate);
}

/// <summary>The person was told how it stands.</summary>
public sealed record UpdateGiven : CaseEvent, IMakesTask
{
    /// <summary>How they were told.</summary>
    public required ContactWay Way { get; init; }

    /// <summary>What they were told.</summary>
    public required string Told { get; init; }

    /// <summary>By when they get the next one, UTC; null when none is owed.</summary>
    public DateTimeOffset? NextUpdate { get; init; }

    /// <summary>Why none is owed; null when one is.</summary>
    public string? NoneBecause { get; init; }

    CaseTask? IMakesTask.Task => NextUpdate is { } due ? new(Command, TaskKind.NextUpdate, null, null, due) : null;
}
