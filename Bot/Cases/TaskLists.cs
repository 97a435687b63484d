using System.Collections.Immutable;

namespace ReportBot.Bot.Cases;

/// <summary>The place of a task in the order of a list: what is due first, then the id.</summary>
/// <param name="Due">By when, UTC, to the millisecond.</param>
/// <param name="Id">The task's id.</param>
public readonly record struct TaskPlace(DateTimeOffset Due, Guid Id);

/// <summary>An open task as it is found without opening its case.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="Case">The case it belongs to.</param>
/// <param name="Due">By when, UTC.</param>
/// <param name="Kind">What it is for.</param>
public sealed record TaskLine(Guid Id, Guid Case, DateTimeOffset Due, TaskKind Kind);

/// <summary>One page of open tasks.</summary>
/// <param name="Lines">The tasks, what is due first first.</param>
/// <param name="Next">The place to go on after; null when this was the last page.</param>
public sealed record TaskPage(ImmutableArray<TaskLine> Lines, TaskPlace? Next);

/// <summary>An open task with the case it belongs to.</summary>
/// <param name="Task">The task.</param>
/// <param name="Case">The case.</param>
public sealed record ListedTask(CaseTask Task, Case Case);

/// <summary>One page of open tasks with their cases.</summary>
/// <param name="Tasks">The tasks, what is due first first.</param>
/// <param name="Next">The place to go on after; null when this was the last page.</param>
public sealed record ListedTasks(ImmutableArray<ListedTask> Tasks, TaskPlace? Next);
