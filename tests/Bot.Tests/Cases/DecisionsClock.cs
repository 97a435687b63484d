using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Handoff;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>Closing a case and speaking with the person again some weeks after, by the clock: times are London's.</summary>
public sealed class DecisionsClock : IDisposable
{
    // Somebody who oversees has to be left, or nobody could be walled off.
    private static readonly Colleague Grace = new(Given.Manager(new StaffRef(new Guid("0b8f0c52-0000-4000-8000-000000000003"), "Grace Adeyemi")), null);

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly TestCodec _codec = new();
    private CaseDatabases _databases;
    private SqliteCaseStore _store;
    private CaseCommands _commands;
    private ClockWork _work;

    public DecisionsClock() => (_databases, _store, _commands, _work) = Start();

    public void Dispose()
    {
        Stop();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("2026-11-24 15:10", "2026-12-22 09:00")] // An ordinary Tuesday.
    [InlineData("2026-11-27 10:00", "2026-12-29 09:00")] // Christmas Day, then Saturday, Sunday and the day for Boxing Day.
    [InlineData("2026-12-04 10:00", "2027-01-04 09:00")] // New Year's Day, a Friday.
    [InlineData("2027-02-26 10:00", "2027-03-30 09:00")] // Good Friday to Easter Monday.
    [InlineData("2027-03-03 10:00", "2027-03-31 09:00")] // Over the change to summer time.
    public async Task The_follow_up_is_due_as_the_working_day_begins_four_weeks_after(string closed, string due)
    {
        var full = await ClosedAsync(closed, ClosingOutcome.ActionTaken);
        var at = London(due);
        _clock.Now = at.AddMilliseconds(-1);
        Assert.Equal((0, CaseState.Closed), (await _work.ActOnDueAsync(default), (await FindAsync(full.Id)).Standing.State));

        _clock.Now = at;
        var done = await _work.ActOnDueAsync(default);

        var after = await FindAsync(full.Id);
        Assert.Equal((1, CaseState.FollowUp), (done, after.Standing.State));
        Assert.Equal(at, Assert.Single(after.History.OfType<FollowUpFellDue>()).At);
        Assert.Equal(0, await _work.ActOnDueAsync(default));
    }

    [Fact]
    public async Task A_follow_up_that_fell_due_while_the_service_was_down_is_told_of_once()
    {
        var full = await ClosedAsync("2026-11-24 15:10", ClosingOutcome.Resolved);
        Stop();
        _clock.Now = London("2026-12-23 11:00");
        (_databases, _store, _commands, _work) = Start();

        await _work.ActOnDueAsync(default);
        Stop();
        (_databases, _store, _commands, _work) = Start();
        await _work.ActOnDueAsync(default);

        Assert.Single((await FindAsync(full.Id)).History.OfType<FollowUpFellDue>());
        Assert.All(await ChecksAsync(), check => Assert.Null(check.Problem));
    }

    [Fact]
    public async Task It_stands_on_the_list_of_whoever_has_it_and_of_managers_until_they_have_spoken()
    {
        var full = await DueAsync();

        Assert.Equal([full.Id], await ListedAsync(FollowUpOf(full) with { Holder = Given.Amira.Id }));
        Assert.Equal([full.Id], await ListedAsync(FollowUpOf(full)));
        Assert.Empty(await ListedAsync(FollowUpOf(full) with { States = CaseFilter.Open }));
        var spoke = await _commands.FollowUpAsync(Command(full, Given.Amira), new FollowUpTalk(ContactWay.Call, null, "It has stayed quiet.", null), default);

        Assert.IsType<CaseDone>(spoke);
        Assert.Empty(await ListedAsync(FollowUpOf(full)));
        Assert.Equal(CaseState.Closed, (await FindAsync(full.Id)).Standing.State);
        Assert.IsType<NothingToFollowUp>(await _commands.FollowUpAsync(Command(full, Given.Ben), new FollowUpTalk(ContactWay.Call, null, "Again.", null), default));
    }

    [Fact]
    public async Task What_they_said_later_is_safe_binds_the_follow_up()
    {
        var full = await DueAsync();
        var answer = new Answer { Question = Question.SafeTimes, Kind = AnswerKind.Given, Words = "only Sundays", At = _clock.Now };
        await _commands.AddAnswerAsync(Command(full, Given.Amira), full.First.Id, answer, default);

        var spoke = await _commands.FollowUpAsync(Command(full, Given.Amira), new FollowUpTalk(ContactWay.Call, null, "It has stayed quiet.", null), default);

        Assert.Equal([ContactDanger.TimeNotSafe], Assert.IsType<ContactRefused>(spoke).Dangers.AsEnumerable());
    }

    [Fact]
    public async Task Attempts_without_an_answer_end_it_with_a_note()
    {
        var full = await DueAsync();
        Task<CaseOutcome> TryAsync(string? note) => _commands.TryFollowUpAsync(Command(full, Given.Amira), new Attempt(ContactWay.Call, AttemptOutcome.NoAnswer, null, note), default);

        await TryAsync(null);
        await TryAsync(null);
        var without = await TryAsync(null);
        Assert.Equal(CaseState.FollowUp, (await FindAsync(full.Id)).Standing.State);
        await TryAsync("Tried three times; they have our number.");

        Assert.Equal("Note", Assert.Single(Assert.IsType<CaseIncomplete>(without).Problems).Field);
        var after = await FindAsync(full.Id);
        Assert.Equal((CaseState.Closed, null), (after.Standing.State, after.Standing.FollowUp));
        Assert.Equal([false, false, true], after.History.OfType<FollowUpTried>().Select(tried => tried.IsLast));
    }

    [Fact]
    public async Task It_keeps_to_what_the_person_said_is_safe_unless_a_reason_is_named()
    {
        var report = Given.Report();
        report = report with { Told = report.Told.With(new Answer { Question = Question.SafeChannels, Kind = AnswerKind.Given, Choices = [ChannelChoice.Text], At = Given.Sent }) };
        var full = await DueAsync(report);

        var refused = await _commands.FollowUpAsync(Command(full, Given.Amira), new FollowUpTalk(ContactWay.Call, null, "Spoke.", null), default);
        var attempt = await _commands.TryFollowUpAsync(Command(full, Given.Amira), new Attempt(ContactWay.Visit, AttemptOutcome.NoAnswer, null, null), default);
        var reasoned = await _commands.FollowUpAsync(
            Command(full, Given.Amira), new FollowUpTalk(ContactWay.Call, null, "Spoke.", new ContactOverride(OverrideReason.TheyAsked, null)), default);

        Assert.Equal(ContactDanger.WayNotSafe, Assert.Single(Assert.IsType<ContactRefused>(refused).Dangers));
        Assert.IsType<ContactRefused>(attempt);
        Assert.IsType<CaseDone>(reasoned);
        var trace = await new SqliteAuditLog(_databases).ReadAsync(full.Id, 1, default);
        Assert.Equal((AuditAction.UnsafeContactOverridden, "TheyAsked"), (trace[0].Action, trace[0].Detail));
    }

    [Fact]
    public async Task Whoever_wants_no_further_contact_is_not_followed_up()
    {
        var full = await ClosedAsync("2026-11-24 15:10", ClosingOutcome.NoFurtherContact);

        Assert.Equal((null, null), (full.Standing.FollowUp, full.Standing.Next));
    }

    [Fact]
    public async Task A_case_that_opens_again_is_not_followed_up_for_the_first_closing()
    {
        var full = await ClosedAsync("2026-11-24 15:10", ClosingOutcome.Resolved);
        await _commands.AddMessageAsync(full.First.Id, new ReporterMessage("t/10", "It began again.", [], London("2026-11-30 20:00"), false, false), default);

        _clock.Now = London("2026-12-22 12:00");
        await _work.ActOnDueAsync(default);

        var after = await FindAsync(full.Id);
        Assert.Equal(CaseState.WroteAgain, after.Standing.State);
        Assert.DoesNotContain(after.History, happened => happened is FollowUpFellDue);
    }

    [Fact]
    public async Task The_clock_leaves_a_closed_case_alone_and_an_unkept_promise_stands_again_when_it_opens()
    {
        _clock.Now = London("2026-11-23 09:30");
        var full = await _commands.CreateAsync(Given.Report(), default);
        foreach (var day in new[] { "2026-11-23 10:00", "2026-11-24 10:00", "2026-11-25 10:00" })
        {
            _clock.Now = London(day);
            await _work.ActOnDueAsync(default);
            await _commands.RecordAttemptAsync(Command(full, Given.Amira), new Attempt(ContactWay.Call, AttemptOutcome.NoAnswer, null, null), default);
        }

        await _commands.RecordViewAsync(Command(full, Given.Ben), Satisfaction.DidNotSay, null, default);
        var closed = Assert.IsType<CaseDone>(await _commands.CloseAsync(Command(full, Given.Ben, StaffRole.Manager), ClosingOutcome.NotReached, "Three calls on three days.", default));
        var events = closed.Case.History.Length;
        _clock.Now = London("2026-12-10 12:00");
        await _work.ActOnDueAsync(default);
        Assert.Equal(events, (await FindAsync(full.Id)).History.Length);

        await _commands.AddMessageAsync(full.First.Id, new ReporterMessage("t/10", "I was away.", [], _clock.Now, false, false), default);

        var standing = (await FindAsync(full.Id)).Standing;
        Assert.Equal((CaseState.New, closed.Case.Standing.Due), (standing.State, standing.Due));
        Assert.Equal(MissCause.NotReached, Assert.Single(standing.Missed).Cause);
    }

    [Fact]
    public async Task Asking_a_second_person_and_closing_are_each_on_the_record_as_what_they_were()
    {
        var full = await ReadyAsync("2026-11-24 15:10", Given.Report());

        await _commands.CloseAsync(Command(full, Given.Amira), ClosingOutcome.NotHate, "They quarrel over parking.", default);
        Assert.Equal(AuditAction.NotHateProposed, (await new SqliteAuditLog(_databases).ReadAsync(full.Id, 1, default))[0].Action);
        var command = Command(full, Given.Ben, StaffRole.Manager);
        await _commands.ConfirmNotHateAsync(command, "Both sides say so.", default);
        await _commands.ConfirmNotHateAsync(command, "Both sides say so.", default);

        Assert.Equal(AuditAction.CaseClosed, (await new SqliteAuditLog(_databases).ReadAsync(full.Id, 1, default))[0].Action);
        Assert.Single((await FindAsync(full.Id)).History.OfType<CaseClosed>());
        Assert.All(await ChecksAsync(), check => Assert.Null(check.Problem));
        Assert.True(await new CaseVerification(_databases, _codec).CountsAreRightAsync(default));
    }

    [Fact]
    public async Task Whoever_is_walled_off_is_no_second_person_and_does_not_see_what_waits()
    {
        var full = await ReadyAsync("2026-11-24 15:10", Given.Report());
        await _commands.CloseAsync(Command(full, Given.Amira), ClosingOutcome.NotHate, "They quarrel over parking.", default);
        var walled = Command(full, Given.Ben, StaffRole.Manager);
        await _commands.DeclareConflictAsync(walled with { Id = Guid.NewGuid() }, new Conflict(null, ConflictKind.Neighbour, "I live next door."), default);

        Assert.IsType<CaseMissing>(await _commands.ConfirmNotHateAsync(walled, "I know them.", default));
        Assert.IsType<CaseMissing>(await _commands.RefuseNotHateAsync(walled with { Id = Guid.NewGuid() }, "I know them.", default));
        Assert.Equal(CaseState.AwaitsSecond, (await FindAsync(full.Id)).Standing.State);
    }

    [Fact]
    public async Task The_resident_is_told_that_it_is_closed_and_can_write_to_open_it()
    {
        var full = await ClosedAsync("2026-11-24 15:10", ClosingOutcome.Resolved);
        var desk = new ReportDesk(_commands, _store, codes: null!); // No code is looked up here.

        Assert.Equal(ReportStage.Closed, (await desk.ProgressAsync(full.First.Id, default))!.Stage);
        await desk.AddMessageAsync(full.First.Id, new ReporterMessage("t/10", "It began again.", [], _clock.Now, false, false), default);
        Assert.Equal(ReportStage.Contacted, (await desk.ProgressAsync(full.First.Id, default))!.Stage);
    }

    private async Task<Case> DueAsync(Report? report = null)
    {
        var full = await ClosedAsync("2026-11-24 15:10", ClosingOutcome.ActionTaken, report);
        _clock.Now = London("2026-12-22 10:00");
        await _work.ActOnDueAsync(default);
        return await FindAsync(full.Id);
    }

    private async Task<Case> ClosedAsync(string at, ClosingOutcome outcome, Report? report = null)
    {
        var full = await ReadyAsync(at, report ?? Given.Report());
        return Assert.IsType<CaseDone>(await _commands.CloseAsync(Command(full, Given.Amira), outcome, "Done.", default)).Case;
    }

    // Somebody has it, has spoken with the person, and knows their view.
    private async Task<Case> ReadyAsync(string at, Report report)
    {
        _clock.Now = London(at);
        var full = await _commands.CreateAsync(report with { Promise = ContactPromises.Standard.For(_clock.Now), SentAt = _clock.Now }, default);
        await _commands.ClaimAsync(Command(full, Given.Amira), default);
        await _commands.RecordFirstContactAsync(Command(full, Given.Amira), new FirstContact(ContactWay.Call, null, "Spoke.", null, new ContactOverride(OverrideReason.TheyAsked, null)), default);
        await _commands.RecordViewAsync(Command(full, Given.Amira), Satisfaction.Satisfied, "Better now.", default);
        return await FindAsync(full.Id);
    }

    private static CaseFilter FollowUpOf(Case full) => new() { Queues = [full.Standing.Queue], States = [CaseState.FollowUp] };

    private async Task<IEnumerable<Guid>> ListedAsync(CaseFilter filter) => (await _store.ListAsync(filter, null, 10, default)).Lines.Select(line => line.Id);

    private static CaseCommand Command(Case full, StaffRef who, StaffRole role = StaffRole.Caseworker) => new(Guid.NewGuid(), full.Id, new StaffActor(who, role));

    private async Task<Case> FindAsync(Guid id) => (await _store.FindAsync(id, default))!;

    private async Task<List<CaseCheck>> ChecksAsync()
    {
        var checks = new List<CaseCheck>();
        await foreach (var check in new CaseVerification(_databases, _codec).CheckAsync(default))
            checks.Add(check);
        return checks;
    }

    private static DateTimeOffset London(string text)
    {
        var local = DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return WallClock.London.Moment(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    private (CaseDatabases, SqliteCaseStore, CaseCommands, ClockWork) Start()
    {
        var databases = CaseDatabases.Open(_folder.Data, new TestCodec());
        var store = new SqliteCaseStore(databases, _codec);
        var signals = new CaseSignals();
        var commands = new CaseCommands(store, new Colleagues(new(Given.Manager(Given.Ben), null), Grace), CaseTimes.Standard, signals, _clock);
        return (databases, store, commands, new ClockWork(store, new SqliteAbsences(databases, _clock), commands, signals, _clock, NullLogger<ClockWork>.Instance));
    }

    private void Stop()
    {
        _work.Dispose();
        _databases.Dispose();
    }
}
