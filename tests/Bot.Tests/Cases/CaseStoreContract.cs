using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>What every store of cases promises.</summary>
public abstract partial class CaseStoreContract
{
    private static readonly CaseFilter Everything = new() { Queues = [.. Enum.GetValues<Queue>()], States = [.. Enum.GetValues<CaseState>()] };

    protected abstract ICaseStore Store { get; }

    [Fact]
    public async Task Gives_back_every_word_of_a_case()
    {
        var added = Given.Case(Given.Report(account: "Line one\nZażółć 👍 \u202Eright to left\0"));

        await Store.TryAddAsync(added, Given.Audit(added), default);
        var found = await Store.FindAsync(added.Id, default);

        Assert.NotNull(found);
        Assert.Equal(1, found.Version);
        Assert.Equal(Json(added), Json(found));
    }

    [Fact]
    public async Task Has_no_case_that_was_not_added()
    {
        Assert.Null(await Store.FindAsync(Guid.NewGuid(), default));
        Assert.Null(await Store.FindByReportAsync(Guid.NewGuid(), default));
    }

    [Fact]
    public async Task Adding_again_is_a_conflict_and_changes_nothing()
    {
        var added = Given.Case(Given.Report());
        await Store.TryAddAsync(added, Given.Audit(added), default);

        var again = await Store.TryAddAsync(added.With(Claim(Given.Amira)), Given.Audit(added), default);

        Assert.Equal(CaseWrite.Conflict, again);
        Assert.Single((await Store.FindAsync(added.Id, default))!.History);
    }

    [Fact]
    public async Task Many_cases_are_added_in_one_step_as_if_one_by_one()
    {
        var (one, taken) = (Given.Case(Given.Report()), Given.Case(Given.Report()).With(Claim(Given.Amira)));

        await Store.AddManyAsync([one, taken], default);

        Assert.Equal(Json(one), Json((await Store.FindAsync(one.Id, default))!));
        Assert.Equal(taken.Id, await Store.FindByReferenceAsync(taken.First.Reference, default));
        Assert.Equal(2, (await Store.SearchAsync(Given.Amira.Id, [new Findable(FindableKind.Name, "SAM")], [Queue.CommunitySafety], null, 10, default)).Lines.Length);
        Assert.Equal(taken.Id, Assert.Single((await Store.ListAsync(Everything with { Holder = Given.Amira.Id }, null, 10, default)).Lines).Id);
        Assert.Equal(2, (await Store.CountAsync(Given.Amira.Id, null, default)).Of(Everything));
    }

    [Fact]
    public async Task Of_many_cases_with_one_that_is_there_none_is_added()
    {
        var (there, other) = (Given.Case(Given.Report()), Given.Case(Given.Report()));
        await Store.TryAddAsync(there, Given.Audit(there), default);

        var failure = await Record.ExceptionAsync(() => Store.AddManyAsync([other, there], default).AsTask());

        Assert.IsType<IOException>(failure);
        Assert.Null(await Store.FindAsync(other.Id, default));
    }

    [Fact]
    public async Task Replaces_a_case_at_the_version_it_was_read()
    {
        var added = Given.Case(Given.Report());
        await Store.TryAddAsync(added, Given.Audit(added), default);
        var read = (await Store.FindAsync(added.Id, default))!;

        var write = await Store.TryReplaceAsync(read.With(Claim(Given.Amira)), Given.Audit(read), default);

        var found = (await Store.FindAsync(added.Id, default))!;
        Assert.Equal(CaseWrite.Done, write);
        Assert.Equal(2, found.Version);
        Assert.Equal(Given.Amira, found.Standing.Holder);
    }

    [Fact]
    public async Task Of_two_changes_from_one_version_one_wins()
    {
        var added = Given.Case(Given.Report());
        await Store.TryAddAsync(added, Given.Audit(added), default);
        var read = (await Store.FindAsync(added.Id, default))!;

        var first = await Store.TryReplaceAsync(read.With(Claim(Given.Amira)), Given.Audit(read), default);
        var second = await Store.TryReplaceAsync(read.With(Claim(Given.Ben)), Given.Audit(read), default);

        Assert.Equal((CaseWrite.Done, CaseWrite.Conflict), (first, second));
        Assert.Equal(Given.Amira, (await Store.FindAsync(added.Id, default))!.Standing.Holder);
    }

    [Fact]
    public async Task Replacing_a_case_that_is_not_there_is_a_conflict()
    {
        var never = Given.Case(Given.Report()) with { Version = 1 };

        Assert.Equal(CaseWrite.Conflict, await Store.TryReplaceAsync(never, Given.Audit(never), default));
    }

    [Fact]
    public async Task Finds_a_case_by_each_of_its_reports()
    {
        var (first, second) = (Given.Report(), Given.Report());
        var added = Given.Case(first);
        await Store.TryAddAsync(added, Given.Audit(added), default);
        var read = (await Store.FindAsync(added.Id, default))!;
        await Store.TryReplaceAsync(CaseReception.Receive(read, read.Id, second, Given.Sent, CaseTimes.Standard)!, Given.Audit(read), default);

        Assert.Equal(added.Id, await Store.FindByReportAsync(first.Id, default));
        Assert.Equal(added.Id, await Store.FindByReportAsync(second.Id, default));
        Assert.Equal(added.Id, await Store.FindByReferenceAsync(first.Reference, default));
        Assert.Equal(added.Id, await Store.FindByReferenceAsync(second.Reference, default));
        Assert.Null(await Store.FindByReferenceAsync(ReferenceNumber.Of(Guid.NewGuid()), default));
    }

    [Fact]
    public async Task Lists_by_risk_then_deadline_whatever_the_queue_and_state()
    {
        var monday = new DateTimeOffset(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);
        var late = await Add(Given.Report(risk: RiskBand.Standard, due: monday));
        var highLater = await Add(Given.Report(queue: Queue.Urgent, risk: RiskBand.High, due: monday.AddDays(2)));
        var medium = await Add(Given.Report(risk: RiskBand.Medium, due: monday.AddDays(1)));
        var high = await Add(Given.Report(queue: Queue.Safeguarding, risk: RiskBand.High, due: monday.AddDays(1)));

        var page = await Store.ListAsync(Everything, after: null, 10, default);

        Assert.Equal([high, highLater, medium, late], page.Lines.Select(line => line.Id));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Shows_what_a_queue_needs_of_each_case()
    {
        var report = Given.Report(queue: Queue.Urgent, risk: RiskBand.High);
        await Add(report);

        var line = Assert.Single((await Store.ListAsync(Everything, after: null, 10, default)).Lines);

        Assert.Equal((Queue.Urgent, CaseState.New, RiskBand.High), (line.Queue, line.State, line.Risk));
        Assert.Equal(report.Promise.Due, line.Due);
        Assert.Equal(report.Reference, line.Summary.Reference);
        Assert.Equal((IEnumerable<Characteristic>)[Characteristic.Race, Characteristic.Religion], line.Summary.Perceived);
        Assert.Equal("webchat", line.Summary.Channel);
        Assert.Null(line.Summary.Holder);
    }

    [Fact]
    public async Task Lists_only_what_was_asked_for()
    {
        var urgent = await Add(Given.Report(queue: Queue.Urgent));
        var taken = await Add(Given.Report(queue: Queue.Urgent), Claim(Given.Amira));
        await Add(Given.Report(queue: Queue.CommunitySafety));

        var queue = await Store.ListAsync(Everything with { Queues = [Queue.Urgent] }, null, 10, default);
        var fresh = await Store.ListAsync(Everything with { Queues = [Queue.Urgent], States = [CaseState.New] }, null, 10, default);
        var mine = await Store.ListAsync(Everything with { Holder = Given.Amira.Id }, null, 10, default);

        Assert.Equal(2, queue.Lines.Length);
        Assert.Equal(urgent, Assert.Single(fresh.Lines).Id);
        Assert.Equal(taken, Assert.Single(mine.Lines).Id);
    }

    [Fact]
    public async Task Pages_meet_every_case_once_and_in_order()
    {
        var due = new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero);
        var added = new HashSet<Guid>();
        for (var i = 0; i < 23; i++)
            added.Add(await Add(Given.Report(queue: (Queue)(i % 4), risk: (RiskBand)(i % 3), due: due.AddDays(i % 2))));

        var walked = new List<CaseLine>();
        CasePlace? place = null;
        do
        {
            var page = await Store.ListAsync(Everything, place, 5, default);
            walked.AddRange(page.Lines);
            place = page.Next;
        }
        while (place is not null);

        Assert.Equal(added.Order(), walked.Select(line => line.Id).Order());
        Assert.Equal(walked.OrderBy(line => (line.Risk, line.Due)).Select(line => (line.Risk, line.Due)), walked.Select(line => (line.Risk, line.Due)));
    }

    protected static CaseClaimed Claim(StaffRef who) => new() { Command = Guid.NewGuid(), At = Given.Sent.AddHours(1), By = who };

    protected static string Json(Case full) => System.Text.Json.JsonSerializer.Serialize(full, CaseJson.Default.Case);

    private async Task<Guid> Add(Report report, CaseEvent? happened = null)
    {
        var added = Given.Case(report);
        if (happened is not null)
            added = added.With(happened);
        Assert.Equal(CaseWrite.Done, await Store.TryAddAsync(added, Given.Audit(added), default));
        return added.Id;
    }
}
