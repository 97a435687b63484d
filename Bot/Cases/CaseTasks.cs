using System.Collections.Immutable;

namespace ReportBot.Bot.Cases;

/// <summary>What is to be done about a case, and was: a pure function of its history.</summary>
public static class CaseTasks
{
    /// <summary>Every task, what is due first first.</summary>
    public static ImmutableArray<CaseTask> Of(ImmutableArray<CaseEvent> history)
    {
        var tasks = new Dictionary<Guid, CaseTask>();
        foreach (var happened in history)
            Take(tasks, happened);
        return [.. tasks.Values.OrderBy(task => task.Due).ThenBy(task => task.Id)];
    }

    private static void Take(Dictionary<Guid, CaseTask> tasks, CaseEvent happened)
    {
        // The update that was agreed last is the one that is owed.
        if (happened is PlanAgreed or UpdateGiven)
            foreach (var owed in tasks.Values.Where(task => task is { Kind: TaskKind.NextUpdate, State: TaskState.Open }).ToList())
                tasks[owed.Id] = owed with { State = TaskState.Done };
        switch (happened)
        {
            case IMakesTask { Task: { } made }:
                tasks[made.Id] = made;
                break;
            case TaskMoved moved when tasks.TryGetValue(moved.Task, out var task):
                tasks[task.Id] = task with { Owner = moved.Owner, Due = moved.Due };
                break;
            case ConflictDeclared wall:
                // What somebody cannot see any more is not theirs to do.
                foreach (var theirs in tasks.Values.Where(task => task.Owner?.Id == wall.Who.Id).ToList())
                    tasks[theirs.Id] = theirs with { Owner = null };
                break;
            case TaskDone done when tasks.TryGetValue(done.Task, out var task):
                tasks[task.Id] = task with { State = TaskState.Done };
                break;
            case TaskDropped dropped when tasks.TryGetValue(dropped.Task, out var task):
                tasks[task.Id] = task with { State = TaskState.NotNeeded };
                break;
        }
    }
}
