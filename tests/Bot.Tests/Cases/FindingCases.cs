using Microsoft.Data.Sqlite;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>Finding cases by what was told in them, counting them, and that neither reads more the more cases there are.</summary>
public sealed class FindingCases : IDisposable
{
    private static readonly Queue[] Every = Enum.GetValues<Queue>();

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly TestCodec _codec = new();
    private readonly QueryPlans _plans = new();
    private readonly CaseDatabases _databases;
    private readonly SqliteCaseStore _store;
    private readonly CaseCommands _commands;

    public FindingCases()
    {
        _databases = CaseDatabases.Open(_folder.Data, _codec, _plans);
        _store = new SqliteCaseStore(_databases, _codec);
        _commands = new CaseCommands(_store, new Colleagues(), CaseTimes.Standard, new CaseSignals(), _clock);
    }

    public void Dispose()
    {
        _databases.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("O'Brien")]
    [InlineData("obrien")]
    [InlineData("07700 900 555")]
    [InlineData("br8 7tt")]
    [InlineData("12a")]
    [InlineData("obrien 12a BR8 7TT")]
    [InlineData("AMÍNA O’BRIEN")]
    [InlineData("o brien amina")]
    [InlineData("+44 7700 900555")]
    public async Task A_case_is_found_by_any_of_it_and_by_all_of_it(string typed)
    {
        var full = await TellAsync("Amina O'Brien", "07700900555", "12a Hazel Walk, BR8 7TT");
        await TellAsync("Tomasz Nowak", "07700900556", "14 Hazel Walk, BR8 7TU");

        Assert.Equal([full.Id], await FindAsync(typed));
    }

    [Theory]
    [InlineData("nowak 12a")]
    [InlineData("brien")]
    [InlineData("0770090055")]
    [InlineData("BR8")]
    public async Task Half_a_value_or_one_that_does_not_fit_the_others_finds_nothing(string typed)
    {
        await TellAsync("Amina O'Brien", "07700900555", "12a Hazel Walk, BR8 7TT");

        Assert.Empty(await FindAsync(typed));
    }

    [Fact]
    public async Task What_is_found_comes_newest_first_page_by_page_and_only_of_the_queues_asked_for()
    {
        var told = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            _clock.Now = _clock.Now.AddMinutes(1);
            told.Insert(0, (await TellAsync("Amina Yusuf", "07700900555", "1 Hazel Walk")).Id);
        }

        await TellAsync("Amina Yusuf", "07700900555", "1 Hazel Walk", Queue.StaffConduct);

        var found = new List<Guid>();
        FoundPlace? after = null;
        do
        {
            var page = await _store.SearchAsync(Given.Amira.Id, Findables.Read("yusuf"), [Queue.CommunitySafety], after, 3, default);
            found.AddRange(page.Lines.Select(line => line.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(told, found);
    }

    [Fact]
    public async Task Finishing_a_report_changes_what_it_is_found_by()
    {
        var id = Guid.NewGuid();
        var shared = await _commands.CreateAsync(Told(Given.Report(id, finished: false), "Amina Yusuf", "07700900555", null), default);
        await _commands.CreateAsync(Told(Given.Report(id), "Amina Brown", "07700900555", null), default);

        Assert.Empty(await FindAsync("yusuf"));
        Assert.Equal([shared.Id], await FindAsync("brown"));
        Assert.Equal([shared.Id], await FindAsync("07700900555"));
    }

    [Fact]
    public async Task No_value_stands_in_the_files()
    {
        await TellAsync("Zephyrina Quartermain", "07700900555", "12a Hazel Walk, BR8 7TT");

        var stored = Directory.GetFiles(_folder.Data.Path).SelectMany(file =>
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[open.Length];
            open.ReadExactly(bytes);
            return bytes;
        }).ToArray();

        foreach (var word in new[] { "QUARTERMAIN", "Quartermain", "07700900555", "BR8 7TT" })
            Assert.True(stored.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(word)) < 0, word);
    }

    [Fact]
    public async Task Counts_are_what_the_lists_have_through_everything_that_happens()
    {
        for (var i = 0; i < 12; i++)
            await _commands.CreateAsync(Given.Report(queue: (Queue)(i % 4)), default);
        var lines = (await _store.ListAsync(Filter(), null, 50, default)).Lines;
        foreach (var line in lines.Take(5))
            await _commands.ClaimAsync(Command(line.Id), default);
        await _commands.ReleaseAsync(Command(lines[0].Id), null, default);
        await _commands.TransferAsync(Command(lines[1].Id), new Transfer(null, Queue.Safeguarding, "A child."), default);
        await _commands.RecordFirstContactAsync(Command(lines[2].Id), new FirstContact(ContactWay.Call, null, "Spoke.", null), default);
        await _commands.EscalateAsync(Command(lines[3].Id), "Please look.", default);
        _clock.Now = _clock.Now.AddDays(7);
        await _commands.ActAsync(lines[4].Id, default);

        var counts = await _store.CountAsync(Given.Amira.Id, null, default);

        RiskBand?[] bands = [null, .. Enum.GetValues<RiskBand>()];
        foreach (var risk in bands)
        {
            var ofBand = await _store.CountAsync(Given.Amira.Id, risk, default);
            foreach (var filter in Narrowed())
                foreach (var queue in Every)
                    Assert.Equal((await _store.ListAsync(filter with { Queues = [queue], Risk = risk }, null, 50, default)).Lines.Length, ofBand.Of(filter with { Queues = [queue], Risk = risk }));
        }

        Assert.True(counts.Of(Filter() with { Unheld = true, Marks = CaseMarkings.Up | CaseMarkings.Missed }) > 0);
        Assert.True(await new CaseVerification(_databases, _codec).CountsAreRightAsync(default));
    }

    [Fact]
    public async Task A_count_or_a_key_that_was_changed_is_told()
    {
        var full = await TellAsync("Amina Yusuf", "07700900555", null);
        Execute($"UPDATE counts SET number = 7; DELETE FROM finds WHERE \"case\" = x'{full.Id:N}'");
        var verification = new CaseVerification(_databases, _codec);

        Assert.False(await verification.CountsAreRightAsync(default));
        await foreach (var check in verification.CheckAsync(default))
            Assert.Equal("it cannot be found by all it should be found by", check.Problem);
    }

    [Fact]
    public async Task Cases_from_before_there_was_a_search_are_found_once_the_clock_has_looked()
    {
        var full = await TellAsync("Amina Yusuf", "07700900555", null);
        Execute("DELETE FROM finds; UPDATE cases SET acts = 0");

        Assert.Empty(await FindAsync("yusuf"));
        await _commands.ActAsync(full.Id, default);

        Assert.Equal([full.Id], await FindAsync("yusuf"));
    }

    [Theory]
    [InlineData("yusuf 12")]
    [InlineData("yusuf BR8 7TT")]
    [InlineData("12 BR8 7TT")]
    [InlineData("amina yusuf")]
    public async Task Values_typed_together_are_one_look_up_however_many_cases_have_one_of_them(string typed)
    {
        await TellAsync("Amina Brown", "07700900556", "12 Hazel Walk, BR8 7TU");
        var full = await TellAsync("Amina Yusuf", "07700900555", "12 Hazel Walk, BR8 7TT");
        _plans.Clear();

        Assert.Equal([full.Id], await FindAsync(typed));
        Assert.DoesNotContain(_plans.All, plan => plan.Sql.Contains("FROM finds o", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cases_from_before_pairs_are_found_by_both_before_the_clock_has_looked_and_after()
    {
        var full = await TellAsync("Amina Yusuf", "07700900555", "12 Hazel Walk, BR8 7TT");
        var other = await TellAsync("Tomasz Nowak", "07700900556", "14 Hazel Walk, BR8 7TU");
        var sealing = new CaseSealing(_codec);
        foreach (var pair in FindablePair.Of(CaseMarks.Of(full).Select(mark => mark.Value)))
            Execute($"DELETE FROM finds WHERE hash = x'{Convert.ToHexString(sealing.HashOf(pair))}'");
        Execute("UPDATE cases SET acts = 0");

        Assert.Equal([full.Id], await FindAsync("yusuf 12"));
        await _commands.ActAsync(other.Id, default);
        Assert.Equal([full.Id], await FindAsync("yusuf 12"));
        await _commands.ActAsync(full.Id, default);
        Assert.Equal([full.Id], await FindAsync("yusuf 12"));
    }

    [Fact]
    public async Task A_case_from_before_that_is_worked_on_before_the_clock_has_looked_is_found_by_all_of_it()
    {
        var full = await TellAsync("Amina Yusuf", "07700900555", "12 Hazel Walk, BR8 7TT");
        Execute("DELETE FROM finds; UPDATE cases SET acts = 0");

        await _commands.ClaimAsync(Command(full.Id), default);

        Assert.Equal([full.Id], await FindAsync("yusuf 12"));
        await foreach (var check in new CaseVerification(_databases, _codec).CheckAsync(default))
            Assert.Null(check.Problem);
    }

    [Fact]
    public async Task No_list_scans_or_sorts()
    {
        var absences = new SqliteAbsences(_databases, _clock);
        var audit = new SqliteAuditLog(_databases);
        var full = await TellAsync("Amina Yusuf", "07700900555", "12 Hazel Walk BR8 7TT");
        _plans.Clear();

        foreach (var filter in Narrowed())
            foreach (var risk in new RiskBand?[] { null, RiskBand.High })
                await _store.ListAsync(filter with { Risk = risk, Viewer = Given.Amira.Id }, new CasePlace(RiskBand.High, _clock.Now, full.Id), 50, default);
        foreach (var typed in new[] { "yusuf", "yusuf 12", "yusuf 12 BR8 7TT", "yusuf 07700 900555", "12 BR8 7TT" })
            await _store.SearchAsync(Given.Amira.Id, Findables.Read(typed), [.. Every], new FoundPlace(_clock.Now, full.Id), 50, default);
        await _store.CountAsync(Given.Amira.Id, null, default);
        await _store.TiedAsync(Given.Amira.Id, full.Id, CaseConnections.Values(full), 50, default);
        await _store.DueAsync(_clock.Now, new DueCase(_clock.Now, full.Id), 50, default);
        await _store.ToWakeAsync(_clock.Now, new WakeUp(_clock.Now, full.Id), default);
        await _store.FindByReferenceAsync(full.First.Reference, default);
        await _store.FindByReportAsync(full.First.Id, default);
        await absences.DueAsync(default);
        await absences.ListAsync(default);
        foreach (var (subject, who) in new (Guid?, Guid?)[] { (null, null), (full.Id, null), (null, Given.Amira.Id), (full.Id, Given.Amira.Id) })
            await audit.ListAsync(Given.Amira.Id, subject, who, 7, 50, default);

        Assert.True(_plans.All.Count > 20, $"Only {_plans.All.Count} queries were seen.");
        Assert.All(_plans.All, plan =>
        {
            Assert.DoesNotContain("SCAN", plan.Steps, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", plan.Steps, StringComparison.Ordinal);
        });
    }

    // Every way of narrowing a list, with every other.
    private static IEnumerable<CaseFilter> Narrowed() =>
        from filter in new[] { Filter(), Filter() with { Unheld = true }, Filter() with { Holder = Given.Amira.Id }, Filter() with { Holder = Given.Amira.Id, Unheld = true } }
        from marks in new[] { CaseMarkings.None, CaseMarkings.Up, CaseMarkings.Missed, CaseMarkings.Up | CaseMarkings.Missed }
        select filter with { Marks = marks };

    private static CaseFilter Filter() => new() { Queues = [.. Every], States = [.. Enum.GetValues<CaseState>()] };

    private static CaseCommand Command(Guid id) => new(Guid.NewGuid(), id, Given.Manager(Given.Amira));

    private static Report Told(Report report, string name, string phone, string? address)
    {
        var told = report.Told.With(new Answer
        {
            Question = Question.Contact, Kind = AnswerKind.Given, At = Given.Sent, Contact = new ContactDetails { Name = name, Phone = phone },
        });
        return report with
        {
            Told = address is null ? told : told.With(new Answer { Question = Question.Address, Kind = AnswerKind.Given, Words = address, At = Given.Sent }),
        };
    }

    private Task<Case> TellAsync(string name, string phone, string? address, Queue queue = Queue.CommunitySafety) =>
        _commands.CreateAsync(Told(Given.Report(queue: queue), name, phone, address), default);

    private async Task<IReadOnlyList<Guid>> FindAsync(string typed) =>
        [.. (await _store.SearchAsync(Given.Amira.Id, Findables.Read(typed), [.. Every], null, 50, default)).Lines.Select(line => line.Id)];

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Data.Cases};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
