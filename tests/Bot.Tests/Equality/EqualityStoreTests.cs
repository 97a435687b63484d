using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using ReportBot.Bot.Equality;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Keys;
using ReportBot.Bot.Storage.Sqlite;
using ReportBot.Bot.Tests.Storage;

namespace ReportBot.Bot.Tests.Equality;

public sealed class EqualityStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero));
    private readonly FileKeyRing _ring;

    public EqualityStoreTests() => _ring = FileKeyRing.Open(_folder.Data, _clock);

    public void Dispose()
    {
        _ring.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Adds_forms_up_and_keeps_none_apart()
    {
        await using var store = Open();

        await store.AddAsync(Form(("age", "18-24"), ("religion", "sikh")));
        await store.AddAsync(Form(("age", "18-24"), ("religion", "rather-not-say")));
        await store.AddAsync(Form());

        var month = Assert.Single(store.Read());
        Assert.Equal((new DateOnly(2026, 11, 1), 3), (month.Month, month.Totals.Forms));
        Assert.Equal("age 18-24 2, religion rather-not-say 1, religion sikh 1", Shown(month.Totals));
    }

    [Fact]
    public async Task Loses_none_of_many_that_come_at_once()
    {
        await using var store = Open();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() => store.AddAsync(Form(("sex", number % 3 == 0 ? "male" : "female"))))));

        Assert.Equal("sex female 40, sex male 20", Shown(Assert.Single(store.Read()).Totals));
    }

    [Fact]
    public async Task Counts_by_the_month_on_londons_calendar()
    {
        await using var store = Open();

        // The last half hour of July in UTC is August in London.
        foreach (var at in new[] { "2026-07-31T22:59:59Z", "2026-07-31T23:00:00Z", "2026-12-31T23:59:59Z" })
        {
            _clock.Now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
            await store.AddAsync(Form(("age", "18-24")));
        }

        Assert.Equal([new(2026, 7, 1), new(2026, 8, 1), new DateOnly(2026, 12, 1)], store.Read().Select(month => month.Month));
    }

    [Fact]
    public async Task Holds_one_row_a_month_with_no_time_no_identity_and_no_answer_in_clear()
    {
        await using (var store = Open())
            for (var form = 0; form < 20; form++)
            {
                _clock.Now = _clock.Now.AddMinutes(7);
                await store.AddAsync(Form(("ethnic-group", "gypsy-roma-traveller")));
            }

        using var connection = new SqliteConnection($"Data Source={_folder.Data.Equality};Pooling=False");
        connection.Open();
        Assert.Equal("id,version,key,totals", Text(connection, "SELECT group_concat(name) FROM pragma_table_info('month')"));
        Assert.Equal("202611 20", Text(connection, "SELECT group_concat(id || ' ' || version) FROM month"));
        var bytes = Directory.GetFiles(_folder.Data.Path, "equality*").SelectMany(File.ReadAllBytes).ToArray();
        Assert.Equal(-1, bytes.AsSpan().IndexOf("gypsy"u8));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("ethnic"u8));
    }

    [Fact]
    public async Task Leaves_no_earlier_totals_behind_from_which_one_form_could_be_told()
    {
        await using var store = Open();
        await store.AddAsync(Form(("age", "18-24")));
        var before = Stored();

        await store.AddAsync(Form(("age", "75-over")));

        var files = Directory.GetFiles(_folder.Data.Path, "equality*").Select(Read).ToList();
        Assert.All(files, file => Assert.Equal(-1, file.AsSpan().IndexOf(before)));
    }

    [Fact]
    public async Task Stores_nothing_and_says_so_when_it_cannot_commit()
    {
        var probe = new BadDisk();
        await using var store = Open(probe);
        await store.AddAsync(Form(("age", "18-24")));
        probe.IsFailing = true;

        var failure = await Record.ExceptionAsync(() => store.AddAsync(Form(("age", "18-24"))));

        Assert.IsType<IOException>(failure);
        probe.IsFailing = false;
        await store.AddAsync(Form(("age", "25-34")));
        Assert.Equal("age 18-24 1, age 25-34 1", Shown(Assert.Single(store.Read()).Totals));
    }

    [Fact]
    public async Task Opens_only_as_what_and_where_it_was_stored()
    {
        await using (var store = Open())
        {
            await store.AddAsync(Form(("age", "18-24")));
        }

        using (var connection = new SqliteConnection($"Data Source={_folder.Data.Equality};Pooling=False"))
        {
            connection.Open();
            Text(connection, "UPDATE month SET id = 202610");
        }

        await using var again = Open();
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => again.Read());
    }

    private EqualityStore Open(IWriterProbe? probe = null) =>
        EqualityStore.Open(_folder.Data, new DocumentCodec(_ring), _clock, NullLogger<EqualityStore>.Instance, probe);

    private static Dictionary<string, string> Form(params (string Question, string Choice)[] answers) => answers.ToDictionary(answer => answer.Question, answer => answer.Choice);

    private static string Shown(EqualityTotals totals) =>
        string.Join(", ", from question in totals.Answers from choice in question.Value select $"{question.Key} {choice.Key} {choice.Value}");

    private byte[] Stored()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Data.Equality};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT totals FROM month";
        return (byte[])command.ExecuteScalar()!; // One row was written.
    }

    private static string? Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }

    // The database is open while it is read.
    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
