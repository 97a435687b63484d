using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>Reports that reached staff before they were entered: the promise runs from when they arrived. Times are London's.</summary>
public sealed class LateArrivals : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly TestCodec _codec = new();
    private readonly CaseDatabases _databases;
    private readonly SqliteCaseStore _store;
    private readonly CaseCommands _commands;
    private readonly ClockWork _work;

    public LateArrivals()
    {
        _databases = CaseDatabases.Open(_folder.Data, _codec);
        _store = new SqliteCaseStore(_databases, _codec);
        _commands = new CaseCommands(_store, new Colleagues(new Colleague(Given.Caseworker(Given.Amira), null)), CaseTimes.Standard, new CaseSignals(), _clock);
        _work = new ClockWork(_store, new SqliteAbsences(_databases, _clock), _commands, new CaseSignals(), _clock, NullLogger<ClockWork>.Instance);
    }

    public void Dispose()
    {
        _work.Dispose();
        _databases.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_letter_that_came_before_Christmas_is_due_as_if_entered_then()
    {
        var full = await EnterAsync(arrived: "2026-12-24 10:15", entered: "2026-12-29 09:30", ArrivalWay.Letter);

        Assert.Equal(London("2026-12-29 17:00"), full.Standing.Due);
        Assert.Equal(["2026-12-29 13:00 PromiseWarned", "2026-12-29 16:00 PromiseWarned", "2026-12-29 17:01 PromiseMissed NobodyHadIt"], await WatchAsync(full.Id, "2026-12-29 17:30"));
    }

    [Fact]
    public async Task A_call_of_the_evening_before_the_holidays_that_is_entered_after_them_is_late_at_once()
    {
        var full = await EnterAsync(arrived: "2026-12-23 18:00", entered: "2026-12-29 09:30", ArrivalWay.Phone);

        Assert.Equal(London("2026-12-24 17:00"), full.Standing.Due);
        Assert.Equal(["2026-12-29 09:30 PromiseMissed EnteredLate", "2026-12-29 11:30 CaseEscalated CommunitySafetyManager"], await WatchAsync(full.Id, "2026-12-29 12:00"));
        Assert.Equal(CaseLevel.CommunitySafetyManager, (await FindAsync(full.Id)).Standing.Level);
        Assert.All(await ChecksAsync(), check => Assert.Null(check.Problem));
    }

    [Fact]
    public async Task A_call_in_which_staff_spoke_with_the_person_was_first_contact_however_late_it_is_entered()
    {
        var full = await EnterAsync(arrived: "2026-12-23 18:00", entered: "2026-12-29 09:30", ArrivalWay.Phone, "They stay with a friend until Sunday.");

        Assert.Equal(London("2026-12-23 18:00"), full.Standing.Contact!.SpokeAt);
        Assert.Empty(await WatchAsync(full.Id, "2026-12-30 18:00"));
        Assert.Equal((CaseState.Contacted, 0), ((await FindAsync(full.Id)).Standing.State, (await FindAsync(full.Id)).Standing.Missed.Length));
    }

    [Fact]
    public async Task Entered_twice_it_is_one_case_with_one_first_contact()
    {
        var first = await EnterAsync(arrived: "2026-12-23 18:00", entered: "2026-12-29 09:30", ArrivalWay.Phone, "Spoke.");
        var again = Assert.IsType<CaseDone>(await _commands.EnterAsync(Given.Caseworker(Given.Amira), first.First, new FirstContact(ContactWay.Call, null, "Spoke.", null), default));

        Assert.Equal(first.Id, again.Case.Id);
        Assert.Equal(2, (await FindAsync(first.Id)).History.Length);
    }

    [Fact]
    public async Task A_report_about_staff_is_received_from_somebody_who_may_not_see_it()
    {
        _clock.Now = London("2026-11-23 10:00");
        var report = Report("2026-11-23 09:00", ArrivalWay.Phone) with { Queue = Queue.StaffConduct };

        var done = Assert.IsType<CaseDone>(await _commands.EnterAsync(Given.Caseworker(Given.Amira), report, new FirstContact(ContactWay.Call, null, "Spoke.", null), default));

        Assert.Equal(Queue.StaffConduct, done.Case.Standing.Queue);
        Assert.NotNull(done.Case.Standing.Contact);
    }

    [Fact]
    public async Task An_auditor_enters_nothing() => Assert.IsType<CaseNotTheirs>(
        await _commands.EnterAsync(new StaffActor(Given.Amira, StaffRole.Auditor), Report("2026-11-23 09:00", ArrivalWay.Phone), null, default));

    private async Task<Case> EnterAsync(string arrived, string entered, ArrivalWay way, string? spoke = null)
    {
        _clock.Now = London(entered);
        return Assert.IsType<CaseDone>(await _commands.EnterAsync(
            Given.Caseworker(Given.Amira), Report(arrived, way), spoke is null ? null : new FirstContact(ContactWay.Call, null, spoke, null), default)).Case;
    }

    private static Report Report(string arrived, ArrivalWay way) => Given.Report() with
    {
        SentAt = London(arrived), Promise = ContactPromises.Standard.For(London(arrived)), Arrival = new Arrival(way, London(arrived), null),
    };

    private async Task<Case> FindAsync(Guid id) => (await _store.FindAsync(id, default))!;

    private async Task<List<string>> WatchAsync(Guid id, string until)
    {
        var seen = (await FindAsync(id)).History.Length;
        var happened = new List<string>();
        for (; _clock.Now <= London(until); _clock.Now = _clock.Now.AddMinutes(1))
            if (await _work.ActOnDueAsync(default) > 0)
            {
                var history = (await FindAsync(id)).History;
                happened.AddRange(history.Skip(seen).Select(one => $"{WallClock.London.DateAt(_clock.Now):yyyy-MM-dd} {WallClock.London.TimeAt(_clock.Now):HH:mm} {Words(one)}"));
                seen = history.Length;
            }

        return happened;
    }

    private async Task<List<CaseCheck>> ChecksAsync()
    {
        var checks = new List<CaseCheck>();
        await foreach (var check in new CaseVerification(_databases, _codec).CheckAsync(default))
            checks.Add(check);
        return checks;
    }

    private static string Words(CaseEvent happened) => happened switch
    {
        CaseEscalated up => $"CaseEscalated {up.Level}",
        PromiseMissed missed => $"PromiseMissed {missed.Cause}",
        _ => happened.GetType().Name,
    };

    private static DateTimeOffset London(string text)
    {
        var local = DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return WallClock.London.Moment(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}
