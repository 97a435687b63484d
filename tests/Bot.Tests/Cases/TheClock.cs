using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>What the clock does to cases, minute by minute: times are London's.</summary>
public sealed class TheClock : IDisposable
{
    private static readonly Colleague Grace = new(Given.Manager(new StaffRef(new Guid("0b8f0c52-0000-4000-8000-000000000003"), "Grace Adeyemi")), null);
    private static readonly Colleague Away = new(Given.Caseworker(new StaffRef(new Guid("0b8f0c52-0000-4000-8000-000000000004"), "Lee Carter")), DateTimeOffset.MaxValue);

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly TestCodec _codec = new();
    private CaseDatabases _databases;
    private SqliteCaseStore _store;
    private CaseCommands _commands;
    private ClockWork _work;

    public TheClock() => (_databases, _store, _commands, _work) = Start();

    public void Dispose()
    {
        _work.Dispose();
        _databases.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Over_Christmas_each_thing_happens_at_its_minute()
    {
        _clock.Now = London("2026-12-24 10:15");
        var full = await ReportAsync(_clock.Now);
        Assert.Equal(London("2026-12-29 17:00"), full.Standing.Due);
        _clock.Now = London("2026-12-24 16:00");
        await _commands.ClaimAsync(Command(full, Given.Amira), default);

        var happened = await WatchAsync(full.Id, "2026-12-31 18:00");

        Assert.Equal(
            [
                "2026-12-29 10:00 CaseReturned Amira Khan",
                "2026-12-29 12:00 CaseEscalated Manager",
                "2026-12-29 13:00 PromiseWarned",
                "2026-12-29 14:00 CaseEscalated CommunitySafetyManager",
                "2026-12-29 16:00 PromiseWarned",
                "2026-12-29 17:01 PromiseMissed NobodyHadIt",
            ],
            happened);
    }

    [Fact]
    public async Task Over_the_August_bank_holiday_a_report_nobody_takes_is_warned_of_missed_and_goes_up()
    {
        _clock.Now = London("2027-08-27 17:45");
        var full = await ReportAsync(_clock.Now);
        Assert.Equal(London("2027-08-31 17:00"), full.Standing.Due);

        var happened = await WatchAsync(full.Id, "2027-09-02 18:00");

        Assert.Equal(
            [
                "2027-08-31 13:00 PromiseWarned",
                "2027-08-31 16:00 PromiseWarned",
                "2027-08-31 17:01 PromiseMissed NobodyHadIt",
                "2027-09-01 11:00 CaseEscalated CommunitySafetyManager",
            ],
            happened);
    }

    [Fact]
    public async Task Contact_stops_everything()
    {
        _clock.Now = London("2026-11-23 09:30");
        var full = await ReportAsync(_clock.Now);
        await _commands.ClaimAsync(Command(full, Given.Amira), default);
        _clock.Now = London("2026-11-23 11:29");
        await _commands.RecordFirstContactAsync(Command(full, Given.Amira), new FirstContact(ContactWay.Call, null, "Spoke.", null), default);

        Assert.Empty(await WatchAsync(full.Id, "2026-11-26 18:00"));
        Assert.Equal(Given.Amira, (await FindAsync(full.Id)).Standing.Holder);
    }

    [Fact]
    public async Task An_attempt_stops_nothing_and_is_seen_in_the_miss()
    {
        _clock.Now = London("2026-11-23 09:30");
        var full = await ReportAsync(_clock.Now);
        _clock.Now = London("2026-11-24 16:30");
        await _commands.ClaimAsync(Command(full, Given.Amira), default);
        await _commands.RecordAttemptAsync(Command(full, Given.Amira), new Attempt(ContactWay.Call, AttemptOutcome.NoAnswer, null, null), default);

        var happened = await WatchAsync(full.Id, "2026-11-24 17:30");

        Assert.Contains("2026-11-24 17:01 PromiseMissed NotReached", happened);
        Assert.Equal(Given.Amira, (await FindAsync(full.Id)).Standing.Missed.Single().Holder);
    }

    [Fact]
    public async Task A_missed_promise_has_its_reason_from_whoever_says_why_or_records_the_late_contact()
    {
        _clock.Now = London("2026-11-23 09:30");
        var (said, contacted) = (await ReportAsync(_clock.Now), await ReportAsync(_clock.Now));
        _clock.Now = London("2026-11-24 17:05");
        await _work.ActOnDueAsync(default);

        var without = await _commands.ExplainMissAsync(Command(said, Given.Amira), said.Standing.Due, " ", default);
        await _commands.ExplainMissAsync(Command(said, Given.Amira), said.Standing.Due, "Two of us were off sick.", default);
        var again = await _commands.ExplainMissAsync(Command(said, Given.Ben), said.Standing.Due, "Somebody else's reason.", default);
        await _commands.RecordFirstContactAsync(Command(contacted, Given.Ben), new FirstContact(ContactWay.Call, null, "Spoke.", "No answer until then."), default);

        Assert.IsType<CaseIncomplete>(without);
        Assert.IsType<CaseNotMissed>(again);
        Assert.Equal("Two of us were off sick.", (await FindAsync(said.Id)).Standing.Missed.Single().Reason);
        Assert.Equal("No answer until then.", (await FindAsync(contacted.Id)).Standing.Missed.Single().Reason);
    }

    [Fact]
    public async Task Contact_in_time_that_is_recorded_afterwards_keeps_the_promise()
    {
        _clock.Now = London("2026-11-23 09:30");
        var full = await ReportAsync(_clock.Now);
        _clock.Now = London("2026-11-24 17:05");
        await _work.ActOnDueAsync(default);

        await _commands.RecordFirstContactAsync(Command(full, Given.Amira), new FirstContact(ContactWay.Call, London("2026-11-24 16:55"), "Spoke.", null), default);

        var standing = (await FindAsync(full.Id)).Standing;
        Assert.Empty(standing.Missed);
        Assert.Equal((CaseLevel.Team, null), (standing.Level, standing.Next));
    }

    [Fact]
    public async Task Managers_see_what_was_missed_and_what_went_up()
    {
        _clock.Now = London("2026-11-23 09:30");
        var missed = await ReportAsync(_clock.Now);
        var kept = await ReportAsync(_clock.Now);
        await _commands.RecordFirstContactAsync(Command(kept, Given.Amira), new FirstContact(ContactWay.Call, null, "Spoke.", null), default);
        _clock.Now = London("2026-11-24 17:05");
        await _work.ActOnDueAsync(default);
        var every = new CaseFilter { Queues = [.. Enum.GetValues<Queue>()], States = [.. Enum.GetValues<CaseState>()] };

        var missedPage = await _store.ListAsync(every with { Marks = CaseMarkings.Missed }, null, 10, default);
        var upPage = await _store.ListAsync(every with { Marks = CaseMarkings.Up }, null, 10, default);

        Assert.Equal(missed.Id, Assert.Single(missedPage.Lines).Id);
        Assert.Equal((missed.Id, CaseLevel.Manager, true), (upPage.Lines[0].Id, upPage.Lines[0].Summary.Level, upPage.Lines[0].Summary.IsMissed));
    }

    [Theory]
    [InlineData(Question.SafeTimes, "only Thursdays after 1pm")]
    [InlineData(Question.Contact, "Sam, 07700 900123, only Thursdays after 1pm")]
    public async Task A_person_who_can_only_be_called_later_is_not_hurried(string question, string words)
    {
        _clock.Now = London("2026-11-23 09:30");
        var promise = ContactPromises.Standard.ForSafeTimes(_clock.Now, Safe("only Thursdays after 1pm"));
        var report = Given.Report() with { Promise = promise };
        report = report with { Told = report.Told.With(new Answer { Question = question, Kind = AnswerKind.Given, Words = words, At = _clock.Now }) };
        var full = await _commands.CreateAsync(report, default);
        await _commands.ClaimAsync(Command(full, Given.Amira), default);

        Assert.Equal(new ClockAct(ClockActKind.Return, London("2026-11-26 15:00")), await AfterWarningsAsync(full.Id));
    }

    [Fact]
    public async Task Each_thing_is_done_once_by_however_many_clocks()
    {
        _clock.Now = London("2026-11-23 09:30");
        var full = await ReportAsync(_clock.Now);
        await _commands.ClaimAsync(Command(full, Given.Amira), default);
        _clock.Now = London("2026-11-24 17:05");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _work.ActOnDueAsync(default))));
        await _work.ActOnDueAsync(default);

        var history = (await FindAsync(full.Id)).History;
        Assert.Equal(history.Length, history.Select(happened => happened.Command).Distinct().Count());
        Assert.Single(history.OfType<CaseReturned>());
        Assert.Single(history.OfType<PromiseMissed>());
        Assert.Empty(await _store.DueAsync(_clock.Now, null, 10, default));
    }

    [Fact]
    public async Task What_fell_due_while_the_service_was_down_is_done_when_it_is_back()
    {
        _clock.Now = London("2026-11-23 09:30");
        var full = await ReportAsync(_clock.Now);
        await _commands.ClaimAsync(Command(full, Given.Amira), default);
        Stop();
        _clock.Now = London("2026-11-25 09:10");
        (_databases, _store, _commands, _work) = Start();

        var happened = await WatchAsync(full.Id, "2026-11-25 15:00");

        // A warning that comes after the deadline is none; who was not asked in time is given the time set for it now.
        Assert.Equal(
            [
                "2026-11-25 09:10 CaseReturned Amira Khan",
                "2026-11-25 09:10 PromiseMissed NobodyHadIt",
                "2026-11-25 11:10 CaseEscalated CommunitySafetyManager",
            ],
            happened);
    }

    [Fact]
    public async Task A_row_that_says_too_early_that_something_is_due_is_put_right()
    {
        _clock.Now = London("2026-11-23 09:30");
        var full = await ReportAsync(_clock.Now);
        await _databases.WriteAsync(database => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(database.Database, "UPDATE cases SET acts = 0"), default);

        Assert.Equal(0, await _work.ActOnDueAsync(default));

        Assert.Empty(await _store.DueAsync(_clock.Now, null, 10, default));
        Assert.Equal(1, (await FindAsync(full.Id)).Version);
        Assert.All(await ChecksAsync(), check => Assert.Null(check.Problem));
    }

    [Fact]
    public async Task What_lists_are_made_from_follows_from_the_histories()
    {
        _clock.Now = London("2026-11-23 09:30");
        var full = await ReportAsync(_clock.Now);
        await _commands.ClaimAsync(Command(full, Given.Amira), default);
        await WatchAsync(full.Id, "2026-11-25 18:00");
        Assert.All(await ChecksAsync(), check => Assert.Null(check.Problem));

        await _databases.WriteAsync(database => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(database.Database, "UPDATE cases SET due = due + 1, missed = 0, acts = 7"), default);

        Assert.Equal("the history does not come to what stands in due, missed, acts", (await ChecksAsync()).Single().Problem);
    }

    [Fact]
    public async Task The_cases_of_somebody_away_go_to_their_deputy_or_to_the_queue_once_it_begins()
    {
        _clock.Now = London("2026-11-23 09:30");
        var (open, walled, contacted) = (await ReportAsync(_clock.Now), await ReportAsync(_clock.Now, Queue.StaffConduct), await ReportAsync(_clock.Now));
        var others = await ReportAsync(_clock.Now);
        foreach (var mine in new[] { open, walled, contacted })
            await _commands.ClaimAsync(Command(mine, Grace.Actor.Who, StaffRole.Manager), default);
        await _commands.ClaimAsync(Command(others, Given.Ben), default);
        await _commands.RecordFirstContactAsync(Command(contacted, Given.Ben), new FirstContact(ContactWay.Call, null, "Spoke.", null), default);
        await AbsentAsync(Grace.Actor.Who.Id, "2026-11-23 10:00", deputy: Given.Ben.Id);

        Assert.Equal(0, await _work.ActOnDueAsync(default));
        _clock.Now = London("2026-11-23 10:00");
        Assert.Equal(3, await _work.ActOnDueAsync(default));
        Assert.Equal(0, await _work.ActOnDueAsync(default));

        Assert.Equal((Given.Ben, CaseState.Claimed), ((await FindAsync(open.Id)).Standing.Holder, (await FindAsync(open.Id)).Standing.State));
        // Ben may not see complaints about staff.
        Assert.Equal((null, CaseState.New), ((await FindAsync(walled.Id)).Standing.Holder, (await FindAsync(walled.Id)).Standing.State));
        Assert.Equal(Given.Ben, (await FindAsync(contacted.Id)).Standing.Holder);
        Assert.Equal(Given.Ben, (await FindAsync(others.Id)).Standing.Holder);
    }

    [Fact]
    public async Task A_case_is_handed_on_by_whoever_has_it_to_somebody_who_may_have_it()
    {
        _clock.Now = London("2026-11-23 09:30");
        var full = await ReportAsync(_clock.Now);
        await _commands.ClaimAsync(Command(full, Given.Amira), default);

        Assert.IsType<CaseHeld>(await TransferAsync(full, Given.Ben, Grace.Actor.Who.Id, "x"));
        Assert.Equal(FieldProblemKind.Away, await ProblemAsync(full, Away.Actor.Who.Id, null));
        Assert.Equal(FieldProblemKind.NobodyThere, await ProblemAsync(full, Guid.NewGuid(), null));
        Assert.Equal(FieldProblemKind.NotTheirQueue, await ProblemAsync(full, Given.Ben.Id, Queue.StaffConduct));
        Assert.Equal(FieldProblemKind.HasIt, await ProblemAsync(full, Given.Amira.Id, null));
        Assert.IsType<CaseIncomplete>(await TransferAsync(full, Given.Amira, Given.Ben.Id, " "));
        _clock.Now = London("2026-11-23 10:00");
        var done = Assert.IsType<CaseDone>(await TransferAsync(full, Given.Amira, Given.Ben.Id, "Ben speaks Polish."));

        Assert.Equal((Given.Ben, _clock.Now), (done.Case.Standing.Holder, done.Case.Standing.HeldSince));
        Assert.Contains("2026-11-23 12:00 CaseReturned Ben Okafor", await WatchAsync(full.Id, "2026-11-23 12:30"));
    }

    [Fact]
    public async Task A_case_goes_up_when_asked_and_on_to_the_top_when_nobody_reaches_the_person()
    {
        _clock.Now = London("2026-11-23 09:30");
        var full = await ReportAsync(_clock.Now);
        await _commands.ClaimAsync(Command(full, Given.Amira), default);

        var asked = Assert.IsType<CaseDone>(await _commands.EscalateAsync(Command(full, Given.Amira), "He threatened to come back tonight.", default));
        var happened = await WatchAsync(full.Id, "2026-11-23 11:45");
        var top = await _commands.EscalateAsync(Command(full, Given.Amira), "Again.", default);

        Assert.Equal((CaseLevel.Manager, Given.Amira), (asked.Case.Standing.Level, asked.Case.Standing.Holder));
        Assert.Contains("2026-11-23 11:30 CaseEscalated CommunitySafetyManager", happened);
        Assert.IsType<CaseAtTop>(top);
    }

    private async Task<ClockAct?> AfterWarningsAsync(Guid id)
    {
        while ((await FindAsync(id)).Standing.Next is { Kind: ClockActKind.Warn } warn)
        {
            _clock.Now = warn.At;
            await _work.ActOnDueAsync(default);
        }

        return (await FindAsync(id)).Standing.Next;
    }

    private static SafeTimes Safe(string words) => SafeTimes.TryRead(words, out var safe) ? safe : throw new ArgumentException("Not read.", nameof(words));

    private static DateTimeOffset London(string text)
    {
        var local = DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return WallClock.London.Moment(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    private static CaseCommand Command(Case full, StaffRef who, StaffRole role = StaffRole.Caseworker) => new(Guid.NewGuid(), full.Id, new StaffActor(who, role));

    private Task<CaseOutcome> TransferAsync(Case full, StaffRef by, Guid to, string reason, Queue? queue = null) =>
        _commands.TransferAsync(Command(full, by), new Transfer(to, queue, reason), default);

    private async Task<FieldProblemKind> ProblemAsync(Case full, Guid to, Queue? queue) =>
        Assert.Single(Assert.IsType<CaseIncomplete>(await TransferAsync(full, Given.Amira, to, "x", queue)).Problems).Problem;

    private async Task AbsentAsync(Guid who, string from, Guid? deputy)
    {
        await _databases.WriteAsync(
            database =>
            {
                database.Staff.Add(new StaffRow { Id = Columns.Of(who), Ready = true, Version = 1, Key = [], Document = [] });
                return Task.CompletedTask;
            },
            default);
        await new SqliteAbsences(_databases, _clock).RecordAsync(new Absence(Guid.NewGuid(), who, London(from), London(from).AddDays(7), deputy, who), default);
    }

    private Task<Case> ReportAsync(DateTimeOffset at, Queue queue = Queue.CommunitySafety) =>
        _commands.CreateAsync(Given.Report(queue: queue) with { Promise = ContactPromises.Standard.For(at), SentAt = at }, default);

    private async Task<Case> FindAsync(Guid id) => (await _store.FindAsync(id, default))!;

    private async Task<List<CaseCheck>> ChecksAsync()
    {
        var checks = new List<CaseCheck>();
        await foreach (var check in new CaseVerification(_databases, _codec).CheckAsync(default))
            checks.Add(check);
        return checks;
    }

    // Moves the clock minute by minute and tells in which minute what happened.
    private async Task<List<string>> WatchAsync(Guid id, string until)
    {
        var seen = (await FindAsync(id)).History.Length;
        var happened = new List<string>();
        for (; _clock.Now <= London(until); _clock.Now = _clock.Now.AddMinutes(1))
        {
            if (await _work.ActOnDueAsync(default) == 0)
                continue;
            var history = (await FindAsync(id)).History;
            happened.AddRange(history.Skip(seen).Select(one => $"{WallClock.London.DateAt(_clock.Now):yyyy-MM-dd} {WallClock.London.TimeAt(_clock.Now):HH:mm} {Words(one)}"));
            seen = history.Length;
        }

        return happened;
    }

    private static string Words(CaseEvent happened) => happened switch
    {
        CaseReturned back => $"CaseReturned {back.From.Name}",
        CaseEscalated up => $"CaseEscalated {up.Level}",
        PromiseMissed missed => $"PromiseMissed {missed.Cause}",
        _ => happened.GetType().Name,
    };

    private (CaseDatabases, SqliteCaseStore, CaseCommands, ClockWork) Start()
    {
        var databases = CaseDatabases.Open(_folder.Data, new TestCodec());
        var store = new SqliteCaseStore(databases, _codec);
        var signals = new CaseSignals();
        var directory = new Colleagues(new(Given.Caseworker(Given.Amira), null), new(Given.Caseworker(Given.Ben), null), Grace, Away);
        var commands = new CaseCommands(store, directory, CaseTimes.Standard, signals, _clock);
        return (databases, store, commands, new ClockWork(store, new SqliteAbsences(databases, _clock), commands, signals, _clock, NullLogger<ClockWork>.Instance));
    }

    private void Stop()
    {
        _work.Dispose();
        _databases.Dispose();
    }
}
