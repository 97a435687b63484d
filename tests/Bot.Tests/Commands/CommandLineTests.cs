using System.Text.Json;
using Microsoft.Data.Sqlite;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Storage;

namespace ReportBot.Bot.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("--wibble")]
    [InlineData("serve")]
    [InlineData("--data")]
    [InlineData("--urls")]
    [InlineData("staff")]
    [InlineData("staff add")]
    [InlineData("staff add Amira")]
    [InlineData("staff add Amira --role boss")]
    [InlineData("staff add ? --role manager")]
    [InlineData("demo --cases 0")]
    [InlineData("demo --cases many")]
    [InlineData("demo --cases 1000001")]
    [InlineData("verify extra")]
    public async Task What_is_not_understood_is_said_and_changes_nothing(string arguments)
    {
        var code = await _terminal.RunAsync(arguments.Split(' '));

        Assert.Equal(2, code);
        Assert.Contains("--help", _terminal.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_terminal.Data));
    }

    [Fact]
    public async Task Help_names_every_verb()
    {
        var code = await _terminal.RunAsync("--help");

        Assert.Equal(0, code);
        foreach (var verb in new[] { "staff", "demo", "recognise", "keys", "verify", "--data", "--urls" })
            Assert.Contains(verb, _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_add_prints_a_link_beside_whoever_uses_the_folder()
    {
        using var running = DataFolderClaim.Take(DataFolder.Open(_terminal.Data));

        var first = await _terminal.RunAsync("staff", "add", "Amira Khan", "--role", "caseworker", "--site", "https://reports.example/");
        var again = await _terminal.RunAsync("staff", "add", "amira khan", "--role", "manager");

        Assert.Equal("", _terminal.Error);
        Assert.Equal((0, 0), (first, again));
        Assert.Contains("Amira Khan has an account now, with the role Caseworker.", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("amira khan has an account already; its role is Manager.", _terminal.Out, StringComparison.Ordinal);
        Assert.Matches(@"https://reports\.example/staff/set-up/[\w-]{43}\n", _terminal.Out);
    }

    [Fact]
    public async Task Demo_fills_an_empty_folder_that_then_verifies()
    {
        var filled = await _terminal.RunAsync("demo", "--cases", "13");
        var verified = await _terminal.RunAsync("verify");

        Assert.Equal((0, 0), (filled, verified));
        Assert.Contains("13 made-up cases are in", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("13 cases checked, 0 wrong.", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_has_cases_at_every_stage_and_leaves_no_closed_one_for_the_clock()
    {
        await _terminal.RunAsync("demo", "--cases", "2500");

        foreach (var state in Enum.GetValues<CaseState>())
            Assert.True(Count($"SELECT count(*) FROM cases WHERE state = {(int)state}") > 0, state.ToString());
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.True(Count($"SELECT count(*) FROM tasks WHERE due < {now}") > 0);
        Assert.True(Count($"SELECT count(*) FROM tasks WHERE due > {now}") > 0);
        // Only what waits for first contact may have fallen due since.
        Assert.Equal(0, Count($"SELECT count(*) FROM cases WHERE acts <= {now} AND state NOT IN ({(int)CaseState.New}, {(int)CaseState.Claimed})"));
    }

    [Fact]
    public async Task Demo_never_goes_beside_anything()
    {
        Directory.CreateDirectory(_terminal.Data);
        await File.WriteAllTextAsync(Path.Combine(_terminal.Data, "anything"), "");

        var code = await _terminal.RunAsync("demo");

        Assert.Equal(1, code);
        Assert.Contains("is not empty, so nothing was put in", _terminal.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_terminal.Data));
    }

    [Theory]
    [InlineData("UPDATE cases SET due = due + 1", "does not come to what stands in due")]
    [InlineData("UPDATE cases SET risk = 2 - risk, state = 3 - state", "does not come to what stands in")]
    [InlineData("UPDATE cases SET document = zeroblob(length(document))", "does not open")]
    [InlineData("UPDATE cases SET version = version + 1", "does not open")]
    [InlineData("DELETE FROM reports", "does not lead to it")]
    public async Task Verify_finds_what_was_changed_behind_the_service(string change, string found)
    {
        await _terminal.RunAsync("demo", "--cases", "1");
        Execute(change);

        var code = await _terminal.RunAsync("verify");

        Assert.Equal(1, code);
        Assert.Contains(found, _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("1 cases checked, 1 wrong.", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_makes_no_folder()
    {
        var code = await _terminal.RunAsync("verify", "--data", "elsewhere");

        Assert.Equal(1, code);
        Assert.False(Directory.Exists(Path.Combine(_terminal.Folder, "elsewhere")));
    }

    [Fact]
    public async Task Recognise_answers_each_account_on_its_line()
    {
        const string input = """
            {"id":"a","text":"He is outside my door with a knife right now"}

            {"id":7,"text":"Żółć 👍"}
            """;

        var code = await _terminal.RunAsync(input, ["recognise"]);

        var lines = Lines();
        Assert.Equal((0, 2), (code, lines.Count));
        Assert.Equal("a", lines[0].GetProperty("id").GetString());
        Assert.True(lines[0].GetProperty("emergency").GetBoolean());
        var words = lines[0].GetProperty("evidence").EnumerateArray().First(one => one.GetProperty("for").GetString() == "emergency");
        Assert.Equal("He is outside my door with a knife right now".Substring(words.GetProperty("start").GetInt32(), words.GetProperty("length").GetInt32()), words.GetProperty("words").GetString());
        Assert.Equal(7, lines[1].GetProperty("id").GetInt32());
        Assert.False(lines[1].GetProperty("emergency").GetBoolean());
        Assert.Equal(["id", "labels", "behaviours", "emergency", "evidence"], lines[1].EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Recognise_says_which_line_it_cannot_read_without_repeating_it()
    {
        const string input = """
            marmalade-zeppelin
            {"id":"a"}
            {"text":"x"}
            null
            {"id":"b","text":"Nothing happened."}
            """;

        var code = await _terminal.RunAsync(input, ["recognise"]);

        var lines = Lines();
        Assert.Equal((1, 5), (code, lines.Count));
        Assert.Equal([1, 2, 3, 4], lines.Take(4).Select(line => line.GetProperty("line").GetInt32()));
        Assert.DoesNotContain("zeppelin", _terminal.Out, StringComparison.Ordinal);
        Assert.Equal("b", lines[4].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Serving_a_folder_that_is_in_use_says_so()
    {
        using var running = DataFolderClaim.Take(DataFolder.Open(_terminal.Data));

        var code = await _terminal.RunAsync("--urls", "http://127.0.0.1:0");

        Assert.Equal(1, code);
        Assert.Contains("Another ReportBot is using the folder", _terminal.Error, StringComparison.Ordinal);
    }

    private List<JsonElement> Lines() =>
        [.. _terminal.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private long Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_terminal.Data, "cases.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_terminal.Data, "cases.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
