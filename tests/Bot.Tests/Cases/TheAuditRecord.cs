using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;

namespace ReportBot.Bot.Tests.Cases;

public sealed class TheAuditRecord : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestCodec _codec = new();
    private readonly CaseDatabases _databases;
    private readonly SqliteAuditLog _log;

    public TheAuditRecord()
    {
        _databases = CaseDatabases.Open(_folder.Data, _codec);
        _log = new SqliteAuditLog(_databases);
    }

    public void Dispose()
    {
        _databases.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Is_whole_however_many_write_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => AddAsync())));

        var check = await CheckAsync();

        Assert.Null(check.Problem);
        Assert.Equal(40, check.End.Number);
    }

    public static TheoryData<string, string> Tampering => new()
    {
        { "UPDATE audit SET action = 'CaseClaimed' WHERE id = 3", "line 3 or the one before was changed" },
        { "UPDATE audit SET who = NULL WHERE id = 3", "line 3 or the one before was changed" },
        { "UPDATE audit SET at = at + 1 WHERE id = 3", "line 3 or the one before was changed" },
        { "UPDATE audit SET detail = 'x' WHERE id = 3", "line 3 or the one before was changed" },
        { "UPDATE audit SET subject = NULL WHERE id = 3", "line 3 or the one before was changed" },
        { "UPDATE audit SET hash = zeroblob(32) WHERE id = 3", "line 3 or the one before was changed" },
        { "UPDATE audit SET hash = NULL WHERE id <= 3", "line 4 or the one before was changed" },
        { "UPDATE audit SET hash = NULL WHERE id = 3", "line 3 is not chained" },
        { "DELETE FROM audit WHERE id = 3", "line 3 is gone" },
        { "DELETE FROM audit WHERE id = 3; UPDATE audit SET id = id - 1 WHERE id > 3", "line 3 or the one before was changed" },
        { "UPDATE audit SET id = -1 WHERE id = 3; UPDATE audit SET id = 3 WHERE id = 4; UPDATE audit SET id = 4 WHERE id = -1", "line 3 or the one before was changed" },
        { "INSERT INTO audit (at, action, hash) VALUES (9, 'SignedIn', zeroblob(32))", "line 7 or the one before was changed" },
        { "INSERT INTO audit (at, action) VALUES (9, 'SignedIn')", "line 7 is not chained" },
        { "UPDATE audit SET id = id + 10 WHERE id > 3; UPDATE audit SET id = id - 9 WHERE id > 10; INSERT INTO audit SELECT 4, at, who, action, subject, detail, hash FROM audit WHERE id = 3", "line 4 or the one before was changed" },
        { "DELETE FROM audit WHERE id >= 5", "lines 5 to 6 are gone" },
        { "DELETE FROM audit", "lines 1 to 6 are gone" },
    };

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task Shows_what_somebody_did_to_the_file(string sql, string problem)
    {
        for (var i = 0; i < 6; i++)
            await AddAsync();
        Execute($"DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted; {sql}");

        Assert.Equal(problem, (await CheckAsync()).Problem);
    }

    [Fact]
    public async Task Shows_by_an_end_that_was_kept_that_lines_were_cut_off_and_others_written()
    {
        for (var i = 0; i < 6; i++)
            await AddAsync();
        var end = (await CheckAsync()).End;
        Assert.Null((await CheckAsync(end)).Problem);
        Execute("DROP TRIGGER audit_is_not_deleted; DELETE FROM audit WHERE id > 4; UPDATE sqlite_sequence SET seq = 4 WHERE name = 'audit'");
        await AddAsync();
        await AddAsync();

        Assert.Null((await CheckAsync()).Problem);
        Assert.Equal($"the end {end} is not in it", (await CheckAsync(AuditEnd.Read(end.ToString()))).Problem);
    }

    [Fact]
    public async Task Goes_on_after_lines_from_before_the_chain()
    {
        Execute("INSERT INTO audit (at, action) VALUES (1, 'SignedIn'), (2, 'SignedOut')");
        await AddAsync();

        var check = await CheckAsync();

        Assert.Equal((null, 3), (check.Problem, check.End.Number));
    }

    [Fact]
    public async Task Is_read_newest_first_page_by_page_by_case_and_by_member_of_staff()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        for (var i = 0; i < 5; i++)
            await _log.AppendAsync(new AuditEntry(Given.Sent, i % 2 == 0 ? Given.Amira.Id : Given.Ben.Id, AuditAction.CaseViewed, i < 3 ? one : other), default);

        Assert.Equal([5, 4], Numbers(await _log.ListAsync(Given.Ben.Id, null, null, null, 2, default)));
        Assert.Equal([3, 2], Numbers(await _log.ListAsync(Given.Ben.Id, null, null, 4, 2, default)));
        Assert.Equal([3, 2, 1], Numbers(await _log.ListAsync(Given.Ben.Id, one, null, null, 10, default)));
        Assert.Equal([4, 2], Numbers(await _log.ListAsync(Given.Ben.Id, null, Given.Ben.Id, null, 10, default)));
        Assert.Equal([2], Numbers(await _log.ListAsync(Given.Ben.Id, one, Given.Ben.Id, null, 10, default)));
    }

    [Fact]
    public async Task Shows_by_the_end_kept_beside_it_that_lines_were_cut_off_and_others_written()
    {
        using var anchor = Anchor();
        for (var i = 0; i < 6; i++)
            await AddAsync();
        Assert.True(await anchor.KeepAsync(default));
        Execute("DROP TRIGGER audit_is_not_deleted; DELETE FROM audit WHERE id > 4; UPDATE sqlite_sequence SET seq = 4 WHERE name = 'audit'");
        await AddAsync();
        await AddAsync();

        var end = new KeptAuditEnd(_folder.Data, _codec).Read();
        Assert.Equal($"the end {end} is not in it", (await CheckAsync(end)).Problem);
        // Nor does it go on over the gap, so that the end goes on showing it.
        Assert.False(await anchor.KeepAsync(default));
        Assert.Equal(end, new KeptAuditEnd(_folder.Data, _codec).Read());
    }

    [Fact]
    public async Task Keeps_its_end_as_it_grows()
    {
        using var anchor = Anchor();
        Assert.True(await anchor.KeepAsync(default));
        Assert.Null(new KeptAuditEnd(_folder.Data, _codec).Read());
        for (var i = 1; i <= 3; i++)
        {
            await AddAsync();
            Assert.True(await anchor.KeepAsync(default));
            Assert.Equal((await CheckAsync()).End, new KeptAuditEnd(_folder.Data, _codec).Read());
        }
    }

    [Fact]
    public async Task Shows_that_the_kept_end_was_moved_back()
    {
        using var anchor = Anchor();
        await AddAsync();
        var earlier = (await CheckAsync()).End;
        await AddAsync();
        await anchor.KeepAsync(default);

        var seal = (await File.ReadAllTextAsync(_folder.Data.AuditEnd)).Split(' ')[1];
        await File.WriteAllTextAsync(_folder.Data.AuditEnd, $"{earlier} {seal}");

        Assert.Throws<InvalidDataException>(() => new KeptAuditEnd(_folder.Data, _codec).Read());
    }

    private AuditAnchor Anchor() => new(_databases, new KeptAuditEnd(_folder.Data, _codec), new TestClock(), NullLogger<AuditAnchor>.Instance);

    private static List<long> Numbers(IReadOnlyList<AuditLine> lines) => [.. lines.Select(line => line.Number)];

    private Task AddAsync() => _log.AppendAsync(new AuditEntry(Given.Sent, Given.Amira.Id, AuditAction.CaseViewed, Guid.NewGuid(), "x1"), default).AsTask();

    private Task<AuditCheck> CheckAsync(AuditEnd? earlier = null) => new AuditVerification(_databases, _codec).CheckAsync(earlier is null ? [] : [earlier], default);

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Data.Cases};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
