using Microsoft.Data.Sqlite;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Handoff;
using ReportBot.Dialogs.Person;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>What a conflict of interest does to a case, and to whoever has it.</summary>
public sealed class WallsAroundCases : IDisposable
{
    private static readonly StaffActor Grace = Given.Manager(new StaffRef(new Guid("0b8f0c52-0000-4000-8000-000000000003"), "Grace Adeyemi"));
    private static readonly StaffActor Omar = Given.Manager(new StaffRef(new Guid("0b8f0c52-0000-4000-8000-000000000004"), "Omar Haddad"));
    private static readonly StaffActor Amira = Given.Caseworker(Given.Amira);
    private static readonly StaffActor Ben = Given.Caseworker(Given.Ben);
    private static readonly CaseFilter Everything = new() { Queues = [.. Enum.GetValues<Queue>()], States = [.. Enum.GetValues<CaseState>()] };

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly TestCodec _codec = new();
    private readonly CaseDatabases _databases;
    private readonly SqliteCaseStore _store;
    private readonly SqliteAuditLog _audit;
    private readonly CaseReading _reading;

    public WallsAroundCases()
    {
        _databases = CaseDatabases.Open(_folder.Data, _codec);
        (_store, _audit) = (new SqliteCaseStore(_databases, _codec), new SqliteAuditLog(_databases));
        _reading = new CaseReading(_store, _audit, new SearchLimit(Microsoft.Extensions.Options.Options.Create(new SearchOptions()), _clock), _clock);
    }

    public void Dispose()
    {
        _databases.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Somebody_with_a_conflict_cannot_open_find_list_or_count_the_case()
    {
        var (kept, other) = (await CaseAsync(), await CaseAsync());

        await DeclareAsync(kept, Grace, Given.Amira);

        foreach (var look in new AuditAction?[] { null, AuditAction.CaseViewed, AuditAction.WordsShown, AuditAction.FileViewed })
            Assert.Null(await _reading.OpenAsync(Amira, kept.Id, look, null, default));
        Assert.Null(await _reading.FindAsync(Amira, kept.First.Reference, default));
        Assert.Equal([other.Id], (await _reading.SearchAsync(Amira, [new Findable(FindableKind.Name, "SAM")], null, 10, default)).Found!.Lines.Select(line => line.Id));
        foreach (var filter in new[] { Everything, Everything with { Unheld = true }, Everything with { Risk = RiskBand.Standard } })
            Assert.Equal([other.Id], (await _reading.ListAsync(Amira, filter, null, 10, default)).Lines.Select(line => line.Id));
        var counts = await _reading.CountAsync(Amira, null, default);
        Assert.Equal((1, 1), (counts.Of(Everything), counts.Of(Everything with { Unheld = true })));
        Assert.Equal(2, (await _reading.CountAsync(Ben, null, default)).Of(Everything));
        Assert.NotNull(await _reading.OpenAsync(Ben, kept.Id, null, null, default));
    }

    [Fact]
    public async Task Pages_go_on_over_cases_that_are_left_out()
    {
        var all = new List<Case>();
        for (var i = 0; i < 9; i++)
            all.Add(await CaseAsync());
        foreach (var kept in all.Where((_, i) => i % 2 == 0))
            await DeclareAsync(kept, Grace, Given.Amira);

        var seen = new List<Guid>();
        CasePlace? after = null;
        do
        {
            var page = await _reading.ListAsync(Amira, Everything, after, 2, default);
            seen.AddRange(page.Lines.Select(line => line.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(all.Where((_, i) => i % 2 == 1).Select(one => one.Id).Order(), seen.Order());
    }

    [Fact]
    public async Task Lists_of_the_clock_leave_nothing_out()
    {
        var kept = await CaseAsync();
        await DeclareAsync(kept, Grace, Given.Amira);

        Assert.Single((await _store.ListAsync(Everything, null, 10, default)).Lines);
    }

    [Fact]
    public async Task Whoever_has_it_is_let_go_of_it_and_of_its_conversation()
    {
        var full = await CaseAsync();
        await Commands().ClaimAsync(Command(full, Amira), default);
        await _store.TryReplaceAsync(
            (await FindAsync(full)).With(new PersonJoined { Command = Guid.NewGuid(), At = _clock.Now, By = Given.Amira, Report = full.First.Id, IdleAfter = TimeSpan.FromMinutes(15) }),
            Given.Audit(full),
            default);

        await DeclareAsync(full, Amira, null);

        var after = await FindAsync(full);
        Assert.Equal((null, CaseState.New), (after.Standing.Holder, after.Standing.State));
        Assert.Empty(after.Talk.Holding);
        Assert.Equal((Given.Amira, TalkEnd.SteppedOut), (after.History.OfType<PersonLeft>().Single().By, after.History.OfType<PersonLeft>().Single().Why));
        Assert.Equal(0, (await _reading.CountAsync(Amira, null, default)).Of(Everything with { Holder = Given.Amira.Id }));
        Assert.Equal(1, (await _reading.CountAsync(Ben, null, default)).Of(Everything with { Unheld = true }));
    }

    [Fact]
    public async Task Every_command_of_theirs_answers_as_if_there_were_no_such_case()
    {
        var full = await CaseAsync();
        await DeclareAsync(full, Grace, Given.Amira);

        Assert.IsType<CaseMissing>(await Commands().ClaimAsync(Command(full, Amira), default));
        Assert.IsType<CaseMissing>(await Commands().AddNoteAsync(Command(full, Amira), "x", default));
        Assert.IsType<CaseMissing>(await DeclareAsync(full, Amira, null));
        Assert.IsType<CaseMissing>(await Commands().LiftConflictAsync(Command(full, Amira), Given.Amira.Id, "x", default));
    }

    [Fact]
    public async Task They_cannot_be_handed_the_case()
    {
        var full = await CaseAsync();
        await DeclareAsync(full, Grace, Given.Amira);

        var outcome = await Commands().TransferAsync(Command(full, Grace), new Transfer(Given.Amira.Id, null, "Please take it."), default);

        Assert.Equal(new FieldProblem("To", FieldProblemKind.WalledOff), Assert.Single(Assert.IsType<CaseIncomplete>(outcome).Problems));
    }

    [Fact]
    public async Task They_do_not_stand_in_for_whoever_is_away()
    {
        var full = await CaseAsync();
        await Commands().ClaimAsync(Command(full, Ben), default);
        await DeclareAsync(full, Grace, Given.Amira);

        await Commands().MoveAsync(new Absence(Guid.NewGuid(), Given.Ben.Id, _clock.Now, _clock.Now.AddDays(3), Given.Amira.Id, Grace.Who.Id), default);

        var after = await FindAsync(full);
        Assert.Null(after.Standing.Holder);
        Assert.IsType<CaseReturned>(after.History[^1]);
    }

    [Fact]
    public async Task The_audit_record_says_nothing_of_it_to_them()
    {
        var (kept, other) = (await CaseAsync(), await CaseAsync());
        await _reading.OpenAsync(Omar, kept.Id, AuditAction.CaseViewed, null, default);

        await DeclareAsync(kept, Grace, Omar.Who);

        var theirs = await _reading.AuditAsync(Omar, null, null, null, 100, default);
        Assert.DoesNotContain(theirs, line => line.Entry.Subject == kept.Id);
        Assert.Contains(theirs, line => line.Entry.Subject == other.Id);
        Assert.Empty(await _reading.AuditAsync(Omar, kept.Id, null, null, 100, default));
        Assert.Contains(await _reading.AuditAsync(Grace, kept.Id, null, null, 100, default), line => line.Entry.Action is AuditAction.ConflictDeclared);
    }

    [Fact]
    public async Task A_caseworker_declares_their_own_conflict_and_nobody_elses()
    {
        var full = await CaseAsync();

        Assert.IsType<ManagerNeeded>(await DeclareAsync(full, Amira, Given.Ben));
        Assert.IsType<CaseDone>(await DeclareAsync(full, Amira, null));

        Assert.Equal([Given.Amira.Id], (await FindAsync(full)).Walls.Standing.Keys);
    }

    [Fact]
    public async Task The_same_declaration_twice_is_one_and_is_told_as_done_though_they_see_the_case_no_more()
    {
        var full = await CaseAsync();
        var command = Command(full, Amira);
        var conflict = new Conflict(null, ConflictKind.Neighbour, "He lives below me.");

        var (first, second) = (await Commands().DeclareConflictAsync(command, conflict, default), await Commands().DeclareConflictAsync(command, conflict, default));

        Assert.IsType<CaseDone>(first);
        Assert.IsType<CaseDone>(second);
        Assert.Single((await FindAsync(full)).History.OfType<ConflictDeclared>());
    }

    [Theory]
    [InlineData("", FieldProblemKind.Missing)]
    [InlineData(" ", FieldProblemKind.Missing)]
    public async Task A_reason_is_needed(string reason, FieldProblemKind problem)
    {
        var full = await CaseAsync();

        var outcome = await Commands().DeclareConflictAsync(Command(full, Amira), new Conflict(null, ConflictKind.Neighbour, reason), default);

        Assert.Equal(new FieldProblem("Reason", problem), Assert.Single(Assert.IsType<CaseIncomplete>(outcome).Problems));
        Assert.Empty((await FindAsync(full)).Walls.Standing);
    }

    [Fact]
    public async Task A_wall_is_taken_down_by_a_manager_with_a_reason()
    {
        var full = await CaseAsync();
        await DeclareAsync(full, Grace, Given.Amira);

        Assert.IsType<ManagerNeeded>(await Commands().LiftConflictAsync(Command(full, Ben), Given.Amira.Id, "x", default));
        Assert.IsType<CaseIncomplete>(await Commands().LiftConflictAsync(Command(full, Omar), Given.Amira.Id, "", default));
        Assert.IsType<NoWall>(await Commands().LiftConflictAsync(Command(full, Omar), Given.Ben.Id, "x", default));
        Assert.IsType<CaseDone>(await Commands().LiftConflictAsync(Command(full, Omar), Given.Amira.Id, "It was another family.", default));

        Assert.NotNull(await _reading.OpenAsync(Amira, full.Id, null, null, default));
        Assert.Equal(1, (await _reading.CountAsync(Amira, null, default)).Of(Everything));
        Assert.Single((await _reading.ListAsync(Amira, Everything, null, 10, default)).Lines);
    }

    [Fact]
    public async Task The_last_who_could_oversee_a_case_is_not_walled_off()
    {
        var full = await CaseAsync();
        await DeclareAsync(full, Grace, Omar.Who);

        Assert.IsType<NobodyLeft>(await DeclareAsync(full, Grace, null));
    }

    [Fact]
    public async Task A_report_that_is_added_changes_no_wall()
    {
        var full = await CaseAsync();
        await DeclareAsync(full, Grace, Given.Amira);

        await _store.TryReplaceAsync(CaseReception.Receive(await FindAsync(full), full.Id, Given.Report(), _clock.Now, CaseTimes.Standard)!, Given.Audit(full), default);

        Assert.Null(await _reading.OpenAsync(Amira, full.Id, null, null, default));
    }

    [Fact]
    public async Task Walls_come_with_cases_that_are_added_at_once()
    {
        var declared = new ConflictDeclared { Command = Guid.NewGuid(), At = _clock.Now, By = Grace.Who, Who = Given.Amira, Kind = ConflictKind.Suspect, Reason = "x" };
        await _store.AddManyAsync([Given.Case(Given.Report()).With(declared), Given.Case(Given.Report())], default);

        Assert.Single((await _reading.ListAsync(Amira, Everything, null, 10, default)).Lines);
    }

    [Theory]
    [InlineData("DELETE FROM walls")]
    [InlineData("INSERT INTO walls SELECT x'00000000000000000000000000000009', id FROM cases")]
    public async Task A_wall_that_was_taken_down_or_put_up_in_the_file_is_told_and_mended_by_the_clock(string sql)
    {
        var full = await CaseAsync();
        await DeclareAsync(full, Grace, Given.Amira);
        Execute(sql);
        var before = await ProblemAsync();
        Execute("UPDATE cases SET acts = 0");

        await Commands().ActAsync(full.Id, default);

        Assert.Contains("walled off", before, StringComparison.Ordinal);
        Assert.Null(await ProblemAsync());
    }

    private CaseCommands Commands() => new(
        _store, new Colleagues([.. new[] { Grace, Omar, Amira, Ben }.Select(actor => new Colleague(actor, null))]), CaseTimes.Standard, new CaseSignals(), _clock);

    private Task<Case> CaseAsync() => Commands().CreateAsync(Given.Report(), default);

    private Task<CaseOutcome> DeclareAsync(Case full, StaffActor actor, StaffRef? who) =>
        Commands().DeclareConflictAsync(Command(full, actor), new Conflict(who?.Id, ConflictKind.Relation, "A cousin."), default);

    private static CaseCommand Command(Case full, StaffActor actor) => new(Guid.NewGuid(), full.Id, actor);

    private async Task<Case> FindAsync(Case full) => (await _store.FindAsync(full.Id, default))!;

    private async Task<string?> ProblemAsync()
    {
        string? problem = null;
        await foreach (var check in new CaseVerification(_databases, _codec).CheckAsync(default))
            problem ??= check.Problem;
        return problem;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Data.Cases};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
