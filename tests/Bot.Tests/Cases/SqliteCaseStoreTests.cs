using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;

namespace ReportBot.Bot.Tests.Cases;

public sealed class SqliteCaseStoreTests : CaseStoreContract, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly CaseDatabases _databases;

    public SqliteCaseStoreTests()
    {
        _databases = CaseDatabases.Open(_folder.Data, new TestCodec());
        Store = new SqliteCaseStore(_databases, new TestCodec());
    }

    protected override ICaseStore Store { get; }

    public void Dispose()
    {
        _databases.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_connection_flushes_each_commit_and_overwrites_what_is_deleted()
    {
        var pragmas = await _databases.ReadAsync(
            async database => (
                await database.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(),
                await database.Database.SqlQueryRaw<int>("SELECT secure_delete AS Value FROM pragma_secure_delete").SingleAsync(),
                await database.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync()),
            default);

        Assert.Equal((2, 1, "wal"), pragmas);
    }

    [Fact]
    public async Task A_case_is_there_after_the_file_is_opened_again()
    {
        var added = Given.Case(Given.Report());
        var codec = new TestCodec();
        await new SqliteCaseStore(_databases, codec).TryAddAsync(added, Given.Audit(added), default);

        using var again = CaseDatabases.Open(_folder.Data, new TestCodec());

        Assert.NotNull(await new SqliteCaseStore(again, codec).FindAsync(added.Id, default));
    }

    [Fact]
    public async Task No_word_stands_in_the_files()
    {
        var added = Given.Case(Given.Report(account: "Marmalade-zeppelin at the door"));
        await Store.TryAddAsync(added, Given.Audit(added), default);

        var stored = Directory.GetFiles(_folder.Data.Path).SelectMany(ReadShared).ToArray();

        foreach (var word in new[] { "zeppelin", "Sam", "07700900123", added.First.Reference.ToString(), added.First.Thread })
            Assert.True(stored.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0, word);
    }

    [Fact]
    public async Task A_row_put_in_another_cases_place_does_not_open()
    {
        var (one, other) = (Given.Case(Given.Report()), Given.Case(Given.Report()));
        await Store.TryAddAsync(one, Given.Audit(one), default);
        await Store.TryAddAsync(other, Given.Audit(other), default);
        Execute($"UPDATE cases SET (key, document) = (SELECT key, document FROM cases WHERE id = x'{one.Id:N}') WHERE id = x'{other.Id:N}'");

        var failure = await Record.ExceptionAsync(() => Store.FindAsync(other.Id, default).AsTask());

        Assert.IsAssignableFrom<CryptographicException>(failure);
    }

    [Fact]
    public async Task A_change_does_not_bring_back_a_key_that_was_rewrapped()
    {
        var added = Given.Case(Given.Report());
        await Store.TryAddAsync(added, Given.Audit(added), default);
        var read = (await Store.FindAsync(added.Id, default))!;
        var rewrapped = Convert.ToHexString(Enumerable.Repeat((byte)7, 32).ToArray());
        Execute($"CREATE TRIGGER rewrap BEFORE UPDATE OF document ON cases BEGIN UPDATE cases SET key = x'{rewrapped}'; END");

        await Store.TryReplaceAsync(read.With(Claim(Given.Amira)), Given.Audit(read), default);

        Assert.Equal(rewrapped, Scalar("SELECT hex(key) FROM cases"));
    }

    [Fact]
    public void A_queue_is_read_along_an_index_without_sorting()
    {
        var plan = Plan("SELECT id, summary FROM cases WHERE queue = 1 AND state = 0 AND (risk, due, id) > (0, 0, x'') ORDER BY risk, due, id LIMIT 9");

        Assert.Contains("cases_in_order", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_has_is_read_along_an_index_without_sorting()
    {
        var plan = Plan("SELECT id, summary FROM cases WHERE holder = x'00' AND queue = 1 AND state = 0 AND (risk, due, id) > (0, 0, x'') ORDER BY risk, due, id LIMIT 9");

        Assert.Contains("cases_of_holder", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_that_do_not_follow_from_the_history_are_found_by_verifying()
    {
        var full = Given.Case(Given.Report()).With(Claim(Given.Amira)).With(Task(Given.Sent.AddDays(1)));
        await Store.TryAddAsync(full, Given.Audit(full), default);
        Assert.Null(await ProblemAsync());

        Execute("UPDATE tasks SET owner = NULL");

        Assert.Contains("tasks", await ProblemAsync(), StringComparison.Ordinal);
        await Store.RefreshAsync(full.Id, default);
        Assert.Null(await ProblemAsync());

        async Task<string?> ProblemAsync()
        {
            string? found = null;
            await foreach (var check in new CaseVerification(_databases, new TestCodec()).CheckAsync(default))
                found ??= check.Problem;
            return found;
        }
    }

    [Theory]
    [InlineData(false, "tasks_of_owner")]
    [InlineData(true, "tasks_of_nobody")]
    public void Tasks_are_read_along_an_index_without_sorting(bool ofNobody, string index)
    {
        var plan = Plan(SqliteCaseStore.TasksSql(ofNobody, 1).Replace("@owner", "x'00'").Replace("@viewer", "x'00'").Replace("@due", "0").Replace("@after", "x''").Replace("@queue0", "1").Replace("@lines", "9"));

        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_record_is_only_added_to()
    {
        var log = new SqliteAuditLog(_databases);
        var subject = Guid.NewGuid();
        await log.AppendAsync(new AuditEntry(Given.Sent, Given.Amira.Id, AuditAction.CaseViewed, subject), default);

        var change = Record.Exception(() => Execute("UPDATE audit SET action = 'nothing'"));
        var deletion = Record.Exception(() => Execute("DELETE FROM audit"));

        Assert.IsType<SqliteException>(change);
        Assert.IsType<SqliteException>(deletion);
        Assert.Equal(AuditAction.CaseViewed, Assert.Single(await log.ReadAsync(subject, 10, default)).Action);
    }

    [Fact]
    public async Task A_change_and_its_audit_line_are_one_step()
    {
        var added = Given.Case(Given.Report());
        await Store.TryAddAsync(added, Given.Audit(added), default);
        Execute("CREATE TRIGGER refuse BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END");
        var read = (await Store.FindAsync(added.Id, default))!;

        var failure = await Record.ExceptionAsync(() => Store.TryReplaceAsync(read.With(Claim(Given.Amira)), Given.Audit(read), default).AsTask());

        Assert.NotNull(failure);
        Assert.Equal(1, (await Store.FindAsync(added.Id, default))!.Version);
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private string Plan(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        using var rows = command.ExecuteReader();
        var plan = new StringBuilder();
        while (rows.Read())
            plan.AppendLine(rows.GetString(3));
        return plan.ToString();
    }

    private void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string Scalar(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_folder.Data.Cases};Pooling=false");
        connection.Open();
        return connection;
    }
}
