using ReportBot.Bot.Alerts;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Bot.Tests.Alerts;

/// <summary>Who is on call. Times are London's.</summary>
public sealed class TheRota : IAsyncDisposable
{
    private static readonly Guid Amira = Given.Amira.Id;
    private static readonly Guid Ben = Given.Ben.Id;
    private static readonly StaffActor Manager = Given.Manager(new StaffRef(Guid.NewGuid(), "Grace Adeyemi"));

    private readonly AlertsUnderTest _alerts = new();

    public ValueTask DisposeAsync() => _alerts.DisposeAsync();

    [Fact]
    public void Nobody_on_the_rota_is_one_gap() =>
        Assert.Equal([new RotaGap(At(1), At(5))], Rota.Gaps([], [], At(1), At(5)).ToList());

    [Fact]
    public void Overlaps_and_shifts_that_meet_leave_no_gap() =>
        Assert.Equal([new RotaGap(At(12), At(20))], Rota.Gaps([On(Ben, 4, 9), On(Amira, 0, 5), On(Amira, 9, 12)], [], At(1), At(20)).ToList());

    [Fact]
    public void Whoever_will_be_away_leaves_a_gap_for_just_that_time() =>
        Assert.Equal([new RotaGap(At(4), At(6))], Rota.Gaps([On(Amira, 0, 10)], [Away(Amira, 4, 6)], At(1), At(10)).ToList());

    [Fact]
    public void An_absence_is_no_gap_where_somebody_else_is_on_call() =>
        Assert.Empty(Rota.Gaps([On(Amira, 0, 10), On(Ben, 3, 7)], [Away(Amira, 4, 6)], At(1), At(10)));

    [Fact]
    public void Whose_shift_began_first_is_told_first_and_a_shift_is_over_at_its_end()
    {
        Shift[] shifts = [On(Ben, 2, 6), On(Amira, 1, 5), On(Ben, 0, 1)];

        Assert.Equal([Amira, Ben], Rota.OnCall(shifts, At(3)).ToList());
        Assert.Equal([Ben], Rota.OnCall(shifts, At(5)).ToList());
        Assert.Empty(Rota.OnCall(shifts, At(6)));
    }

    [Fact]
    public async Task A_shift_that_repeats_keeps_its_hours_over_the_change_of_the_clocks()
    {
        var amira = await _alerts.MemberAsync("Amira Khan");
        _alerts.Clock.Now = London("2027-03-26 10:00");

        await _alerts.Rota.AddAsync(
            Manager, new PlannedShift(Guid.NewGuid(), amira.Who.Id, London("2027-03-26 17:00"), London("2027-03-27 09:00")) { Repeat = ShiftRepeat.EveryDay, Times = 3 }, default);

        Assert.Equal(
            [London("2027-03-26 17:00"), London("2027-03-27 17:00"), London("2027-03-28 17:00")],
            (await _alerts.Store.ShiftsAsync(_alerts.Clock.Now, default)).Select(shift => shift.Begins));
    }

    [Fact]
    public async Task The_same_command_twice_adds_changes_and_removes_once()
    {
        var (amira, ben) = (await _alerts.MemberAsync("Amira Khan"), await _alerts.MemberAsync("Ben Okafor"));
        var now = _alerts.Clock.Now;
        var (add, change) = (new PlannedShift(Guid.NewGuid(), amira.Who.Id, now, now.AddHours(8)), new PlannedShift(Guid.NewGuid(), ben.Who.Id, now, now.AddHours(9)));

        for (var press = 0; press < 2; press++)
            Assert.Equal(RotaOutcome.Done, (await _alerts.Rota.AddAsync(Manager, add, default)).Outcome);
        for (var press = 0; press < 2; press++)
            Assert.Equal(RotaOutcome.Done, (await _alerts.Rota.ChangeAsync(Manager, add.Command, 1, change, default)).Outcome);
        Assert.Equal(new Shift(add.Command, ben.Who.Id, now, now.AddHours(9), 2), Assert.Single(await _alerts.Store.ShiftsAsync(now, default)));
        for (var press = 0; press < 2; press++)
            Assert.Equal(RotaOutcome.Done, (await _alerts.Rota.RemoveAsync(Manager, add.Command, 2, default)).Outcome);

        Assert.Equal(
            [AuditAction.ShiftAdded, AuditAction.ShiftChanged, AuditAction.ShiftRemoved], (await _alerts.Audit.AfterAsync(0, 10, default)).Select(line => line.Entry.Action));
    }

    [Fact]
    public async Task Of_two_who_change_a_shift_one_is_told_and_changes_nothing()
    {
        var amira = await _alerts.MemberAsync("Amira Khan");
        var now = _alerts.Clock.Now;
        var add = new PlannedShift(Guid.NewGuid(), amira.Who.Id, now, now.AddHours(8));
        await _alerts.Rota.AddAsync(Manager, add, default);
        await _alerts.Rota.ChangeAsync(Manager, add.Command, 1, add with { Command = Guid.NewGuid(), Ends = now.AddHours(9) }, default);

        Assert.Equal(RotaOutcome.Changed, (await _alerts.Rota.ChangeAsync(Manager, add.Command, 1, add with { Command = Guid.NewGuid() }, default)).Outcome);
        Assert.Equal(RotaOutcome.Changed, (await _alerts.Rota.RemoveAsync(Manager, add.Command, 1, default)).Outcome);
        Assert.Equal(now.AddHours(9), Assert.Single(await _alerts.Store.ShiftsAsync(now, default)).Ends);
    }

    [Fact]
    public async Task What_cannot_be_so_says_which_field()
    {
        var auditor = await _alerts.MemberAsync("Ada Auditor", StaffRole.Auditor);
        var now = _alerts.Clock.Now;

        var answer = await _alerts.Rota.AddAsync(Manager, new PlannedShift(Guid.NewGuid(), auditor.Who.Id, null, now) { Times = 99 }, default);
        var past = await _alerts.Rota.AddAsync(Manager, new PlannedShift(Guid.NewGuid(), auditor.Who.Id, now.AddHours(-2), now.AddHours(-1)), default);

        Assert.Equal([("Who", FieldProblemKind.NobodyThere), ("Begins", FieldProblemKind.Missing), ("Ends", FieldProblemKind.InPast), ("Times", FieldProblemKind.Missing)], answer.Problems.Select(one => (one.Field, one.Problem)));
        Assert.Contains(new FieldProblem("Ends", FieldProblemKind.InPast), past.Problems);
    }

    [Fact]
    public async Task Whoever_does_not_oversee_changes_nothing()
    {
        var amira = await _alerts.MemberAsync("Amira Khan");
        var planned = new PlannedShift(Guid.NewGuid(), amira.Who.Id, _alerts.Clock.Now, _alerts.Clock.Now.AddHours(1));

        Assert.Equal(RotaOutcome.NotTheirs, (await _alerts.Rota.AddAsync(amira, planned, default)).Outcome);
        Assert.Equal(RotaOutcome.NotTheirs, (await _alerts.Rota.ChangeAsync(amira, Guid.NewGuid(), 1, planned, default)).Outcome);
        Assert.Equal(RotaOutcome.NotTheirs, (await _alerts.Rota.RemoveAsync(amira, Guid.NewGuid(), 1, default)).Outcome);
    }

    private static DateTimeOffset At(int hour) => new(2026, 11, 23, hour, 0, 0, TimeSpan.Zero);

    private static Shift On(Guid who, int from, int until) => new(Guid.NewGuid(), who, At(from), At(until), 1);

    private static Absence Away(Guid who, int from, int until) => new(Guid.NewGuid(), who, At(from), At(until), null, Ben);

    private static DateTimeOffset London(string local)
    {
        var at = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return WallClock.London.Moment(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
    }
}
