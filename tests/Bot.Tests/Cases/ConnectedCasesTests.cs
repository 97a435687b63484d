using Microsoft.Data.Sqlite;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>What connects cases, who sees it, and what staff make of it.</summary>
public sealed class ConnectedCasesTests : IDisposable
{
    private const string Home = "12a Hazel Walk, BR8 7TT";
    private static readonly StaffActor Amira = Given.Caseworker(Given.Amira);
    private static readonly StaffActor Grace = Given.Manager(new StaffRef(new Guid("0b8f0c52-0000-4000-8000-000000000003"), "Grace Adeyemi"));
    private static readonly StaffActor Omar = Given.Manager(new StaffRef(new Guid("0b8f0c52-0000-4000-8000-000000000004"), "Omar Haddad"));

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly CaseDatabases _databases;
    private readonly SqliteCaseStore _store;
    private readonly CaseReading _reading;
    private readonly CaseCommands _commands;

    public ConnectedCasesTests()
    {
        var codec = new TestCodec();
        _databases = CaseDatabases.Open(_folder.Data, codec);
        _store = new SqliteCaseStore(_databases, codec);
        _reading = new CaseReading(_store, new SqliteAuditLog(_databases), new SearchLimit(Microsoft.Extensions.Options.Options.Create(new SearchOptions()), _clock), _clock);
        _commands = new CaseCommands(
            _store, new Colleagues([.. new[] { Amira, Grace, Omar }.Select(actor => new Colleague(actor, null))]), CaseTimes.Standard, new CaseSignals(), _clock);
    }

    public void Dispose()
    {
        _databases.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Amina Yusuf", "07700900555", Home, "Tomasz Nowak", "07700900556", "12A Hazel Walk Swanley br87tt", "Address")]
    [InlineData("Amina Yusuf", "07700900555", Home, "Tomasz Nowak", "+44 7700 900555", "9 Oak Road, ME10 1AB", "Phone")]
    [InlineData("Amina Yusuf", "07700900555", Home, "YUSUF, Amina", "07700900556", "9 Oak Road, ME10 1AB", "Person")]
    [InlineData("Amina Yusuf", "07700900555", Home, "Amina Yusuf", "07700900555", Home, "Phone Address Person")]
    [InlineData("Amina", "07700900555", Home, "Amina", "07700900556", "14 Hazel Walk, BR8 7TT", "")]
    public async Task Two_reports_are_connected_by_a_whole_address_a_phone_or_a_whole_name(
        string name, string phone, string home, string otherName, string otherPhone, string otherHome, string expected)
    {
        var first = await TellAsync(name, phone, home);
        var second = await TellAsync(otherName, otherPhone, otherHome);

        var connected = await _reading.ConnectedAsync(Amira, second, default);

        Assert.Equal(expected, string.Join(' ', connected.Shown.SelectMany(one => one.Ties).Select(tie => tie.Kind)));
        Assert.All(connected.Shown, one => Assert.Equal((first.Id, true, true), (one.Other.Id, one.IsBefore, one.IsRepeatVictim)));
    }

    [Fact]
    public async Task The_same_suspect_in_two_cases_is_a_repeat_one()
    {
        var (first, second) = (await TellAsync("Amina Yusuf", "07700900555", null), await TellAsync("Tomasz Nowak", "07700900556", null));
        first = await SuspectAsync(first, new InvolvedFields { Role = InvolvedRole.Suspect, Name = "Gary O'Brien" });
        await SuspectAsync(second, new InvolvedFields { Role = InvolvedRole.Suspect, Name = "gary obrien" });

        var connection = Assert.Single((await _reading.ConnectedAsync(Amira, first, default)).Shown);

        Assert.Equal((second.Id, false, true, false), (connection.Other.Id, connection.IsBefore, connection.IsRepeatSuspect, connection.IsRepeatVictim));
    }

    [Fact]
    public async Task A_suspect_here_who_is_affected_there_is_told_as_that()
    {
        var (first, second) = (await TellAsync("Amina Yusuf", "07700900555", null), await TellAsync("Tomasz Nowak", "07700900556", null));
        second = await SuspectAsync(second, new InvolvedFields { Role = InvolvedRole.Suspect, Phone = "07700 900555" });

        var connection = Assert.Single((await _reading.ConnectedAsync(Amira, second, default)).Shown);

        Assert.Equal(new ConnectionTie(FindableKind.Phone, MarkRole.Suspect, MarkRole.Affected), Assert.Single(connection.Ties));
        Assert.False(connection.IsRepeatVictim || connection.IsRepeatSuspect);
        Assert.Equal(first.Id, connection.Other.Id);
    }

    [Theory]
    [InlineData(RiskBand.Standard, 1, RiskBand.High, 1, true, false)]
    [InlineData(RiskBand.High, 1, RiskBand.Standard, 1, false, false)]
    [InlineData(RiskBand.Medium, 1, RiskBand.Medium, 3, false, true)]
    [InlineData(RiskBand.Standard, 1, RiskBand.Medium, 2, true, true)]
    public async Task It_is_getting_worse_when_risk_or_behaviours_rise_from_the_earlier_to_the_later(
        RiskBand before, int behavioursBefore, RiskBand after, int behavioursAfter, bool risk, bool behaviours)
    {
        var earlier = await TellAsync("Amina Yusuf", "07700900555", null, risk: before, behaviours: behavioursBefore);
        var later = await TellAsync("Amina Yusuf", "07700900555", null, risk: after, behaviours: behavioursAfter);

        foreach (var full in new[] { earlier, later })
        {
            var connection = Assert.Single((await _reading.ConnectedAsync(Amira, full, default)).Shown);
            Assert.Equal((risk, behaviours), (connection.IsRiskRising, connection.AreBehavioursRising));
        }
    }

    [Fact]
    public async Task Of_a_case_in_another_teams_queue_only_that_it_is_there_is_told()
    {
        await TellAsync("Amina Yusuf", "07700900555", null, Queue.StaffConduct);
        var mine = await TellAsync("Amina Yusuf", "07700900555", null);

        var connected = await _reading.ConnectedAsync(Amira, mine, default);
        var overseen = await _reading.ConnectedAsync(Grace, mine, default);

        Assert.Empty(connected.Shown);
        Assert.True(connected.IsElsewhere);
        Assert.Single(overseen.Shown);
        Assert.False(overseen.IsElsewhere);
    }

    [Fact]
    public async Task Of_a_case_that_is_kept_from_somebody_not_even_that_is_told()
    {
        var kept = await TellAsync("Amina Yusuf", "07700900555", null);
        var mine = await TellAsync("Amina Yusuf", "07700900555", null);
        await _commands.DeclareConflictAsync(new CaseCommand(Guid.NewGuid(), kept.Id, Grace), new Conflict(Given.Amira.Id, ConflictKind.Neighbour, "x"), default);

        var connected = await _reading.ConnectedAsync(Amira, mine, default);

        Assert.Equal((0, 0, false), (connected.Shown.Length, connected.More, connected.IsElsewhere));
    }

    [Fact]
    public async Task A_judgement_stands_in_both_histories_with_who_made_it_and_can_be_changed()
    {
        var (first, second) = (await TellAsync("Amina Yusuf", "07700900555", null), await TellAsync("Amina Yusuf", "07700900555", null));
        var command = new CaseCommand(Guid.NewGuid(), second.Id, Amira);

        await _commands.JudgeConnectionAsync(command, first.Id, true, default);
        await _commands.JudgeConnectionAsync(command, first.Id, true, default);
        await _commands.JudgeConnectionAsync(new CaseCommand(Guid.NewGuid(), first.Id, Amira), second.Id, true, default);

        foreach (var (here, there) in new[] { (first, second), (second, first) })
        {
            var judged = Assert.Single((await FindAsync(here)).History.OfType<ConnectionJudged>());
            Assert.Equal((Given.Amira, true, there.Id), (judged.By, judged.IsConnected, judged.Other));
        }

        await _commands.JudgeConnectionAsync(new CaseCommand(Guid.NewGuid(), first.Id, Grace), second.Id, false, default);
        Assert.False(Assert.Single((await _reading.ConnectedAsync(Amira, await FindAsync(second), default)).Shown).Judged!.IsConnected);
    }

    [Fact]
    public async Task Cases_that_have_nothing_in_common_or_may_not_be_seen_are_not_judged()
    {
        var mine = await TellAsync("Amina Yusuf", "07700900555", null);
        var stranger = await TellAsync("Tomasz Nowak", "07700900556", null);
        var hidden = await TellAsync("Amina Yusuf", "07700900555", null, Queue.StaffConduct);

        foreach (var other in new[] { stranger.Id, hidden.Id, mine.Id, Guid.NewGuid() })
            Assert.IsType<NotConnected>(await _commands.JudgeConnectionAsync(new CaseCommand(Guid.NewGuid(), mine.Id, Amira), other, true, default));
        Assert.Single((await FindAsync(hidden)).History);
    }

    [Fact]
    public async Task What_was_judged_stays_shown_when_nothing_is_in_common_any_more()
    {
        var first = await TellAsync("Amina Yusuf", "07700900555", null);
        var second = await SuspectAsync(await TellAsync("Tomasz Nowak", "07700900556", null), new InvolvedFields { Phone = "07700900555" });
        await _commands.JudgeConnectionAsync(new CaseCommand(Guid.NewGuid(), first.Id, Amira), second.Id, true, default);
        var person = (await FindAsync(second)).Involved[0];
        await _commands.RemoveInvolvedAsync(new CaseCommand(Guid.NewGuid(), second.Id, Amira), new InvolvedSeen(person.Person.Id, person.Last.Command), "x", default);

        var connection = Assert.Single((await _reading.ConnectedAsync(Amira, await FindAsync(first), default)).Shown);

        Assert.Empty(connection.Ties);
        Assert.True(connection.Judged!.IsConnected);
    }

    [Fact]
    public async Task The_newest_are_shown_and_the_others_are_counted()
    {
        for (var i = 0; i < 13; i++)
            await TellAsync("Amina Yusuf", "07700900555", null);
        var last = await TellAsync("Amina Yusuf", "07700900555", null);

        var connected = await _reading.ConnectedAsync(Amira, last, default);

        Assert.Equal((10, 3), (connected.Shown.Length, connected.More));
        Assert.True(connected.Shown.Zip(connected.Shown.Skip(1)).All(pair => pair.First.Other.Standing.Opened >= pair.Second.Other.Standing.Opened));
    }

    [Fact]
    public async Task Of_two_cases_written_together_one_that_moved_on_keeps_both_as_they_were()
    {
        var (one, other) = (await TellAsync("Amina Yusuf", "07700900555", null), await TellAsync("Amina Yusuf", "07700900555", null));
        var (read, stale) = (await FindAsync(one), await FindAsync(other));
        await _commands.AddNoteAsync(new CaseCommand(Guid.NewGuid(), other.Id, Amira), "x", default);
        var note = new NoteAdded { Command = Guid.NewGuid(), At = _clock.Now, By = Given.Amira, Words = "y" };

        var write = await _store.TryReplaceAsync([(read.With(note), Given.Audit(read)), (stale.With(note), Given.Audit(stale))], default);

        Assert.Equal(CaseWrite.Conflict, write);
        Assert.Equal(read.Version, (await FindAsync(one)).Version);
    }

    [Fact]
    public async Task Cases_from_before_are_connected_once_the_clock_has_looked()
    {
        var (first, second) = (await TellAsync("Amina Yusuf", "07700900555", Home), await TellAsync("Amina Yusuf", "07700900555", Home));
        Execute($"DELETE FROM finds; UPDATE cases SET acts = 0");
        var before = await _reading.ConnectedAsync(Amira, second, default);

        await _commands.ActAsync(first.Id, default);

        Assert.Empty(before.Shown);
        Assert.Equal(first.Id, Assert.Single((await _reading.ConnectedAsync(Amira, second, default)).Shown).Other.Id);
    }

    private async Task<Case> TellAsync(
        string name, string phone, string? home, Queue queue = Queue.CommunitySafety, RiskBand risk = RiskBand.Standard, int behaviours = 1)
    {
        _clock.Now = _clock.Now.AddMinutes(1);
        var report = Given.Report(queue: queue, risk: risk);
        var told = report.Told
            .With(new Answer { Question = Question.Contact, Kind = AnswerKind.Given, At = Given.Sent, Contact = new ContactDetails { Name = name, Phone = phone } })
            .With(new Answer { Question = Question.Behaviours, Kind = AnswerKind.Given, At = Given.Sent, Choices = [.. BehaviourChoice.All.Take(behaviours)] });
        if (home is not null)
            told = told.With(new Answer { Question = Question.Address, Kind = AnswerKind.Given, Words = home, At = Given.Sent });
        return await _commands.CreateAsync(report with { Told = told }, default);
    }

    private async Task<Case> SuspectAsync(Case full, InvolvedFields typed)
    {
        await _commands.AddInvolvedAsync(new CaseCommand(Guid.NewGuid(), full.Id, Amira), typed, default);
        return await FindAsync(full);
    }

    private async Task<Case> FindAsync(Case full) => (await _store.FindAsync(full.Id, default))!;

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Data.Cases};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
