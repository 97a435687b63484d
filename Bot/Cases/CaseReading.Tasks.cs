using System.Collections.Immutable;

namespace ReportBot.Bot.Cases;

public sealed partial class CaseReading
{
    /// <summary>This person's open tasks, or those that are nobody's, in cases they may see; none for somebody who does not work on cases.</summary>
    public async Task<ListedTasks> TasksAsync(StaffActor actor, bool ofNobody, TaskPlace? after, int lines, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Works)
            return new ListedTasks([], null);
        var page = await store.TasksAsync(actor.Who.Id, ofNobody ? null : actor.Who.Id, [.. actor.Queues], after, lines, cancellationToken);
        var cases = new Dictionary<Guid, Case?>();
        var tasks = ImmutableArray.CreateBuilder<ListedTask>(page.Lines.Length);
        foreach (var line in page.Lines)
        {
            if (!cases.TryGetValue(line.Case, out var full))
                cases[line.Case] = full = await store.FindAsync(line.Case, cancellationToken);
            // What was done or moved behind a wall since the list was read is left out.
            if (full is not null && actor.MaySee(full) && full.Tasks.FirstOrDefault(task => task.Id == line.Id && task.State is TaskState.Open) is { } open)
                tasks.Add(new ListedTask(open, full));
        }

        return new ListedTasks(tasks.ToImmutable(), page.Next);
    }
}
