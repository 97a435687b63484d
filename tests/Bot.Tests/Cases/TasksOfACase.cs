using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>What is to be done about a case: Monday 23 November 2026, a little after nine.</summary>
public sealed class TasksOfACase
{
    private static readonly DateTimeOffset Now = Given.Sent;
    private static readonly DateOnly Tuesday = new(2026, 11, 24);
    private static readonly DateOnly Saturday = new(2026, 11, 28);
    private static readonly DateOnly BoxingDayObserved = new(2026, 12, 28);

    [Fact]
    public void A_task_is_due_when_work_on_its_day_ends_and_goes_with_the_case()
    {
        var full = Add(Held(Given.Amira), new NewTask("Ring the housing officer", Tuesday, null));

        var task = Assert.Single(full.Tasks);
        Assert.Equal(("Ring the housing officer", Given.Amira, TaskState.Open), (task.What, task.OwnerIn(full), task.State));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero), task.Due);
        Assert.Equal(Given.Ben, task.OwnerIn(full.With(Moved(Given.Ben))));
    }

    [Theory]
    [InlineData("2026-11-28", FieldProblemKind.NotAWorkingDay)]
    [InlineData("2026-12-25", FieldProblemKind.NotAWorkingDay)]
    [InlineData("2026-12-28", FieldProblemKind.NotAWorkingDay)]
    [InlineData("2026-11-20", FieldProblemKind.InPast)]
    [InlineData("2029-11-20", FieldProblemKind.TooFar)]
    [InlineData(null, FieldProblemKind.Missing)]
    public void Is_due_on_a_working_day_that_is_not_over(string? day, FieldProblemKind expected)
    {
        var due = day is null ? (DateOnly?)null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        var outcome = CaseRules.AddTask(Held(Given.Amira), Command(), Now, new NewTask("x", due, null), null, CaseTimes.Standard);

        Assert.Equal(new FieldProblem("Due", expected), Assert.Single(Assert.IsType<CaseIncomplete>(outcome).Problems));
    }

    [Fact]
    public void Is_nobodys_any_more_once_the_case_is_kept_from_whoever_it_was_given_to()
    {
        var outcome = CaseRules.AddTask(
            Held(Given.Amira), Command(), Now, new NewTask("x", Tuesday, Given.Ben.Id), new Colleague(Given.Caseworker(Given.Ben), null), CaseTimes.Standard);

        var full = Assert.IsType<CaseDone>(outcome).Case.With(Conflict(Given.Ben));

        Assert.Equal(Given.Amira, Assert.Single(full.Tasks).OwnerIn(full));
    }

    private static ConflictDeclared Conflict(StaffRef who) => new() { Command = Guid.NewGuid(), At = Now, By = who, Who = who, Kind = ConflictKind.Neighbour, Reason = "x" };

    [Fact]
    public void Is_given_only_to_somebody_who_is_there_and_may_see_the_case()
    {
        var walled = Given.Case(Given.Report(queue: Queue.StaffConduct));
        var ben = new Colleague(Given.Caseworker(Given.Ben), null);

        foreach (var (full, colleague, expected) in new[]
        {
            (walled, ben, FieldProblemKind.NotTheirQueue),
            (Held(Given.Amira), ben with { AwayUntil = Now.AddDays(3) }, FieldProblemKind.Away),
            (Held(Given.Amira), new Colleague(new StaffActor(Given.Ben, StaffRole.Auditor), null), FieldProblemKind.NobodyThere),
            (Held(Given.Amira), null, FieldProblemKind.NobodyThere),
            (Held(Given.Amira).With(Conflict(Given.Ben)), ben, FieldProblemKind.WalledOff),
        })
        {
            var outcome = CaseRules.AddTask(full, Command(), Now, new NewTask("x", Tuesday, Given.Ben.Id), colleague, CaseTimes.Standard);
            Assert.Equal(new FieldProblem("Owner", expected), Assert.Single(Assert.IsType<CaseIncomplete>(outcome).Problems));
        }
    }

    [Fact]
    public void Is_closed_once_as_done_or_with_the_reason_why_it_is_not_needed()
    {
        var full = Add(Add(Held(Given.Amira), new NewTask("One", Tuesday, null)), new NewTask("Two", Tuesday, null));
        var (one, two) = (full.Tasks.Single(task => task.What == "One").Id, full.Tasks.Single(task => task.What == "Two").Id);

        var noReason = CaseRules.DropTask(full, Command(), Now, two, " ");
        full = Done(CaseRules.DropTask(Done(CaseRules.FinishTask(full, Command(), Now, one)), Command(), Now, two, "They moved away."));

        Assert.Equal(new FieldProblem(CaseRules.TaskReason, FieldProblemKind.Missing), Assert.Single(Assert.IsType<CaseIncomplete>(noReason).Problems));
        Assert.Equal([TaskState.Done, TaskState.NotNeeded], new[] { one, two }.Select(id => full.Tasks.Single(task => task.Id == id).State));
        Assert.IsType<TaskNotOpen>(CaseRules.FinishTask(full, Command(), Now, one));
        Assert.IsType<TaskNotOpen>(CaseRules.MoveTask(full, Command(), Now, new TaskMove(two, Tuesday, null), null, CaseTimes.Standard));
    }

    [Fact]
    public void An_overdue_task_may_go_to_somebody_else_and_keep_its_day()
    {
        var full = Add(Held(Given.Amira), new NewTask("x", Tuesday, null));

        var moved = Done(CaseRules.MoveTask(full, Command(), Now.AddDays(9), new TaskMove(full.Tasks[0].Id, Tuesday, Given.Ben.Id), new Colleague(Given.Caseworker(Given.Ben), null), CaseTimes.Standard));

        Assert.Equal((Given.Ben, full.Tasks[0].Due), (moved.Tasks[0].Owner, moved.Tasks[0].Due));
    }

    [Fact]
    public void A_plan_owes_one_update_which_recording_it_does()
    {
        var full = Done(CaseRules.AgreePlan(Held(Given.Amira), Command(), Now, new NewPlan("We write to him.", Tuesday), CaseTimes.Standard));
        var owed = Assert.Single(full.Tasks);
        Assert.Equal((TaskKind.NextUpdate, TaskState.Open), (owed.Kind, owed.State));
        Assert.IsType<UpdateNotRecorded>(CaseRules.FinishTask(full, Command(), Now, owed.Id));

        var anew = Done(CaseRules.AgreePlan(full, Command(), Now, new NewPlan("And we fit a lock.", Tuesday.AddDays(2)), CaseTimes.Standard));
        Assert.Equal(Tuesday.AddDays(2), DateOnly.FromDateTime(Open(anew).Due.UtcDateTime));

        var told = Done(CaseRules.GiveUpdate(anew, Command(), Now.AddHours(1), new NewUpdate(ContactWay.Call, "The letter went.", Tuesday.AddDays(8), null), CaseTimes.Standard));
        Assert.Equal(Tuesday.AddDays(8), DateOnly.FromDateTime(Open(told).Due.UtcDateTime));

        var last = Done(CaseRules.GiveUpdate(told, Command(), Now.AddHours(2), new NewUpdate(ContactWay.Call, "It is over.", null, "They asked for no more."), CaseTimes.Standard));
        Assert.DoesNotContain(last.Tasks, task => task.State is TaskState.Open);
    }

    [Fact]
    public void An_update_says_when_the_next_one_is_or_why_there_is_none()
    {
        var full = Done(CaseRules.AgreePlan(Held(Given.Amira), Command(), Now, new NewPlan("We write to him.", Tuesday), CaseTimes.Standard));

        var outcome = CaseRules.GiveUpdate(full, Command(), Now, new NewUpdate(null, null, null, null), CaseTimes.Standard);
        var holiday = CaseRules.GiveUpdate(full, Command(), Now, new NewUpdate(ContactWay.Call, "x", BoxingDayObserved, null), CaseTimes.Standard);

        Assert.Equal(["Way", "Told", "NextUpdate"], Assert.IsType<CaseIncomplete>(outcome).Problems.Select(problem => problem.Field));
        Assert.Equal(new FieldProblem("NextUpdate", FieldProblemKind.NotAWorkingDay), Assert.Single(Assert.IsType<CaseIncomplete>(holiday).Problems));
        Assert.IsType<CaseIncomplete>(CaseRules.AgreePlan(full, Command(), Now, new NewPlan("x", Saturday), CaseTimes.Standard));
    }

    private static CaseTask Open(Case full) => Assert.Single(full.Tasks, task => task.State is TaskState.Open);

    private static Case Held(StaffRef who) => Given.Case(Given.Report()).With(new CaseClaimed { Command = Guid.NewGuid(), At = Now, By = who });

    private static CaseTransferred Moved(StaffRef to) => new() { Command = Guid.NewGuid(), At = Now, By = Given.Amira, To = to, Queue = Queue.CommunitySafety, Cause = MoveCause.Asked };

    private static Case Add(Case full, NewTask task) => Done(CaseRules.AddTask(full, Command(), Now, task, null, CaseTimes.Standard));

    private static Case Done(CaseOutcome outcome) => Assert.IsType<CaseDone>(outcome).Case;

    private static CaseCommand Command() => new(Guid.NewGuid(), Guid.Empty, Given.Caseworker(Given.Amira));
}
