using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

public abstract partial class CaseStoreContract
{
    private static readonly Queue[] EveryQueue = Enum.GetValues<Queue>();
    private static readonly DateTimeOffset Soon = new(2026, 11, 24, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Lists_somebodys_open_tasks_by_when_they_are_due_page_by_page()
    {
        var added = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            var full = Given.Case(Given.Report()).With(Claim(Given.Amira)).With(Task(Soon.AddDays(6 - i))).With(Task(Soon, Given.Ben));
            Assert.Equal(CaseWrite.Done, await Store.TryAddAsync(full, Given.Audit(full), default));
            added.Add(full.Id);
        }

        var walked = new List<TaskLine>();
        TaskPlace? place = null;
        do
        {
            var page = await Store.TasksAsync(Given.Amira.Id, Given.Amira.Id, [.. EveryQueue], place, 3, default);
            walked.AddRange(page.Lines);
            place = page.Next;
        }
        while (place is not null);

        Assert.Equal(Enumerable.Reverse(added), walked.Select(line => line.Case));
        Assert.Equal(7, (await Store.TasksAsync(Given.Amira.Id, Given.Ben.Id, [.. EveryQueue], null, 50, default)).Lines.Length);
    }

    [Fact]
    public async Task A_task_without_an_owner_goes_with_its_case_and_leaves_the_list_when_it_is_closed()
    {
        var added = Given.Case(Given.Report());
        var task = Task(Soon);
        await Store.TryAddAsync(added.With(task), Given.Audit(added), default);
        Assert.Equal(task.Command, Assert.Single((await Store.TasksAsync(Given.Amira.Id, null, [.. EveryQueue], null, 5, default)).Lines).Id);

        await Change(added.Id, Claim(Given.Amira));
        Assert.Empty((await Store.TasksAsync(Given.Amira.Id, null, [.. EveryQueue], null, 5, default)).Lines);
        Assert.Single((await Store.TasksAsync(Given.Amira.Id, Given.Amira.Id, [.. EveryQueue], null, 5, default)).Lines);

        await Change(added.Id, new TaskMoved { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Task = task.Command, Owner = Given.Ben, Due = Soon.AddDays(1) });
        Assert.Equal(Soon.AddDays(1), Assert.Single((await Store.TasksAsync(Given.Amira.Id, Given.Ben.Id, [.. EveryQueue], null, 5, default)).Lines).Due);

        await Change(added.Id, new TaskDone { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Ben, Task = task.Command });
        Assert.Empty((await Store.TasksAsync(Given.Amira.Id, Given.Ben.Id, [.. EveryQueue], null, 5, default)).Lines);
    }

    [Fact]
    public async Task A_task_in_a_queue_that_is_not_asked_for_is_not_listed()
    {
        var added = Given.Case(Given.Report(queue: Queue.StaffConduct)).With(Task(Soon, Given.Amira));
        await Store.AddManyAsync([added], default);

        Assert.Empty((await Store.TasksAsync(Given.Amira.Id, Given.Amira.Id, [Queue.Urgent, Queue.CommunitySafety], null, 5, default)).Lines);
        Assert.Single((await Store.TasksAsync(Given.Amira.Id, Given.Amira.Id, [Queue.StaffConduct], null, 5, default)).Lines);
    }

    [Fact]
    public async Task Tasks_of_cases_walled_off_from_the_viewer_take_no_place_on_a_page()
    {
        for (var i = 0; i < 3; i++)
        {
            var kept = Given.Case(Given.Report()).With(Task(Soon.AddMinutes(i)));
            await Store.TryAddAsync(kept, Given.Audit(kept), default);
            await Change(kept.Id, new ConflictDeclared { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Who = Given.Amira, Kind = ConflictKind.Neighbour, Reason = "Next door" });
        }

        var seen = Given.Case(Given.Report()).With(Task(Soon.AddDays(1)));
        await Store.TryAddAsync(seen, Given.Audit(seen), default);

        var page = await Store.TasksAsync(Given.Amira.Id, null, [.. EveryQueue], null, 2, default);

        Assert.Equal(seen.Id, Assert.Single(page.Lines).Case);
        Assert.Null(page.Next);
        Assert.Equal(4, (await Store.TasksAsync(Given.Ben.Id, null, [.. EveryQueue], null, 9, default)).Lines.Length);
    }

    protected static TaskAdded Task(DateTimeOffset due, StaffRef? owner = null) =>
        new() { Command = Guid.NewGuid(), At = Given.Sent, By = Given.Amira, Kind = TaskKind.Other, What = "Ring them", Owner = owner, Due = due };

    private async Task Change(Guid id, CaseEvent happened)
    {
        var read = (await Store.FindAsync(id, default))!;
        Assert.Equal(CaseWrite.Done, await Store.TryReplaceAsync(read.With(happened), Given.Audit(read), default));
    }
}
